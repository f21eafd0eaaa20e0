// How a report went, run by run: columns of what passed, failed and could not be evaluated, in the
// colours and hatching of the bars. The picture has a sentence for who does not see it, and the table
// of runs below it says all of it; a click on a column shows its run, as the table's links do.

import { useEffect, useRef, useState } from "react";

import { refine } from "../route";
import { number, time, word } from "../words";
import type { Tally } from "./verdicts";

export interface HistoryRun extends Tally {
  number: number;
  at: string;
}

const HEIGHT = 170;
const EDGE = { left: 34, right: 6, top: 8, bottom: 22 };
const WIDEST = 44; // px of a column
const LABEL = 46; // px that the number of a run takes
const SHOWN = [
  ["pass", "passed", "pass"],
  ["fail", "failed", "fail"],
  ["not_evaluated", "notEvaluated", "not evaluated"],
] as const;

/** `runs` come with the newest first. */
export function History({ runs, shown }: { runs: HistoryRun[]; shown: number }) {
  const box = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const inOrder = runs.toReversed();
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last || first === last) return null;
  return (
    <figure className="history" ref={box}>
      {width > 0 && <Chart runs={inOrder} shown={shown} width={width} />}
      <figcaption>
        <ul className="legend">
          {SHOWN.map(([kind]) => (
            <li key={kind}>
              <span className={`swatch ${kind}`} aria-hidden="true" /> {word(kind.toUpperCase())}
            </li>
          ))}
        </ul>
        Run #{first.number} is of {time(first.at)}, run #{last.number} of {time(last.at)}. What is
        manual, not covered or not applicable is not drawn.
      </figcaption>
    </figure>
  );
}

function Chart({ runs, shown, width }: { runs: HistoryRun[]; shown: number; width: number }) {
  const most = Math.max(1, ...runs.map(sum));
  const tall = HEIGHT - EDGE.top - EDGE.bottom;
  const step = (width - EDGE.left - EDGE.right) / runs.length;
  const thick = Math.min(WIDEST, step * 0.8);
  const named = labelled(runs, shown, Math.max(1, Math.ceil(LABEL / step)));
  const y = (value: number) => EDGE.top + tall * (1 - value / most);
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={`From run to run: ${summary(runs)}. The table below says it for each run.`}
    >
      <defs>
        <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" className="hatch-ground" />
          <rect width="3" height="7" className="hatch-stripe" />
        </pattern>
      </defs>
      {[...new Set([0, Math.round(most / 2), most])].map((value) => (
        <g key={value}>
          <line x1={EDGE.left} x2={width - EDGE.right} y1={y(value)} y2={y(value)} className="grid" />
          <text x={EDGE.left - 6} y={y(value) + 4} textAnchor="end">
            {number(value)}
          </text>
        </g>
      ))}
      {runs.map((run, n) => {
        const middle = EDGE.left + step * (n + 0.5);
        return (
          <g key={run.number} className="column" onClick={() => show(run, runs)}>
            <title>{`Run #${run.number}, ${time(run.at)}: ${told(run)}`}</title>
            <rect x={middle - step / 2} y={EDGE.top} width={step} height={tall} className="reach" />
            {pieces(run).map(({ kind, from, to }) => (
              <rect
                key={kind}
                className={kind}
                fill={kind === "not_evaluated" ? "url(#hatch)" : undefined}
                x={middle - thick / 2}
                width={thick}
                y={y(to)}
                height={y(from) - y(to)}
              />
            ))}
            {named.has(n) && (
              <text
                x={Math.min(middle, width - LABEL / 2)}
                y={HEIGHT - 6}
                textAnchor="middle"
                className={run.number === shown ? "shown" : undefined}
              >
                #{run.number}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Which columns have room for their number: the one that is shown, the last, and others apart. */
function labelled(runs: HistoryRun[], shown: number, apart: number): Set<number> {
  const last = runs.length - 1;
  const found = new Set([runs.findIndex((run) => run.number === shown)]);
  for (let n = last; n >= 0; n -= apart) {
    if (![...found].some((other) => Math.abs(other - n) < apart)) found.add(n);
  }
  return found;
}

function show(run: HistoryRun, runs: HistoryRun[]): void {
  refine({ run: run === runs.at(-1) ? null : String(run.number) });
}

function sum(run: Tally): number {
  return run.passed + run.failed + run.notEvaluated;
}

/** The pieces of a column, one upon the other. */
function pieces(run: Tally) {
  let below = 0;
  return SHOWN.flatMap(([kind, field]) => {
    if (!run[field]) return [];
    const from = below;
    below += run[field];
    return [{ kind, from, to: below }];
  });
}

function told(run: Tally): string {
  return SHOWN.map(([, field, name]) => `${number(run[field])} ${name}`).join(", ");
}

function summary(runs: HistoryRun[]): string {
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return "";
  return SHOWN.map(([, field, name]) => `${name} ${number(first[field])} to ${number(last[field])}`).join(", ");
}
