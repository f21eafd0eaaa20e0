// Findings as rows: what, where, since when. The same list on every page that has one.

import { at, Link } from "../route";
import { ago, kind, short, time, type Severity, type Verdict } from "../words";
import { Mark, SeverityMark } from "./verdicts";

export interface FindingRow {
  id: string;
  status: Verdict;
  severity: Severity;
  since?: string | null;
  reason: string | null;
  controlId: string;
  control: { title: string } | null;
  uid: string;
  connector?: { id: string; name: string } | null;
  resource?: { __typename: string; uid: string; name: string | null; region: string | null } | null;
  unit?: { type: string; region: string } | null;
}

export type Shown = "control" | "resource" | "both";

export function FindingList({ rows, show = "both" }: { rows: FindingRow[]; show?: Shown }) {
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.id} className="row">
          <Mark verdict={row.status} />
          <div className="row-main">
            <Link to={at("findings", row.id)}>
              {show === "resource" ? subject(row) : (row.control?.title ?? row.controlId)}
            </Link>
            <div className="row-more">
              {show === "both" && <span>{subject(row)}</span>}
              {show !== "control" && <span>{about(row)}</span>}
              {row.reason && <span className="reason">{row.reason}</span>}
            </div>
          </div>
          <div className="row-end">
            <SeverityMark severity={row.severity} />
            {row.since && <time title={time(row.since)}>{ago(row.since)}</time>}
          </div>
        </li>
      ))}
    </ul>
  );
}

function subject(row: FindingRow): string {
  if (row.unit) return `All: ${kind(row.unit.type)} in ${row.unit.region}`;
  return row.resource?.name || short(row.uid);
}

function about(row: FindingRow): string {
  if (row.unit) return "could not be listed";
  if (!row.resource) return row.uid;
  const { __typename, region } = row.resource;
  return [kind(__typename), region, row.connector?.name].filter(Boolean).join(" · ");
}

export function More({ more, asking }: { more: (() => void) | undefined; asking: boolean }) {
  if (!more) return null;
  return (
    <p className="more">
      <button type="button" onClick={more} disabled={asking}>
        {asking ? "Loading …" : "Show more"}
      </button>
    </p>
  );
}
