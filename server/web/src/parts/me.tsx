// Who is signed in, and the ways in and out; nothing where one person works on loopback.

import { useState, type FormEvent } from "react";

import { signInWith, signOut, useMe } from "../me";
import { Dialog } from "./dialog";

export function WhoAmI() {
  const me = useMe();
  const [said, setSaid] = useState("");
  if (!me || me.by === "local") return null;
  if (me.name === undefined) return <WaysIn provider={me.signIn.provider} />;
  const leave = () =>
    signOut().then(
      () => location.assign("/"),
      (error: Error) => setSaid(error.message),
    );
  return (
    <span className="me">
      <span className="me-name" title={me.name}>
        {me.name}
      </span>
      <span role="status">{said}</span>
      <button type="button" onClick={() => void leave()}>
        Sign out
      </button>
    </span>
  );
}

function WaysIn({ provider }: { provider: string | null }) {
  const [open, setOpen] = useState(false);
  const here = location.pathname + location.search;
  return (
    <span className="me">
      {provider && <a href={`${provider}?to=${encodeURIComponent(here)}`}>Sign in</a>}
      <button type="button" onClick={() => setOpen(true)}>
        Sign in with a token
      </button>
      {open && <TokenDialog close={() => setOpen(false)} />}
    </span>
  );
}

function TokenDialog({ close }: { close: () => void }) {
  const [said, setSaid] = useState("");
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const token = String(new FormData(event.currentTarget).get("token") ?? "").trim();
    signInWith(token).then(
      () => location.reload(),
      (error: Error) => setSaid(error.message),
    );
  };
  return (
    <Dialog title="Sign in with a token" close={close}>
      <form onSubmit={send} className="form">
        <label className="field">
          <span>Token</span>
          <input name="token" type="password" required autoComplete="off" />
        </label>
        <p role="alert" className="form-said">
          {said}
        </p>
        <div className="form-end">
          <button type="button" onClick={close}>
            Cancel
          </button>
          <button type="submit" className="primary">
            Sign in
          </button>
        </div>
      </form>
    </Dialog>
  );
}
