// Schedules: scans and reports that are done at given times, the next one first.

import { useState } from "react";

import { useAsked } from "../ask";
import { useMay, type May } from "../me";
import { Cut } from "../parts/decided";
import { useDone, type Done } from "../parts/done";
import { Removal } from "../parts/form";
import { Page, State } from "../parts/page";
import { ScheduleDialog, type Choices } from "../parts/schedule";
import { Table } from "../parts/table";
import REMOVE from "../queries/remove-schedule.graphql?raw";
import SCHEDULES from "../queries/schedules.graphql?raw";
import { at, Link } from "../route";
import { ago, time, titled } from "../words";

interface Schedule {
  id: string;
  kind: "SCAN" | "REPORT";
  connector: { id: string; name: string } | null;
  mandateId: string | null;
  mandate: { title: string; version: string } | null;
  cron: string;
  due: string;
  lastAt: string | null;
  lastOutcome: string | null;
}
interface Said extends Choices {
  schedules: Schedule[];
}

export function Schedules() {
  const { data, error, asking, again } = useAsked<Said>(SCHEDULES);
  const done = useDone(again);
  const may = useMay();
  const [open, setOpen] = useState(false);
  const mine = data?.connectors.filter((one) => may("operator", one.id)) ?? [];
  return (
    <Page
      title="Schedules"
      lead="Scans and reports that are done at given times, beside those that a server does by itself."
      actions={
        mine.length > 0 && (
          <button type="button" onClick={() => setOpen(true)}>
            Add a schedule …
          </button>
        )
      }
    >
      {open && data && (
        <ScheduleDialog
          connectors={mine}
          mandates={data.mandates}
          close={() => setOpen(false)}
          done={(due) => {
            setOpen(false);
            done.tell(`The schedule is added. It is due first at ${time(due)}.`);
          }}
        />
      )}
      {done.said}
      <State asking={asking && !data} error={error} again={again} />
      <Cut rows={data?.schedules ?? []} what="schedule" />
      {data && data.schedules.length > 0 && (
        <Rows schedules={data.schedules} may={may} done={done} />
      )}
      {data && !data.schedules.length && <p className="empty">There is none.</p>}
    </Page>
  );
}

function Rows({ schedules, may, done }: { schedules: Schedule[]; may: May; done: Done }) {
  return (
    <Table name="Schedules" columns={["What", "When", "Next", "Last"]} wide="Last">
      {schedules.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            <What schedule={one} />
          </th>
          <td data-label="When">
            <code>{one.cron}</code>
          </td>
          <td data-label="Next">
            <time title={ago(one.due)}>{time(one.due)}</time>
          </td>
          <td data-label="Last" className="third">
            {one.lastAt ? (
              <>
                <time title={time(one.lastAt)}>{ago(one.lastAt)}</time>
                {one.lastOutcome && <div className="soft">{one.lastOutcome}</div>}
              </>
            ) : (
              <span className="none">not yet</span>
            )}
          </td>
          <td className="end">
            <Remove schedule={one} may={may} done={done} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function What({ schedule: { kind, connector, mandate, mandateId } }: { schedule: Schedule }) {
  const name = mandate ? titled(mandate.title, mandate.version) : mandateId;
  const where = connector ? (
    <Link to={at("connectors", connector.id)}>{connector.name}</Link>
  ) : (
    "a connector that is gone"
  );
  if (kind === "SCAN") return <>Scan of {where}</>;
  return (
    <>
      Report of{" "}
      {connector && mandateId ? (
        <Link to={at("reports", mandateId, connector.name)}>{name}</Link>
      ) : (
        name
      )}{" "}
      on {where}
    </>
  );
}

function Remove({ schedule, may, done }: { schedule: Schedule; may: May; done: Done }) {
  const { connector, mandate, mandateId } = schedule;
  if (!connector || !may("operator", connector.id)) return null;
  const task = mandateId ? `Report of ${mandate?.title ?? mandateId}` : "Scan";
  const name = `${task} on ${connector.name}, ${schedule.cron}`;
  return (
    <Removal
      what="schedule"
      name={name}
      lead="It is done no more at these times. What is under way goes on."
      mutation={REMOVE}
      variables={{ id: schedule.id }}
      done={() => done.gone(`The schedule is removed: ${name}.`)}
    />
  );
}
