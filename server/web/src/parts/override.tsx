import { useMemo, useState } from "react";

import { useAsked } from "../ask";
import CONTROLS from "../queries/controls.graphql?raw";
import OVERRIDE from "../queries/override-control.graphql?raw";
import { SEVERITIES, spaced, type Severity } from "../words";
import { ChangeDialog, Field, type Given } from "./form";
import { State } from "./page";

type Threshold = string | number | (string | number)[];
interface Control {
  id: string;
  title: string;
  severity: Severity;
  thresholds: Record<string, Threshold>;
  isDisabled: boolean;
}

const LIMIT = "thresholds"; // the limits stand in one field of the input, and are asked for one by one

/** Change what a control is asked: off, how bad, or its limits; only what differs is sent. */
export function OverrideDialog({
  close,
  done,
}: {
  close: () => void;
  done: (control: string) => void;
}) {
  const { data, error, asking } = useAsked<{ controls: Control[] }>(CONTROLS);
  const byId = useMemo(() => new Map(data?.controls.map((one) => [one.id, one])), [data]);
  const [typed, setTyped] = useState("");
  const control = byId.get(typed.trim());
  return (
    <ChangeDialog<{ control: string }>
      title="Override a control"
      lead={<p>It holds for every connector. Whoever looks here later sees the reason.</p>}
      mutation={OVERRIDE}
      variables={(given) => ({ input: wanted(given, control) })}
      submit="Override"
      close={close}
      done={(made) => done(byId.get(made.control)?.title ?? made.control)}
    >
      <State asking={asking && !data} error={error} />
      <Field label="Control" name="control" hint={control?.title ?? "Type a part of its id."}>
        {(own) => (
          <>
            <input
              {...own}
              required
              list="control-ids"
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setTyped(event.target.value)}
            />
            <datalist id="control-ids">
              {data?.controls.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </datalist>
          </>
        )}
      </Field>
      <label className="tick">
        <input type="checkbox" name="isDisabled" /> Ask it no more
      </label>
      <Field label="Severity" name="severity">
        {(own) => (
          <select {...own}>
            <option value="">{control ? `As it is: ${control.severity}` : "As it is"}</option>
            {SEVERITIES.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
      </Field>
      {control && Object.keys(control.thresholds).length > 0 && (
        <Limits key={control.id} thresholds={control.thresholds} />
      )}
      <Field label="Why" name="reason">
        {(own) => <textarea {...own} required rows={3} maxLength={2000} />}
      </Field>
    </ChangeDialog>
  );
}

function Limits({ thresholds }: { thresholds: Control["thresholds"] }) {
  return (
    <>
      {Object.entries(thresholds).map(([name, value], n) => (
        // what is wrong with any of them is told beside the first
        <Field
          key={name}
          label={spaced(name)}
          name={n ? `${LIMIT}.${name}` : LIMIT}
          hint={Array.isArray(value) ? "One a line." : undefined}
        >
          {(own) =>
            Array.isArray(value) ? (
              <textarea {...own} rows={Math.min(6, value.length + 1)} defaultValue={value.join("\n")} />
            ) : (
              <input
                {...own}
                required
                defaultValue={String(value)}
                inputMode={typeof value === "number" ? "decimal" : "text"}
              />
            )
          }
        </Field>
      ))}
    </>
  );
}

function wanted(given: Given, control: Control | undefined) {
  return {
    control: given.text("control"),
    isDisabled: given.text("isDisabled") !== "",
    severity: given.optional("severity"),
    thresholds: changed(given, control?.thresholds ?? {}),
    reason: given.text("reason"),
  };
}

/** The limits that were given another value, each of the type that it has. */
function changed(given: Given, thresholds: Control["thresholds"]): Record<string, Threshold> | undefined {
  const found = Object.entries(thresholds).flatMap(([name, value], n) => {
    const said = read(given.text(n ? `${LIMIT}.${name}` : LIMIT), value);
    return JSON.stringify(said) === JSON.stringify(value) ? [] : [[name, said] as const];
  });
  return found.length ? Object.fromEntries(found) : undefined;
}

function read(text: string, like: Threshold): Threshold {
  if (!Array.isArray(like)) return typeof like === "number" ? numeric(text) : text;
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  return typeof like[0] === "number" ? lines.map(numeric) : lines;
}

/** What is no number goes on as it was typed: the server says what is wrong with it. */
function numeric(text: string): string | number {
  const value = Number(text);
  return text === "" || Number.isNaN(value) ? text : value;
}
