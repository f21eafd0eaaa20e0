// What people found of a requirement: as the run has it, what was recorded since, and recording it.

import { useState } from "react";

import type { Outcome } from "../pages/outcomes";
import RECORD from "../queries/record-outcome.graphql?raw";
import { day, moment, word } from "../words";
import { ChangeDialog, Field } from "./form";

/** As the document of a run has it. */
export interface RunOutcome {
  outcome: string;
  note: string;
  by: string;
  at: string;
  expires_at: string | null;
}

export function InRun({ outcome }: { outcome: RunOutcome }) {
  return (
    <p className="note">
      {word(outcome.outcome)}, as {outcome.by} recorded on {outcome.at.slice(0, 10)}
      {outcome.expires_at && `, until ${outcome.expires_at.slice(0, 10)}`}: {outcome.note}
    </p>
  );
}

/** What is recorded by now, where the run does not have it yet. */
export function SinceRun({
  recorded,
  inRun,
}: {
  recorded: Outcome;
  inRun: RunOutcome | null;
}) {
  if (inRun && moment(inRun.at)?.getTime() === moment(recorded.at)?.getTime()) return null;
  const { verdict, owner, at, until, evidence, isRunning } = recorded;
  if (!isRunning) {
    return (
      <p className="notice unknown">
        {word(verdict)}, as {owner} recorded on {at.slice(0, 10)}, has ended on {until?.slice(0, 10)}:
        somebody has to look again. It was: {evidence}
      </p>
    );
  }
  return (
    <p className="notice">
      <b>Recorded since this run, to count from the next on:</b> {word(verdict)}, by {owner} on{" "}
      {at.slice(0, 10)}
      {until && `, until ${until.slice(0, 10)}`}: {evidence}
    </p>
  );
}

const FOUND = ["PASS", "FAIL", "NOT_APPLICABLE"];

export function RecordOutcome({
  of,
  requirement,
  done,
}: {
  of: { mandate: string; connector: string };
  requirement: { number: string; title: string };
  done: () => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-label={`Record an outcome of ${requirement.number}`}
      >
        Record an outcome …
      </button>
      {open && (
        <ChangeDialog
          title={`Outcome of ${requirement.number}`}
          lead={
            <>
              <p>
                <b>{requirement.title}</b>
              </p>
              <p>
                It takes the place of what was recorded before, and counts from the report's next run
                on.
              </p>
            </>
          }
          mutation={RECORD}
          variables={({ text }) => ({
            input: {
              mandate: of.mandate,
              connector: of.connector,
              requirement: requirement.number,
              verdict: text("verdict"),
              evidence: text("evidence"),
              owner: text("owner"),
              until: `${text("until")}T00:00:00Z`,
            },
          })}
          submit="Record"
          close={() => setOpen(false)}
          done={() => {
            setOpen(false);
            done();
          }}
        >
          <Field label="What was found" name="verdict">
            {(own) => (
              <select {...own} required defaultValue="">
                <option value="" disabled>
                  Choose
                </option>
                {FOUND.map((one) => (
                  <option key={one} value={one}>
                    {word(one)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label="What shows it" name="evidence" hint="In words, or where to find it.">
            {(own) => <textarea {...own} required rows={3} maxLength={2000} />}
          </Field>
          <Field label="Who answers for it" name="owner">
            {(own) => <input {...own} required maxLength={200} autoComplete="email" />}
          </Field>
          <Field label="Counts until" name="until">
            {(own) => <input {...own} type="date" required min={day(1)} defaultValue={day(365)} />}
          </Field>
        </ChangeDialog>
      )}
    </>
  );
}
