// Until when something counts: a word and a day, and amber where that is near.

import { ago, moment, time } from "../words";

const SOON = 14 * 86400000; // ms

interface Props {
  isRunning: boolean;
  /** Null for what has no end. */
  ends: string | null;
  running?: string;
  ended?: string;
}

export function Lifetime({ isRunning, ends, running = "in force", ended = "ended" }: Props) {
  const left = (moment(ends)?.getTime() ?? Infinity) - Date.now();
  const isSoon = isRunning && left < SOON;
  const state = isSoon ? "soon" : isRunning ? "running" : "ended";
  return (
    <span className="lifetime-cell">
      <span className={`lifetime ${state}`}>{isRunning ? running : ended}</span>
      {ends ? <time title={time(ends)}>{told(ends, isRunning, isSoon)}</time> : <small>for ever</small>}
    </span>
  );
}

function told(ends: string, isRunning: boolean, isSoon: boolean): string {
  if (isSoon) return `ends ${ago(ends)}`;
  return `${isRunning ? "until" : "on"} ${time(ends).slice(0, 10)}`;
}
