import { useAsked } from "../ask";
import { Page, State } from "../parts/page";
import { LiveProgress } from "../parts/progress";
import { ScanRows, type ScanRow } from "../parts/scan-rows";
import SCANS from "../queries/scans.graphql?raw";
import { at, Link } from "../route";

interface Said {
  scans: ScanRow[];
  connectors: { id: string; name: string; scanning: boolean }[];
}

const FOLLOWED = 3; // a browser holds six connections to a server; the rest are links

export function Scans() {
  const { data, error, asking, again } = useAsked<Said>(SCANS);
  const running = data?.connectors.filter((c) => c.scanning) ?? [];
  return (
    <Page title="Scans" lead="Each is one pass over a connector, the newest first.">
      <State asking={asking && !data} error={error} again={again} />
      {running.slice(0, FOLLOWED).map((one) => (
        <section key={one.id} className="card" aria-label={`Scan of ${one.name}`}>
          <div className="card-head">
            <h2>
              Scanning <Link to={at("connectors", one.id)}>{one.name}</Link>
            </h2>
          </div>
          <LiveProgress connector={one.id} ended={again} />
        </section>
      ))}
      {running.length > FOLLOWED && (
        <p className="notice">{running.length - FOLLOWED} more are under way, see below.</p>
      )}
      {data && <ScanRows rows={data.scans} />}
    </Page>
  );
}
