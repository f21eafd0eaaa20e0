// The tree of a run's requirements, filtered by verdict, severity and text; each control opens to
// its resources. Verdicts are shown as the run has them: filters hide rows, and never change a count.

import { useMemo, useState, type ReactNode } from "react";

import { useAsked, usePages } from "../ask";
import type { Outcome } from "../pages/outcomes";
import FINDINGS from "../queries/findings.graphql?raw";
import RUN_FINDINGS from "../queries/run-findings.graphql?raw";
import { refine } from "../route";
import { count, number, SEVERITIES, VERDICTS, word, type Severity, type Verdict } from "../words";
import { Choice } from "./choice";
import { FindingList, More, type FindingRow } from "./findings";
import { InRun, RecordOutcome, SinceRun, type RunOutcome } from "./outcome";
import { State } from "./page";
import { Bar, Mark, SeverityMark, type Counts } from "./verdicts";

interface Result {
  controlId: string;
  title: string;
  severity: Severity | null;
  verdict: Verdict;
  reason: string | null;
  counts: Partial<Record<"passed" | "failed" | "not_evaluated" | "waived" | "applicable", number>> | null;
}
export interface Requirement {
  number: string;
  title: string;
  verdict: Verdict;
  assessment: string | null;
  note: string | null;
  outcome: RunOutcome | null;
  counts: Record<string, number> | null;
  results: Result[];
  requirements?: Requirement[];
}
export interface RunOf {
  mandate: string;
  connector: string;
  number: number;
  isLatest: boolean;
  /** What is recorded by now, of any of its requirements. */
  recorded: Outcome[];
  mayRecord: boolean;
  /** Ask anew what is recorded. */
  again: () => void;
}
interface Wanted {
  verdict: string | null;
  severity: string | null;
  text: string;
}

export function Requirements({
  requirements,
  search,
  of,
}: {
  requirements: Requirement[];
  search: URLSearchParams;
  of: RunOf;
}) {
  const [text, setText] = useState(search.get("q") ?? "");
  const verdict = search.get("verdict");
  const severity = search.get("severity");
  const shown = useMemo(
    () => kept(requirements, { verdict, severity, text: text.trim().toLowerCase() }),
    [requirements, verdict, severity, text],
  );
  return (
    <section className="section" aria-label="Requirements">
      <div className="section-head">
        <h2>Requirements</h2>
      </div>
      <div className="filters">
        <Choice
          label="Verdict"
          value={verdict ?? undefined}
          options={VERDICTS.map((v) => [v, word(v)])}
          choose={(value) => refine({ verdict: value })}
        />
        <Choice
          label="Severity"
          value={severity ?? undefined}
          options={SEVERITIES.map((s) => [s, s])}
          choose={(value) => refine({ severity: value })}
        />
        <label className="field grow">
          <span>Text</span>
          <input
            type="search"
            value={text}
            placeholder="Number, title or control"
            onChange={(event) => {
              setText(event.target.value);
              refine({ q: event.target.value || null });
            }}
          />
        </label>
        <output className="total">
          {number(leaves(shown).length)} of {count(leaves(requirements).length, "requirement")}
        </output>
      </div>
      {shown.map((one) => (
        <Chapter key={one.number} one={one} of={of} level={3} />
      ))}
      {!shown.length && <p className="empty">No requirement fits these filters.</p>}
    </section>
  );
}

function leaves(all: Requirement[]): Requirement[] {
  return all.flatMap((one) => (one.requirements?.length ? leaves(one.requirements) : [one]));
}

function kept(all: Requirement[], wanted: Wanted): Requirement[] {
  return all.flatMap((one) => {
    if (!one.requirements?.length) return fits(one, wanted) ? [one] : [];
    const below = kept(one.requirements, wanted);
    return below.length ? [{ ...one, requirements: below }] : [];
  });
}

function fits(one: Requirement, wanted: Wanted): boolean {
  if (wanted.verdict && one.verdict !== wanted.verdict) return false;
  if (wanted.severity && !one.results.some((r) => r.severity === wanted.severity)) return false;
  const said = [one.number, one.title, ...one.results.flatMap((r) => [r.controlId, r.title])];
  return said.some((text) => text.toLowerCase().includes(wanted.text));
}

const COUNTED: [string, Verdict][] = [
  ["passed", "PASS"],
  ["failed", "FAIL"],
  ["not_evaluated", "NOT_EVALUATED"],
  ["manual", "MANUAL"],
  ["not_covered", "NOT_COVERED"],
  ["not_applicable", "NOT_APPLICABLE"],
];

function barOf(counts: Record<string, number>): Counts {
  return Object.fromEntries(COUNTED.map(([name, verdict]) => [verdict, counts[name] ?? 0]));
}

