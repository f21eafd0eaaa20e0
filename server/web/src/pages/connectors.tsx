import { useAsked } from "../ask";
import { Page, State } from "../parts/page";
import { Refresh } from "../parts/refresh";
import CONNECTORS from "../queries/connectors.graphql?raw";
import { at, Link } from "../route";
import { ago, CLOUDS, count, time } from "../words";

interface Connector {
  id: string;
  name: string;
  cloud: string;
  scope: string;
  state: string;
  lastError: string | null;
  publishing: boolean;
  scanning: boolean;
  scans: { id: string; state: string | null; startedAt: string; finishedAt: string | null }[];
  units: { call: string | null }[];
}

export function Connectors() {
  const { data, error, asking, again } = useAsked<{ connectors: Connector[] }>(CONNECTORS);
  return (
    <Page title="Connectors" lead="Accounts, subscriptions and projects that are read.">
      <State asking={asking && !data} error={error} again={again} />
      {data && !data.connectors.length && (
        <p className="notice">
          None is connected yet: <code>cirrograph connectors add</code>.
        </p>
      )}
      {data && data.connectors.length > 0 && (
        <table className="wide">
          <caption className="hidden">Connectors</caption>
          <thead>
            <tr>
              <th scope="col">Connector</th>
              <th scope="col">State</th>
              <th scope="col" className="stretch">
                Last error
              </th>
              <th scope="col">Refused</th>
              <th scope="col">Last scan</th>
              <th scope="col">
                <span className="hidden">Changes</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.connectors.map((one) => (
              <Row key={one.id} one={one} again={again} />
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}

function Row({ one, again }: { one: Connector; again: () => void }) {
  const [scan] = one.scans;
  return (
    <tr>
      <th scope="row">
        <Link to={at("connectors", one.id)}>{one.name}</Link>
        <div className="soft">
          {CLOUDS[one.cloud] ?? one.cloud} {one.scope}
        </div>
      </th>
      <td data-label="State">
        <ConnectorState state={one.state} scanning={one.scanning} />
      </td>
      <td data-label="Last error" className="stretch">
        {one.lastError ?? <span className="none">none</span>}
      </td>
      <td data-label="Refused">
        {one.units.length ? (
          <span className="warn">{count(one.units.length, "unit")}</span>
        ) : (
          <span className="none">none</span>
        )}
      </td>
      <td data-label="Last scan">
        {scan ? (
          <Link to={at("scans", scan.id)} title={time(scan.startedAt)}>
            {ago(scan.startedAt)}
          </Link>
        ) : (
          "never"
        )}
      </td>
      <td className="end">
        <Refresh connector={one.name} id={one.id} again={again} />
      </td>
    </tr>
  );
}

export function ConnectorState({ state, scanning }: { state: string; scanning: boolean }) {
  return (
    <>
      <span className={`connector-state ${state}`}>{state}</span>
      {scanning && <span className="soft"> scanning</span>}
    </>
  );
}
