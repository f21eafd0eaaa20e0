import { useState } from "react";

import CREATE from "../queries/create-token.graphql?raw";
import { day, time } from "../words";
import { Copied } from "./copy";
import { Dialog } from "./dialog";
import { ChangeDialog, Field } from "./form";

interface Made {
  name: string;
  secret: string;
  expires: string;
}
interface Props {
  connectors: { id: string; name: string }[];
  close: () => void;
  made: (name: string) => void;
}

const ROLES = [
  ["viewer", "viewer: may look"],
  ["operator", "operator: may scan, report, waive"],
  ["admin", "admin: may all of it"],
] as const;
const DAYS = { usual: 90, most: 366 };

/** Make a token, then show its secret until the dialog is closed. */
export function TokenMaker({ connectors, close, made }: Props) {
  const [token, setToken] = useState<Made>();
  if (token) return <Secret token={token} close={close} />;
  return (
    <ChangeDialog<Made>
      title="Make a token"
      lead={<p>Its secret is shown once, after it is made.</p>}
      mutation={CREATE}
      variables={({ text, all }) => ({
        input: {
          name: text("name"),
          role: text("role"),
          connectors: all("connectors"),
          expires: `${text("expires")}T00:00:00Z`,
        },
      })}
      submit="Make"
      close={close}
      done={(one) => {
        setToken(one);
        made(one.name);
      }}
    >
      <Field label="What it is for" name="name">
        {(own) => <input {...own} required maxLength={100} autoComplete="off" />}
      </Field>
      <Field label="Role" name="role">
        {(own) => (
          <select {...own}>
            {ROLES.map(([id, text]) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </select>
        )}
      </Field>
      {connectors.length > 0 && (
        <Field
          label="Connectors"
          name="connectors"
          hint="None chosen: all of them, those to come included."
        >
          {(own) => (
            <select {...own} multiple size={Math.min(5, Math.max(2, connectors.length))}>
              {connectors.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label="Ends" name="expires">
        {(own) => (
          <input
            {...own}
            type="date"
            required
            min={day(1)}
            max={day(DAYS.most)}
            defaultValue={day(DAYS.usual)}
          />
        )}
      </Field>
    </ChangeDialog>
  );
}

function Secret({ token, close }: { token: Made; close: () => void }) {
  return (
    <Dialog title={`The token ${token.name}`} close={close}>
      <div className="form">
        <p>
          This is shown once. Keep it where the program finds it: it sends it as{" "}
          <code>Authorization: Bearer …</code> until {time(token.expires)}.
        </p>
        <Copied text={token.secret} label="Secret" />
        <div className="form-end">
          <button type="button" className="primary" onClick={close}>
            Done
          </button>
        </div>
      </div>
    </Dialog>
  );
}
