// Waivers: what is accepted for a time, on whose word and until when; those that ended below.

import { useAsked } from "../ask";
import { useMay, type May } from "../me";
import { Choice } from "../parts/choice";
import { ControlName, Cut, Where } from "../parts/decided";
import { useDone, type Done } from "../parts/done";
import { Removal } from "../parts/form";
import { Lifetime } from "../parts/lifetime";
import { Narrowed } from "../parts/narrowed";
import { Page, State } from "../parts/page";
import { Table } from "../parts/table";
import { Uid, Value } from "../parts/values";
import REMOVE from "../queries/remove-waiver.graphql?raw";
import WAIVERS from "../queries/waivers.graphql?raw";
import { Link, refine } from "../route";
import { count, short, spaced } from "../words";

export interface Waiver {
  id: string;
  controlId: string;
  control: { title: string } | null;
  uid: string | null;
  connectorId: string | null;
  connector: { id: string; name: string } | null;
  reason: string;
  owner: string;
  expires: string;
  isRunning: boolean;
  condition: Record<string, unknown> | null;
  isRecorded: boolean;
}

export function Waivers({ search }: { search: URLSearchParams }) {
  const control = search.get("control") ?? undefined;
  const state = search.get("state") ?? undefined;
  const { data, error, asking, again } = useAsked<{ waivers: Waiver[] }>(WAIVERS, { control });
  const done = useDone(again);
  const may = useMay();
  const all = data?.waivers ?? [];
  const shown = inOrder(all).filter((one) => !state || one.isRunning === (state === "running"));
  return (
    <Page
      title="Waivers"
      lead="Failures that are accepted for a time. They stay failures, are shown as waived, and come back when the waiver ends."
    >
      <div className="filters">
        <Choice
          label="State"
          value={state}
          options={[
            ["running", "In force"],
            ["ended", "Ended"],
          ]}
          choose={(value) => refine({ state: value })}
        />
        {control && (
          <Narrowed name="Control" value={control} drop={() => refine({ control: null })} />
        )}
        <output className="total">{data && count(shown.length, "waiver")}</output>
      </div>
      {done.said}
      <State asking={asking && !data} error={error} again={again} />
      <Cut rows={all} what="waiver" />
      {shown.length > 0 && <Rows waivers={shown} may={may} done={done} />}
      {data && !shown.length && (
        <p className="empty">
          There is none{(state || control) && " with these filters"}. A waiver is made where the
          failure is: open one of the{" "}
          <Link to={`/findings?status=FAIL${control ? `&control=${encodeURIComponent(control)}` : ""}`}>
            findings
          </Link>
          , and choose <i>Waive</i>.
        </p>
      )}
    </Page>
  );
}

/** Those in force first, the next to end before others; then those that ended, the last before. */
function inOrder(waivers: Waiver[]): Waiver[] {
  const ended = waivers.filter((one) => !one.isRunning).reverse();
  return [...waivers.filter((one) => one.isRunning), ...ended];
}

function Rows({ waivers, may, done }: { waivers: Waiver[]; may: May; done: Done }) {
  return (
    <Table name="Waivers" columns={["Control", "Covers", "Reason", "State"]} wide="Reason">
      {waivers.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            <ControlName id={one.controlId} title={one.control?.title} />
          </th>
          <td data-label="Covers">
            <Covered waiver={one} />
          </td>
          <td data-label="Reason" className="third">
            <span className="words">{one.reason}</span>
            <div className="soft">{one.owner}</div>
          </td>
          <td data-label="State">
            <Lifetime isRunning={one.isRunning} ends={one.expires} />
          </td>
          <td className="end">
            <Remove waiver={one} may={may} done={done} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Covered({ waiver }: { waiver: Waiver }) {
  const { uid, connectorId, connector, condition, controlId } = waiver;
  const found = new URLSearchParams({
    control: controlId,
    ...(connectorId ? { connector: connectorId } : {}),
    ...(uid ? { uid } : {}),
  });
  return (
    <>
      {uid ? <Uid uid={uid} /> : "every failure"} on <Where id={connectorId} connector={connector} />
      {Object.entries(condition ?? {}).map(([name, value]) => (
        <div key={name} className="soft">
          only while {spaced(name).toLowerCase()} is <Value value={value} />
        </div>
      ))}
      <div className="soft">
        <Link to={`/findings?${found}`}>Findings</Link>
      </div>
    </>
  );
}

function Remove({ waiver, may, done }: { waiver: Waiver; may: May; done: Done }) {
  if (!waiver.isRecorded) return <span className="soft">in a file</span>;
  if (!may("operator", waiver.connectorId)) return null;
  const of = `${waiver.control?.title ?? waiver.controlId}, ${waiver.uid ? short(waiver.uid) : "every failure"}`;
  return (
    <Removal
      what="waiver"
      name={of}
      lead={
        (waiver.isRunning
          ? "What it covers fails again, at once or with the connector's next evaluation."
          : "It has ended: nothing changes but this list.") +
        " The audit log keeps that it was there."
      }
      mutation={REMOVE}
      variables={{ id: waiver.id }}
      done={() => done.gone(`The waiver of ${of} is removed.`)}
    />
  );
}
