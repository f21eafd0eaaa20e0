// One scan and the ledger: what was read of each type in each region, and what was not, with why.

import { useAsked, usePages } from "../ask";
import { Choice } from "../parts/choice";
import { More } from "../parts/findings";
import { Page, Section, State } from "../parts/page";
import { LiveProgress } from "../parts/progress";
import { Refusals } from "../parts/refusals";
import { ScanState, stateOf, type ScanRow, type Summary } from "../parts/scan-rows";
import LEDGER from "../queries/ledger.graphql?raw";
import STATES from "../queries/ledger-states.graphql?raw";
import SCAN from "../queries/scan.graphql?raw";
import { at, Link, refine } from "../route";
import { count, duration, kind, number, spaced, time } from "../words";

interface Row extends ScanRow {
  connector: { id: string; name: string; scanning: boolean } | null;
}
interface Unit {
  id: string;
  type: string;
  region: string;
  state: string;
  call: string | null;
  error: string | null;
  count: number | null;
  quarantined: number | null;
  seconds: number | null;
  refusals: unknown;
  scan: string | null;
  lastSeen: string | null;
}

export function Scan({ id, search }: { id: string; search: URLSearchParams }) {
  const { data, error, asking, again } = useAsked<{ scans: Row[] }>(SCAN);
  const scan = data?.scans.find((one) => one.id === id);
  const running = scan && !scan.finishedAt;
  return (
    <Page
      title={scan?.connector ? `Scan of ${scan.connector.name}` : `Scan ${id}`}
      crumbs={[{ to: "/scans", name: "Scans" }]}
      lead={scan && <Lead scan={scan} />}
    >
      <State asking={asking && !data} error={error} again={again} />
      {data && !scan && <p className="notice">There is no such scan, or it is long past.</p>}
      {running && scan.connector && (
        <section className="card" aria-label="Progress">
          <LiveProgress connector={scan.connector.id} ended={again} />
        </section>
      )}
      {scan?.summary && <Summed summary={scan.summary} />}
      {scan?.connector && <Ledger connector={scan.connector.id} search={search} scan={id} />}
    </Page>
  );
}

function Lead({ scan }: { scan: Row }) {
  return (
    <div className="lead-row">
      <ScanState state={stateOf(scan)} />
      {scan.connector && <Link to={at("connectors", scan.connector.id)}>{scan.connector.name}</Link>}
      <span>began {time(scan.startedAt)}</span>
      {scan.finishedAt && <span>ended {time(scan.finishedAt)}</span>}
    </div>
  );
}

function Summed({ summary }: { summary: Summary }) {
  const facts: [string, string | undefined][] = [
    ["Took", summary.seconds === undefined ? undefined : duration(summary.seconds)],
    ["Calls", told(summary.calls)],
    ["Resources", told(summary.resources)],
    ["Relationships", told(summary.relationships)],
    ["Units unread", told(summary.unread?.length)],
    ["Quarantined", told(summary.quarantined)],
    ["Sweeps held", told(Object.keys(summary.held_sweeps ?? {}).length || undefined)],
    ["New findings", told(summary.evaluation?.opened)],
    ["Closed findings", told(summary.evaluation?.closed)],
  ];
  return (
    <dl className="figures">
      {facts
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function told(value: number | undefined): string | undefined {
  return value === undefined ? undefined : number(value);
}

type States = Record<string, { totalCount: number }>;

function Ledger({
  connector,
  search,
  scan,
}: {
  connector: string;
  search: URLSearchParams;
  scan: string;
}) {
  const states = useAsked<States>(STATES, { connector });
  const unread = states.data?.unread?.totalCount;
  const state = search.get("state") ?? (states.data ? (unread ? "unread" : "complete") : null);
  const found = usePages<Unit>(state ? LEDGER : null, "units", { connector, state });
  return (
    <Section title="Ledger">
      <p className="hint">
        Each type in each region is read as a whole, or is unread as a whole. These are the units as
        they are now; those that this scan did not fill say so.
      </p>
      <div className="filters">
        <Choice
          label="State"
          value={state ?? undefined}
          all="The most telling"
          options={Object.entries(states.data ?? {})
            .filter(([, { totalCount }]) => totalCount)
            .map(([name, { totalCount }]) => [name, `${spaced(name)} (${number(totalCount)})`])}
          choose={(value) => refine({ state: value })}
        />
        <output className="total">
          {found.total !== undefined && count(found.total, "unit")}
        </output>
      </div>
      <State asking={found.asking && !found.rows.length} error={found.error ?? states.error} />
      {found.rows.length > 0 && <Units units={found.rows} scan={scan} />}
      <More more={found.more} asking={found.asking} />
    </Section>
  );
}

function Units({ units, scan }: { units: Unit[]; scan: string }) {
  return (
    <table className="wide">
      <caption className="hidden">Units</caption>
      <thead>
        <tr>
          <th scope="col">Type</th>
          <th scope="col">Region</th>
          <th scope="col">State</th>
          <th scope="col">Resources</th>
          <th scope="col" className="stretch">
            Refused
          </th>
          <th scope="col">Took</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.id}>
            <th scope="row">{kind(unit.type)}</th>
            <td data-label="Region">{unit.region}</td>
            <td data-label="State">
              <span className={`unit-state ${unit.state}`}>{spaced(unit.state)}</span>
              {unit.scan !== null && unit.scan !== scan && (
                <span className="soft"> by another scan</span>
              )}
            </td>
            <td data-label="Resources" className="figure">
              {unit.count ?? ""}
              {unit.quarantined ? (
                <span className="warn"> {count(unit.quarantined, "record")} did not fit</span>
              ) : null}
            </td>
            <td data-label="Refused" className="stretch">
              {unit.call && <code>{unit.call}</code>} {unit.error}
              <Refusals refusals={unit.refusals} />
            </td>
            <td data-label="Took">{unit.seconds === null ? "" : duration(unit.seconds)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
