import { useMemo, useState } from "react";

import { useAsked } from "../ask";
import type { Override } from "../pages/overrides";
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

/**
 * Change what a control is asked: off, how bad, or its limits; only what differs is sent. One that is
 * overridden already begins with what that says, since a new override takes the place of it.
 */
export function OverrideDialog({
  overrides,
  close,
  done,
}: {
  overrides: Override[];
  close: () => void;
  done: (control: string) => void;
}) {
  const { data, error, asking } = useAsked<{ controls: Control[] }>(CONTROLS);
  const byId = useMemo(() => new Map(data?.controls.map((one) => [one.id, one])), [data]);
  const [typed, setTyped] = useState("");
  const control = byId.get(typed.trim());
  const before = overrides.find((one) => one.controlId === control?.id && one.isRecorded);
  return (
    <ChangeDialog<{ control: string }>
      title="Override a control"
      lead={<p>It holds for every connector. Whoever looks here later sees the reason.</p>}
      mutation={OVERRIDE}
      variables={(given) => ({ input: wanted(given, control, before) })}
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
      <Changes key={control?.id} control={control} before={before} />
    </ChangeDialog>
  );
}

function Changes({ control, before }: { control: Control | undefined; before: Override | undefined }) {
  const asIs = control && !before ? `As it ships: ${control.severity}` : "As it ships";
  return (
    <>
      {before && <p className="notice">It is overridden already. This takes the place of it.</p>}
      <label className="tick">
        <input type="checkbox" name="isDisabled" defaultChecked={before?.isDisabled} /> Ask it no more
      </label>
      <Field label="Severity" name="severity">
        {(own) => (
          <select {...own} defaultValue={before?.severity ?? ""}>
            <option value="">{asIs}</option>
            {SEVERITIES.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
      </Field>
      {control && <Limits thresholds={control.thresholds} />}
      <Field label="Why" name="reason">
        {(own) => (
          <textarea {...own} required rows={3} maxLength={2000} defaultValue={before?.reason ?? ""} />
        )}
      </Field>
    </>
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

function wanted(given: Given, control: Control | undefined, before: Override | undefined) {
  return {
    control: given.text("control"),
    isDisabled: given.text("isDisabled") !== "",
    severity: given.optional("severity"),
    thresholds: changed(given, control?.thresholds ?? {}, before?.thresholds ?? {}),
    reason: given.text("reason"),
  };
}

/** The limits that have another value than they ship with, each of the type that it has. */
function changed(
  given: Given,
  thresholds: Control["thresholds"],
  before: Record<string, unknown>,
): Record<string, Threshold> | undefined {
  const found = Object.entries(thresholds).flatMap(([name, value], n) => {
    const said = read(given.text(n ? `${LIMIT}.${name}` : LIMIT), value);
    const isSame = !(name in before) && JSON.stringify(said) === JSON.stringify(value);
    return isSame ? [] : [[name, said] as const];
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
