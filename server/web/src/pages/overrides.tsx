// Overrides: controls that are switched off, rated or parametrised otherwise than they ship.

import { useState } from "react";

import { useAsked } from "../ask";
import { useMay, type May } from "../me";
import { ControlName } from "../parts/decided";
import { useDone, type Done } from "../parts/done";
import { Removal } from "../parts/form";
import { OverrideDialog } from "../parts/override";
import { Page, State } from "../parts/page";
import { Table } from "../parts/table";
import { Value } from "../parts/values";
import { SeverityMark } from "../parts/verdicts";
import OVERRIDES from "../queries/overrides.graphql?raw";
import REMOVE from "../queries/remove-override.graphql?raw";
import { ago, spaced, time, type Severity } from "../words";

export interface Override {
  controlId: string;
  control: { title: string } | null;
  isDisabled: boolean;
  severity: Severity | null;
  thresholds: Record<string, unknown>;
  reason: string | null;
  by: string | null;
  at: string | null;
  isRecorded: boolean;
  ignored: string | null;
}

export function Overrides() {
  const { data, error, asking, again } = useAsked<{ overrides: Override[] }>(OVERRIDES);
  const done = useDone(again);
  const may = useMay();
  const [open, setOpen] = useState(false);
  return (
    <Page
      title="Overrides"
      lead="Controls that are asked otherwise than they ship, on every connector, from its next evaluation on."
      actions={
        may("admin") && (
          <button type="button" onClick={() => setOpen(true)}>
            Override a control …
          </button>
        )
      }
    >
      {open && (
        <OverrideDialog
          overrides={data?.overrides ?? []}
          close={() => setOpen(false)}
          done={(control) => {
            setOpen(false);
            done.tell(`${control} is overridden, from each connector's next evaluation on.`);
          }}
        />
      )}
      {done.said}
      <State asking={asking && !data} error={error} again={again} />
      {data && data.overrides.length > 0 && (
        <Rows overrides={data.overrides} may={may} done={done} />
      )}
      {data && !data.overrides.length && (
        <p className="empty">There is none: every control is asked as it ships.</p>
      )}
    </Page>
  );
}

function Rows({ overrides, may, done }: { overrides: Override[]; may: May; done: Done }) {
  return (
    <Table name="Overrides" columns={["Control", "Changed", "Reason", "By"]} wide="Reason">
      {overrides.map((one) => (
        <tr key={one.controlId}>
          <th scope="row">
            <ControlName id={one.controlId} title={one.control?.title} />
          </th>
          <td data-label="Changed">
            <Changed override={one} />
          </td>
          <td data-label="Reason" className="third">
            {one.reason && <span className="words">{one.reason}</span>}
          </td>
          <td data-label="By">
            {one.by ?? "a file"}
            {one.at && (
              <div className="soft">
                <time title={time(one.at)}>{ago(one.at)}</time>
              </div>
            )}
          </td>
          <td className="end">
            <Remove override={one} may={may} done={done} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Changed({ override }: { override: Override }) {
  const { isDisabled, severity, thresholds, ignored } = override;
  return (
    <>
      <ul className="values">
        {isDisabled && (
          <li>
            <span className="lifetime ended">not asked</span>
          </li>
        )}
        {severity && (
          <li>
            <SeverityMark severity={severity} />
          </li>
        )}
        {Object.entries(thresholds).map(([name, value]) => (
          <li key={name}>
            {spaced(name)}: <Value value={value} />
          </li>
        ))}
      </ul>
      {ignored && <div className="warn">Does not count: {ignored}</div>}
    </>
  );
}

function Remove({ override, may, done }: { override: Override; may: May; done: Done }) {
  if (!override.isRecorded) return <span className="soft">in a file</span>;
  if (!may("admin")) return null;
  const name = override.control?.title ?? override.controlId;
  return (
    <Removal
      what="override"
      name={name}
      lead="The control is asked as it ships, from each connector's next evaluation on."
      mutation={REMOVE}
      variables={{ control: override.controlId }}
      done={() => done.gone(`The override of ${name} is removed.`)}
    />
  );
}
