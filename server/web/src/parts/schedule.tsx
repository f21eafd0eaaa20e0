import { useState } from "react";

import ADD from "../queries/add-schedule.graphql?raw";
import { titled } from "../words";
import { ChangeDialog, Field } from "./form";

export interface Choices {
  connectors: { id: string; name: string; cloud: string }[];
  mandates: { id: string; title: string; version: string; clouds: string[] }[];
}
interface Props extends Choices {
  close: () => void;
  done: (due: string) => void;
}

export function ScheduleDialog({ connectors, mandates, close, done }: Props) {
  const [kind, setKind] = useState("SCAN");
  const [connector, setConnector] = useState(connectors[0]?.id ?? "");
  const cloud = connectors.find((one) => one.id === connector)?.cloud ?? "";
  return (
    <ChangeDialog<{ due: string }>
      title="Add a schedule"
      mutation={ADD}
      variables={({ text, optional }) => ({
        input: {
          kind: text("kind"),
          connector: text("connector"),
          mandate: optional("mandate"),
          cron: text("cron"),
        },
      })}
      submit="Add"
      close={close}
      done={(made) => done(made.due)}
    >
      <Field label="What" name="kind">
        {(own) => (
          <select {...own} value={kind} onChange={(event) => setKind(event.target.value)}>
            <option value="SCAN">A scan</option>
            <option value="REPORT">A report</option>
          </select>
        )}
      </Field>
      <Field label="Connector" name="connector">
        {(own) => (
          <select {...own} value={connector} onChange={(event) => setConnector(event.target.value)}>
            {connectors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {kind === "REPORT" && (
        <Field label="Mandate" name="mandate">
          {(own) => (
            <select {...own} required>
              {mandates
                .filter(({ clouds }) => clouds.includes(cloud))
                .map(({ id, title, version }) => (
                  <option key={id} value={id}>
                    {titled(title, version)}
                  </option>
                ))}
            </select>
          )}
        </Field>
      )}
      <Field
        label="Cron line"
        name="cron"
        hint={
          <>
            Minute, hour, day, month, weekday, in UTC. <code>0 3 * * *</code> is every day at three,{" "}
            <code>0 6 * * 1</code> every Monday at six.
          </>
        }
      >
        {(own) => (
          <input {...own} required defaultValue="0 3 * * *" autoComplete="off" spellCheck={false} />
        )}
      </Field>
    </ChangeDialog>
  );
}