function Chapter({ one, of, level }: { one: Requirement; of: RunOf; level: number }) {
  if (!one.requirements?.length) return <Leaf one={one} of={of} />;
  const Heading = level === 3 ? "h3" : "h4";
  return (
    <section className={`chapter level${level}`} aria-label={`${one.number} ${one.title}`}>
      <div className="chapter-head">
        <Heading>
          <span className="no">{one.number}</span> {one.title}
        </Heading>
        {one.counts && <Bar counts={barOf(one.counts)} label={`${one.number} ${one.title}`} />}
      </div>
      {one.requirements.map((below) => (
        <Chapter key={below.number} one={below} of={of} level={level + 1} />
      ))}
    </section>
  );
}

function Leaf({ one, of }: { one: Requirement; of: RunOf }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="leaf" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="no">{one.number}</span>
        <span className="leaf-title">{one.title}</span>
        <Mark verdict={one.verdict} />
      </summary>
      {open && <Inside one={one} of={of} />}
    </details>
  );
}

function Inside({ one, of }: { one: Requirement; of: RunOf }) {
  return (
    <div className="leaf-body">
      {one.note && <p className="note">{one.note}</p>}
      {!one.results.length && <p className="note">{nothing(one)}</p>}
      {one.outcome && <InRun outcome={one.outcome} />}
      {of.isLatest && isForPeople(one) && <Recorded one={one} of={of} />}
      {one.results.map((result) => (
        <ControlResult key={result.controlId} result={result} of={of} />
      ))}
    </div>
  );
}

function isForPeople(one: Requirement): boolean {
  return one.assessment === "manual" || !one.results.length;
}

function Recorded({ one, of }: { one: Requirement; of: RunOf }) {
  const recorded = of.recorded.find(({ requirement }) => requirement === one.number);
  return (
    <>
      {recorded && <SinceRun recorded={recorded} inRun={one.outcome} />}
      {of.mayRecord && <RecordOutcome of={of} requirement={one} done={of.again} />}
    </>
  );
}

function nothing(one: Requirement): string {
  return one.assessment === "manual"
    ? "A person has to look: no control can tell."
    : "No control checks this.";
}

function ControlResult({ result, of }: { result: Result; of: RunOf }) {
  const [open, setOpen] = useState(false);
  const counts = result.counts ?? {};
  const found = (counts.failed ?? 0) + (counts.not_evaluated ?? 0) + (counts.waived ?? 0);
  const hasFindings = found > 0 || result.verdict === "NOT_EVALUATED";
  return (
    <div className="control">
      <div className="control-head">
        <Mark verdict={result.verdict} />
        <span className="control-title">{result.title}</span>
        <SeverityMark severity={result.severity} />
      </div>
      <div className="control-more">
        <code>{result.controlId}</code>
        <Resources counts={counts} />
        {result.reason && <span className="reason">{result.reason}</span>}
        {hasFindings && (
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "Hide resources" : "Show resources"}
          </button>
        )}
      </div>
      {open && (of.isLatest ? <Now id={result.controlId} of={of} /> : <Then id={result.controlId} of={of} />)}
    </div>
  );
}

function Resources({ counts }: { counts: NonNullable<Result["counts"]> }) {
  const parts: [number | undefined, string][] = [
    [counts.failed, "fail"],
    [counts.not_evaluated, "not evaluated"],
    [counts.waived, "waived"],
    [counts.passed, "pass"],
  ];
  const told = parts.filter(([many]) => many).map(([many, name]) => `${number(many ?? 0)} ${name}`);
  return <span>{told.length ? told.join(", ") : "no resources"}</span>;
}

function Now({ id, of }: { id: string; of: RunOf }): ReactNode {
  const found = usePages<FindingRow>(FINDINGS, "findings", {
    connector: of.connector,
    control: id,
  });
  return (
    <>
      <State asking={found.asking && !found.rows.length} error={found.error} />
      <FindingList rows={found.rows} show="resource" />
      <More more={found.more} asking={found.asking} />
    </>
  );
}

interface RunFinding extends FindingRow {
  name: string | null;
  type: string;
  region: string | null;
}
interface Document {
  report: { run: { requirements: Documented[] } | null } | null;
}
interface Documented {
  results: { controlId: string; findings: RunFinding[] }[];
  requirements?: Documented[];
}

/** Those of an earlier run, as its document names them. */
function Then({ id, of }: { id: string; of: RunOf }): ReactNode {
  const { data, error, asking } = useAsked<Document>(RUN_FINDINGS, {
    mandate: of.mandate,
    connector: of.connector,
    number: of.number,
  });
  const rows = documented(data?.report?.run?.requirements ?? [], id).map((row) => ({
    ...row,
    controlId: id,
    control: null,
    resource: { __typename: row.type, uid: row.uid, name: row.name, region: row.region },
  }));
  return (
    <>
      <State asking={asking && !data} error={error} />
      <FindingList rows={rows} show="resource" />
    </>
  );
}

function documented(all: Documented[], control: string): RunFinding[] {
  for (const one of all) {
    const found = one.results.find((result) => result.controlId === control);
    if (found) return found.findings;
    const below = documented(one.requirements ?? [], control);
    if (below.length) return below;
  }
  return [];
}
