// One connector: what it could not read, and which controls are lost by it.

import { useAsked } from "../ask";
import { ConnectorState } from "./connectors";
import { Page, Section, State } from "../parts/page";
import { lost, refusalsOf } from "../parts/refusals";
import { Refresh } from "../parts/refresh";
import { ScanRows, type ScanRow } from "../parts/scan-rows";
import { Bar, countsOf, leftOut, SeverityMark, type Tally } from "../parts/verdicts";
import CONNECTOR from "../queries/connector.graphql?raw";
import { at, Link } from "../route";
import { CLOUDS, count, kind, percent, time, titled, type Severity } from "../words";

interface Unit {
  id: string;
  type: string;
  region: string;
  call: string | null;
  error: string | null;
}
interface Lost {
  verdict: string;
  controlId: string;
  severity: Severity | null;
  notEvaluated: number;
  reason: string | null;
  control: { title: string } | null;
}
interface Found {
  id: string;
  name: string;
  cloud: string;
  partition: string;
  scope: string;
  state: string;
  lastError: string | null;
  publishing: boolean;
  scanning: boolean;
  addedAt: string | null;
  scans: Omit<ScanRow, "connector">[];
  units: Unit[];
}
interface Said {
  connector: Found | null;
  read: { nodes: { type: string; region: string; refusals: unknown }[] };
  verdicts: { nodes: Lost[] };
  reports: {
    mandateId: string;
    mandate: { title: string; version: string } | null;
    connector: { id: string } | null;
    run: (Tally & { number: number }) | null;
  }[];
}

export function Connector({ id }: { id: string }) {
  const { data, error, asking, again } = useAsked<Said>(CONNECTOR, { id });
  const found = data?.connector;
  const lost = data?.verdicts.nodes.filter((one) => isLost(one)) ?? [];
  return (
    <Page
      title={found?.name ?? id}
      crumbs={[{ to: "/connectors", name: "Connectors" }]}
      lead={found && <Lead found={found} />}
      actions={found && <Refresh connector={found.name} id={found.id} again={again} />}
    >
      <State asking={asking && !data} error={error} again={again} />
      {data && !found && <p className="notice">No connector has this name or id.</p>}
      {data && found && (
        <>
          {found.lastError && <p className="notice warn">{found.lastError}</p>}
          <Section title="Refused calls">
            <Refused units={found.units} read={data.read.nodes} />
          </Section>
          <Section
            title="Controls that are lost by it"
            aside={<span className="soft">{count(lost.length, "control")}</span>}
          >
            <LostControls all={lost} connector={found.name} />
          </Section>
          <Section title="Mandates">
            <Reports reports={data.reports.filter((r) => r.connector?.id === found.id)} name={found.name} />
          </Section>
          <Section title="Scans">
            <ScanRows
              rows={found.scans.map((scan) => ({ ...scan, connector: found }))}
              named={false}
            />
          </Section>
        </>
      )}
    </Page>
  );
}

/** As a whole, or on some of its resources, whatever it says of the others. */
function isLost({ verdict, notEvaluated }: Lost): boolean {
  return verdict === "NOT_EVALUATED" || notEvaluated > 0;
}

function Lead({ found }: { found: Found }) {
  return (
    <div className="lead-row">
      <ConnectorState state={found.state} scanning={found.scanning} />
      <span>
        {CLOUDS[found.cloud] ?? found.cloud} {found.scope}
      </span>
      {found.partition !== found.cloud && <span>{found.partition}</span>}
      {found.addedAt && <span>added {time(found.addedAt)}</span>}
      <Link to={`/inventory?account=${encodeURIComponent(found.scope)}`}>Inventory</Link>
      <Link to={`/findings?connector=${encodeURIComponent(found.name)}`}>Findings</Link>
    </div>
  );
}

/** A call that was refused, and one thing that is unread by it. */
interface Loss {
  call: string;
  error: string;
  what: string;
  region: string;
}

function losses(units: Unit[], read: Said["read"]["nodes"]): Loss[] {
  return [
    ...units.map(({ call, error, type, region }) => ({
      call: call ?? "unknown call",
      error: error ?? "",
      what: `all of ${kind(type)}`,
      region,
    })),
    ...read.flatMap(({ type, region, refusals }) =>
      refusalsOf(refusals).map((one) => ({
        call: one.call,
        error: one.error,
        what: `${kind(type)}: ${lost(one)}`,
        region,
      })),
    ),
  ];
}

/** One row a call: it was refused for these types and regions. */
function Refused({ units, read }: { units: Unit[]; read: Said["read"]["nodes"] }) {
  const all = losses(units, read);
  if (!all.length) return <p className="empty">No call was refused.</p>;
  const calls = Map.groupBy(all, ({ call, error }) => `${call}\n${error}`);
  return (
    <table className="wide">
      <thead>
        <tr>
          <th scope="col">Call</th>
          <th scope="col" className="stretch">
            Error
          </th>
          <th scope="col">Not read</th>
        </tr>
      </thead>
      <tbody>
        {[...calls].map(([key, of]) => (
          <tr key={key}>
            <th scope="row">
              <code>{of[0]?.call}</code>
            </th>
            <td data-label="Error" className="stretch">
              {of[0]?.error}
            </td>
            <td data-label="Not read">
              {[...new Set(of.map((one) => one.what))].join(", ")} in{" "}
              {[...new Set(of.map((one) => one.region))].join(", ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LostControls({ all, connector }: { all: Lost[]; connector: string }) {
  if (!all.length) return <p className="empty">Every control could be evaluated.</p>;
  return (
    <ul className="rows">
      {all.map((one) => (
        <li key={one.controlId} className="row">
          <div className="row-main">
            <Link
              to={`/findings?status=NOT_EVALUATED&connector=${encodeURIComponent(connector)}&control=${encodeURIComponent(one.controlId)}`}
            >
              {one.control?.title ?? one.controlId}
            </Link>
            <div className="row-more">
              {one.notEvaluated > 0 && (
                <span>
                  {count(one.notEvaluated, "resource")} not evaluated
                  {one.verdict === "FAIL" && ", others fail"}
                </span>
              )}
              {one.reason && <span className="reason">{one.reason}</span>}
            </div>
          </div>
          <div className="row-end">
            <SeverityMark severity={one.severity} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Reports({ reports, name }: { reports: Said["reports"]; name: string }) {
  if (!reports.length) return <p className="empty">No mandate is reported on it yet.</p>;
  return (
    <table className="wide">
      <thead>
        <tr>
          <th scope="col">Mandate</th>
          <th scope="col" className="stretch">
            Requirements
          </th>
          <th scope="col">Score</th>
          <th scope="col">Left out</th>
        </tr>
      </thead>
      <tbody>
        {reports.map(({ mandateId, mandate, run }) => (
          <tr key={mandateId}>
            <th scope="row">
              <Link to={at("reports", mandateId, name)}>
                {mandate ? titled(mandate.title, mandate.version) : mandateId}
              </Link>
            </th>
            <td data-label="Requirements" className="stretch">
              {run && <Bar counts={countsOf(run)} label={mandate?.title ?? mandateId} />}
            </td>
            <td data-label="Score" className="figure">
              {run && run.score !== null ? percent(run.score) : "none"}
            </td>
            <td data-label="Left out" className={run?.notEvaluated ? "warn" : ""}>
              {run && leftOut(run)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
