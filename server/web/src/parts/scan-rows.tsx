import { at, Link } from "../route";
import { ago, count, duration, moment, number, time } from "../words";

export interface Summary {
  seconds?: number;
  calls?: number;
  resources?: number;
  relationships?: number;
  quarantined?: number;
  unread?: unknown[];
  units?: Record<string, number>;
  held_sweeps?: Record<string, unknown>;
  evaluation?: { opened?: number; closed?: number; verdicts?: Record<string, number> };
}
export interface ScanRow {
  id: string;
  state: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  summary: Summary | null;
  connector: { id: string; name: string } | null;
}

export function ScanRows({ rows, named = true }: { rows: ScanRow[]; named?: boolean }) {
  if (!rows.length) return <p className="empty">There is none yet.</p>;
  return (
    <table className="wide">
      <caption className="hidden">Scans</caption>
      <thead>
        <tr>
          <th scope="col">Scan</th>
          {named && <th scope="col">Connector</th>}
          <th scope="col">State</th>
          <th scope="col">Began</th>
          <th scope="col">Took</th>
          <th scope="col">Resources</th>
          <th scope="col">Unread</th>
          <th scope="col">Findings</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link to={at("scans", row.id)}>
                <code>{row.id.slice(0, 8)}</code>
              </Link>
            </th>
            {named && (
              <td data-label="Connector">
                {row.connector && (
                  <Link to={at("connectors", row.connector.id)}>{row.connector.name}</Link>
                )}
              </td>
            )}
            <td data-label="State">
              <ScanState state={stateOf(row)} />
            </td>
            <td data-label="Began">
              <time title={time(row.startedAt)}>{ago(row.startedAt)}</time>
            </td>
            <td data-label="Took">{took(row)}</td>
            <td data-label="Resources" className="figure">
              {row.summary?.resources !== undefined && number(row.summary.resources)}
            </td>
            <td data-label="Unread" className="figure">
              {row.summary?.unread &&
                (row.summary.unread.length ? (
                  <span className="warn">{count(row.summary.unread.length, "unit")}</span>
                ) : (
                  <span className="none">none</span>
                ))}
            </td>
            <td data-label="Findings">{opened(row.summary)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function stateOf(row: Pick<ScanRow, "state" | "finishedAt">): string {
  return row.state ?? (row.finishedAt ? "complete" : "running");
}

export function ScanState({ state }: { state: string }) {
  return <span className={`scan-state ${state}`}>{state}</span>;
}

function took({ startedAt, finishedAt }: ScanRow): string {
  const [from, to] = [moment(startedAt), moment(finishedAt)];
  return from && to ? duration((to.getTime() - from.getTime()) / 1000) : "";
}

function opened(summary: Summary | null): string {
  const { opened: found, closed } = summary?.evaluation ?? {};
  if (found === undefined) return "";
  return `${number(found)} new, ${number(closed ?? 0)} closed`;
}
