// Verdicts as marks, bars and scores. A mark is always a sign, a word and a colour, never a colour
// alone; what was not evaluated is hatched and amber, nothing like a pass, and is told even at zero.

import { number, percent, sign, VERDICTS, word, type Severity, type Verdict } from "../words";

export type Counts = Partial<Record<Verdict, number>>;

export function Mark({ verdict }: { verdict: string }) {
  return (
    <span className={`mark ${verdict.toLowerCase()}`}>
      <span aria-hidden="true">{sign(verdict)}</span>
      {word(verdict)}
    </span>
  );
}

export function SeverityMark({ severity }: { severity: Severity | string | null | undefined }) {
  if (!severity) return null;
  return <span className={`severity ${severity}`}>{severity}</span>;
}

function told(counts: Counts): string {
  return VERDICTS.filter((v) => counts[v] || v === "NOT_EVALUATED")
    .map((v) => `${number(counts[v] ?? 0)} ${word(v).toLowerCase()}`)
    .join(", ");
}

export function Bar({ counts, label }: { counts: Counts; label?: string }) {
  const all = VERDICTS.filter((v) => counts[v]);
  return (
    <div className="bar" role="img" aria-label={`${label ? `${label}: ` : ""}${told(counts)}`}>
      {all.map((v) => (
        <span key={v} className={v.toLowerCase()} style={{ flexGrow: counts[v] ?? 0 }} />
      ))}
    </div>
  );
}

/** What the colours of a bar mean, with their numbers. */
export function Legend({ counts }: { counts: Counts }) {
  const shown = VERDICTS.filter(
    (v) => counts[v] || v === "PASS" || v === "FAIL" || v === "NOT_EVALUATED",
  );
  return (
    <ul className="legend">
      {shown.map((v) => (
        <li key={v} className={counts[v] ? "" : "none"}>
          <span className={`swatch ${v.toLowerCase()}`} aria-hidden="true" />
          {word(v)} <b>{number(counts[v] ?? 0)}</b>
        </li>
      ))}
    </ul>
  );
}

export interface Tally {
  score: number | null;
  passed: number;
  failed: number;
  notEvaluated: number;
  manual: number;
  notCovered: number;
  notApplicable: number;
}

export function countsOf(run: Tally): Counts {
  return {
    PASS: run.passed,
    FAIL: run.failed,
    NOT_EVALUATED: run.notEvaluated,
    MANUAL: run.manual,
    NOT_COVERED: run.notCovered,
    NOT_APPLICABLE: run.notApplicable,
  };
}

/** What a score does not count, in words; the not evaluated ones always. */
export function leftOut(run: Tally): string {
  const parts = [
    `${number(run.notEvaluated)} not evaluated`,
    run.manual ? `${number(run.manual)} manual` : "",
    run.notCovered ? `${number(run.notCovered)} not covered` : "",
    run.notApplicable ? `${number(run.notApplicable)} not applicable` : "",
  ];
  return parts.filter(Boolean).join(", ");
}

/** A score, and always beside it what it leaves out. */
export function Score({ run, large = false }: { run: Tally; large?: boolean }) {
  const judged = run.passed + run.failed;
  return (
    <div className={large ? "score large" : "score"}>
      <b>{run.score === null ? "No score" : percent(run.score)}</b>
      <span>
        {number(run.passed)} of {number(judged)} judged pass
      </span>
      <span className={run.notEvaluated ? "left-out warn" : "left-out"}>
        Left out: {leftOut(run)}
      </span>
    </div>
  );
}
