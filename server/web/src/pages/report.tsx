// A report: what a mandate's requirements say of one connector, as one numbered run tells it.
//
// The tree and its counts are the run's own and never change. The resources of a control are asked
// for when it is opened: those of the latest run as they are now, with pages and links; those of an
// earlier run out of its document.

import { useState } from "react";

import { useAsked } from "../ask";
import { change } from "../changes";
import { useMay } from "../me";
import { Exports, type ExportLink } from "../parts/exports";
import { History } from "../parts/history";
import { Page, State } from "../parts/page";
import { Requirements, type Requirement } from "../parts/requirements";
import { Bar, countsOf, Legend, Score, type Tally } from "../parts/verdicts";
import OUTCOMES from "../queries/outcomes.graphql?raw";
import REPORT from "../queries/report.graphql?raw";
import RUN from "../queries/run-report.graphql?raw";
import { at, Link, refine } from "../route";
import { ago, count, percent, time, titled } from "../words";
import type { Outcome } from "./outcomes";

interface Run extends Tally {
  number: number;
  at: string;
  hash: string;
}
interface Said {
  report: {
    mandateId: string;
    mandate: { title: string; version: string; source: string } | null;
    connector: {
      id: string;
      name: string;
      state: string;
      lastError: string | null;
      publishing: boolean;
    } | null;
    runs: Run[];
    run: (Run & { exports: ExportLink[]; requirements: Requirement[] }) | null;
  } | null;
}

interface Props {
  mandate: string;
  connector: string;
  search: URLSearchParams;
}

export function Report({ mandate, connector, search }: Props) {
  const asked = Number(search.get("run")) || null;
  const { data, error, asking, again } = useAsked<Said>(REPORT, {
    mandate,
    connector,
    number: asked,
  });
  const recorded = useAsked<{ outcomes: Outcome[] }>(data?.report ? OUTCOMES : null, {
    mandate,
    connector,
  });
  const may = useMay();
  const report = data?.report;
  const run = report?.run;
  const title = report?.mandate ? titled(report.mandate.title, report.mandate.version) : mandate;
  return (
    <Page
      title={title}
      crumbs={[{ to: "/", name: "Mandates" }]}
      lead={report && <About report={report} />}
      actions={
        report && <RunAgain mandate={mandate} connector={connector} id={report.connector?.id} again={again} />
      }
    >
      <State asking={asking && !data} error={error} again={again} />
      {data && !report && (
        <>
          <p className="notice">This mandate has not been reported on {connector} yet.</p>
          <RunAgain mandate={mandate} connector={connector} id={undefined} again={again} />
        </>
      )}
      {report && !run && <p className="notice">There is no such run.</p>}
      {report && run && (
        <>
          <section className="card" aria-label="Result">
            <div className="card-head">
              <Score run={run} large />
              <RunFacts run={run} runs={report.runs} />
            </div>
            <Bar counts={countsOf(run)} label={title} />
            <Legend counts={countsOf(run)} />
            <Exports links={run.exports} of="this run" />
          </section>
          <Requirements
            requirements={run.requirements}
            search={search}
            of={{
              mandate,
              connector,
              number: run.number,
              isLatest: run.number === report.runs[0]?.number,
              recorded: recorded.data?.outcomes ?? [],
              mayRecord: may("operator", report.connector?.id),
              again: recorded.again,
            }}
          />
          <EarlierRuns runs={report.runs} shown={run.number} />
        </>
      )}
    </Page>
  );
}

function About({ report }: { report: NonNullable<Said["report"]> }) {
  const { connector } = report;
  return (
    <>
      On{" "}
      {connector ? (
        <Link to={at("connectors", connector.id)}>{connector.name}</Link>
      ) : (
        "a connector that is gone"
      )}
      {connector && connector.state !== "online" && (
        <p className="notice warn">
          The connector is {connector.state}: {connector.lastError ?? "not everything was read"}.
          What could not be read is not evaluated, and counts neither way.
        </p>
      )}
      {connector?.publishing && (
        <p className="notice">
          A scan is being published right now: the next run will have its results.
        </p>
      )}
    </>
  );
}

function RunFacts({ run, runs }: { run: Run; runs: Run[] }) {
  return (
    <div className="run-facts">
      <label className="field">
        <span>Run</span>
        <select
          value={run.number}
          onChange={(event) => {
            const latest = Number(event.target.value) === runs[0]?.number;
            refine({ run: latest ? null : event.target.value });
          }}
        >
          {runs.map((one) => (
            <option key={one.number} value={one.number}>
              #{one.number}, {time(one.at)}
              {one === runs[0] ? " (latest)" : ""}
            </option>
          ))}
        </select>
      </label>
      <span className="print-only">
        Run #{run.number}, {time(run.at)}
      </span>
      <span className="hash" title={`SHA-256 of the run's document: ${run.hash}`}>
        <span>SHA-256</span> <code>{run.hash}</code>
      </span>
    </div>
  );
}

function RunAgain({
  mandate,
  connector,
  id,
  again,
}: {
  mandate: string;
  connector: string;
  id: string | undefined;
  again: () => void;
}) {
  const may = useMay();
  const [said, setSaid] = useState("");
  const run = () => {
    setSaid("Running …");
    change<{ number: number }>(RUN, { mandate, connector }).then(
      (done) => {
        setSaid(`Run #${done.number} is there.`);
        refine({ run: null });
        again();
      },
      (error: Error) => setSaid(error.message),
    );
  };
  return (
    <>
      <span role="status">{said}</span>
      {may("operator", id) && (
        <button type="button" onClick={run}>
          Run again
        </button>
      )}
      <button type="button" onClick={() => print()}>
        Print
      </button>
    </>
  );
}

const LATEST = 12; // runs of the table; the chart above it has all of them

function EarlierRuns({ runs, shown }: { runs: Run[]; shown: number }) {
  const [all, setAll] = useState(false);
  const latest = runs.slice(0, LATEST);
  const listed = all || !latest.some((run) => run.number === shown) ? runs : latest;
  return (
    <section className="section" aria-label="Runs">
      <div className="section-head">
        <h2>Runs</h2>
      </div>
      <History runs={runs} shown={shown} />
      <table className="wide">
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col" className="stretch">
              Requirements
            </th>
            <th scope="col">Score</th>
            <th scope="col">Not evaluated</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((run) => (
            <tr key={run.number} aria-current={run.number === shown ? "true" : undefined}>
              <th scope="row">
                <Link to={`?run=${run.number}`}>#{run.number}</Link>
              </th>
              <td data-label="Requirements" className="stretch">
                <Bar counts={countsOf(run)} label={`Run ${run.number}`} />
              </td>
              <td data-label="Score" className="figure">
                {run.score === null ? "none" : percent(run.score)}
              </td>
              <td data-label="Not evaluated" className={run.notEvaluated ? "figure warn" : "figure"}>
                {run.notEvaluated}
              </td>
              <td data-label="When">
                <time title={time(run.at)}>{ago(run.at)}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {listed.length < runs.length && (
        <p className="more">
          <button type="button" onClick={() => setAll(true)}>
            Show all {count(runs.length, "run")}
          </button>
        </p>
      )}
    </section>
  );
}
