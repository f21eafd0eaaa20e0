// Until when something counts: a word and a day, and amber where that is near.

import { ago, moment, time } from "../words";

const SOON = 14 * 86400000; // ms

/** `ends` is null for what has no end. */
export function Lifetime({ isRunning, ends }: { isRunning: boolean; ends: string | null }) {
  const left = (moment(ends)?.getTime() ?? Infinity) - Date.now();
  const state = !isRunning ? "ended" : left < SOON ? "soon" : "running";
  return (
    <span className="lifetime-cell">
      <span className={`lifetime ${state}`}>{isRunning ? "in force" : "ended"}</span>
      {ends ? (
        <time title={time(ends)}>
          {isRunning ? "ends" : ""} {ago(ends)}
        </time>
      ) : (
        <span>without an end</span>
      )}
    </span>
  );
}
