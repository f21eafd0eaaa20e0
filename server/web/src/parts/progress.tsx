// How far a scan is, live: the server tells it as events, and says when it has ended.

import { useEffect, useState } from "react";

import { follow, type NotAnswered } from "../ask";
import PROGRESS from "../queries/progress.graphql?raw";
import { count, duration, number } from "../words";

interface Progress {
  scan: string;
  state: string;
  units: number;
  staged: number;
  settled: number;
  complete: number;
  calls: number;
  resources: number;
  unread: number;
  seconds: number;
}

export function LiveProgress({ connector, ended }: { connector: string; ended: () => void }) {
  const [now, setNow] = useState<Progress>();
  const [error, setError] = useState<NotAnswered>();
  useEffect(
    () =>
      follow<{ scanProgress: Progress }>(
        PROGRESS,
        { connector },
        (said) => setNow(said.scanProgress),
        (failed) => {
          setError(failed);
          if (!failed) ended();
        },
      ),
    [connector],
  );
  if (error) return <p className="notice">{error.message}</p>;
  if (!now) return <p className="waiting">Waiting for the scan …</p>;
  const share = Math.floor(now.complete * 100);
  return (
    <div className="progress">
      <div className="progress-head">
        <span className={`scan-state ${now.state}`}>{now.state}</span>
        <b>{share} %</b>
        <span className="soft">{duration(now.seconds)}</span>
      </div>
      <progress value={now.complete} max={1} aria-label={`Scan of ${connector}`} />
      <p className="progress-told">
        {number(now.settled)} of {count(now.units, "unit")} published, {number(now.staged)} read and
        waiting, {count(now.resources, "resource")}, {count(now.calls, "call")}
        {now.unread > 0 && <span className="warn">, {count(now.unread, "unit")} unread</span>}
      </p>
      <p className="hidden" aria-live="polite">
        {`Scan of ${connector}: ${now.state}, ${share - (share % 25)} per cent`}
      </p>
    </div>
  );
}
