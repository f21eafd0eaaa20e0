import { useState, type FormEvent } from "react";

import { change } from "../changes";
import WAIVE from "../queries/waive.graphql?raw";
import { Dialog } from "./dialog";

interface Props {
  control: string;
  uid: string;
  connector: string | undefined;
  subject: string;
  close: () => void;
  done: () => void;
}

const DAY = 86400000;
const day = (from: number) => new Date(Date.now() + from * DAY).toISOString().slice(0, 10);

/** Accept a failure for a time: why, on whose word, until when. */
export function Waive({ control, uid, connector, subject, close, done }: Props) {
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    setBusy(true);
    change(WAIVE, {
      input: {
        control,
        uid,
        connector,
        reason: text("reason"),
        owner: text("owner"),
        expires: `${text("expires")}T00:00:00Z`,
      },
    }).then(done, (error: Error) => {
      setSaid(error.message);
      setBusy(false);
    });
  };
  return (
    <Dialog title="Waive this finding" close={close}>
      <form onSubmit={send} className="form">
        <p>
          {subject} stays a failure that is accepted for a time. It is shown as waived, never as a
          pass, and comes back when the waiver ends.
        </p>
        <label className="field">
          <span>Why it is accepted</span>
          <textarea name="reason" required rows={3} maxLength={2000} />
        </label>
        <label className="field">
          <span>On whose word</span>
          <input name="owner" required maxLength={200} autoComplete="email" />
        </label>
        <label className="field">
          <span>Until</span>
          <input name="expires" type="date" required min={day(1)} defaultValue={day(90)} />
        </label>
        <p role="alert" className="form-said">
          {said}
        </p>
        <div className="form-end">
          <button type="button" onClick={close}>
            Cancel
          </button>
          <button type="submit" className="primary" disabled={busy}>
            Waive
          </button>
        </div>
      </form>
    </Dialog>
  );
}
