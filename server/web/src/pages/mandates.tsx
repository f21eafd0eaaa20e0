// The mandates and how they stand, over all connectors. Where there is more than one connector the
// sum is a count of requirements by verdict: each connector is judged by itself.

import { useState } from "react";

import { useAsked } from "../ask";
import { change } from "../changes";
import { useMay } from "../me";
import { Page, State } from "../parts/page";
import { Bar, countsOf, leftOut, Legend, Score, type Tally } from "../parts/verdicts";
import MANDATES from "../queries/mandates.graphql?raw";
import RUN from "../queries/run-report.graphql?raw";
import { at, go, Link } from "../route";
import { ago, CLOUDS, count, percent, time, titled } from "../words";

interface Run extends Tally {
  number: number;
  at: string;
}
interface Report {
  mandateId: string;
  connector: { id: string; name: string; state: string } | null;
  run: Run | null;
}
interface Mandate {
  id: string;
  title: string;
  version: string;
  clouds: string[];
}
interface Connector {
  id: string;
  name: string;
  cloud: string;
}
interface Said {
  mandates: Mandate[];
  reports: Report[];
  connectors: Connector[];
}

const SHOWN = 8;

export function Mandates() {
  const { data, error, asking, again } = useAsked<Said>(MANDATES);
  const applied = (data?.mandates ?? []).map((mandate) => ({
    mandate,
    reports: data?.reports.filter((r) => r.mandateId === mandate.id && r.connector) ?? [],
  }));
  const running = applied.filter((one) => one.reports.length);
  return (
    <Page
      title="Mandates"
      lead="How each mandate stands on each connector, by its latest report run."
    >
      <State asking={asking && !data} error={error} again={again} />
      {data && !data.connectors.length && <NoConnector />}
      {running.map((one) => (
        <Standing key={one.mandate.id} {...one} />
      ))}
      {data && <NotYet all={data} />}
    </Page>
  );
}

function NoConnector() {
  return (
    <p className="notice">
      No account is connected yet. Add one with <code>cirrograph connectors add</code>, or look at the
      demo with <code>cirrograph demo</code>.
    </p>
  );
}

function Standing({ mandate, reports }: { mandate: Mandate; reports: Report[] }) {
  const [all, setAll] = useState(false);
  const runs = reports.flatMap((r) => (r.run ? [r.run] : []));
  const sum = summed(runs);
  const shown = all ? reports : reports.slice(0, SHOWN);
  return (
    <section className="card" aria-label={mandate.title}>
      <div className="card-head">
        <h2>
          {titled(mandate.title, mandate.version)}
        </h2>
        {runs.length > 1 && <Score run={sum} />}
      </div>
      {runs.length > 1 && (
        <>
          <Bar counts={countsOf(sum)} label={`${mandate.title}, all connectors`} />
          <Legend counts={countsOf(sum)} />
        </>
      )}
      <table className="wide">
        <caption className="hidden">{mandate.title} by connector</caption>
        <thead>
          <tr>
            <th scope="col">Connector</th>
            <th scope="col" className="stretch">
              Requirements
            </th>
            <th scope="col">Score</th>
            <th scope="col">Left out of the score</th>
            <th scope="col">Run</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((report) => (
            <ReportRow key={report.connector?.id} report={report} />
          ))}
        </tbody>
      </table>
      {runs.length === 1 && <Legend counts={countsOf(sum)} />}
      {reports.length > shown.length && (
        <p className="more">
          <button type="button" onClick={() => setAll(true)}>
            Show all {count(reports.length, "connector")}
          </button>
        </p>
      )}
    </section>
  );
}

function ReportRow({ report: { mandateId, connector, run } }: { report: Report }) {
  if (!connector) return null;
  return (
    <tr>
      <th scope="row">
        <Link to={at("reports", mandateId, connector.name)}>{connector.name}</Link>
        {connector.state !== "online" && (
          <span className={`connector-state ${connector.state}`}>{connector.state}</span>
        )}
      </th>
      {run ? (
        <>
          <td data-label="Requirements" className="stretch">
            <Bar counts={countsOf(run)} label={connector.name} />
          </td>
          <td data-label="Score" className="figure">
            {run.score === null ? "none" : percent(run.score)}
          </td>
          <td data-label="Left out" className={run.notEvaluated ? "warn" : ""}>
            {leftOut(run)}
          </td>
          <td data-label="Run">
            <time title={time(run.at)}>
              #{run.number}, {ago(run.at)}
            </time>
          </td>
        </>
      ) : (
        <td colSpan={4}>not run yet</td>
      )}
    </tr>
  );
}

function summed(runs: Run[]): Tally {
  const all = { passed: 0, failed: 0, notEvaluated: 0, manual: 0, notCovered: 0, notApplicable: 0 };
  for (const run of runs) {
    for (const name of Object.keys(all) as (keyof typeof all)[]) all[name] += run[name];
  }
  const judged = all.passed + all.failed;
  return { ...all, score: judged ? all.passed / judged : null };
}

/** Mandates that could be applied to a connector, and were not. */
function NotYet({ all }: { all: Said }) {
  const may = useMay();
  const used = new Set(all.reports.map((r) => `${r.mandateId} ${r.connector?.id}`));
  const open = all.mandates
    .map((mandate) => ({
      mandate,
      connectors: all.connectors.filter(
        (c) => mandate.clouds.includes(c.cloud) && !used.has(`${mandate.id} ${c.id}`),
      ),
    }))
    .filter((one) => one.connectors.length);
  if (!open.length) return null;
  return (
    <section className="card" aria-label="Not reported yet">
      <div className="card-head">
        <h2>Not reported yet</h2>
      </div>
      <ul className="rows">
        {open.map(({ mandate, connectors }) => (
          <li key={mandate.id} className="row">
            <div className="row-main">
              {titled(mandate.title, mandate.version)}
              <div className="row-more">
                <span>{mandate.clouds.map((c) => CLOUDS[c] ?? c).join(", ")}</span>
              </div>
            </div>
            <div className="row-end">
              <FirstRun
                mandate={mandate}
                connectors={connectors.filter((one) => may("operator", one.id))}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FirstRun({
  mandate,
  connectors,
}: {
  mandate: Mandate;
  connectors: Connector[];
}) {
  const [chosen, setOn] = useState("");
  const [said, setSaid] = useState("");
  const on = chosen || (connectors[0]?.name ?? "");
  const run = () => {
    setSaid("Running …");
    change(RUN, { mandate: mandate.id, connector: on }).then(
      () => go(at("reports", mandate.id, on)),
      (error: Error) => setSaid(error.message),
    );
  };
  if (!connectors.length) return null;
  return (
    <>
      <span role="status">{said}</span>
      {connectors.length > 1 && (
        <select
          value={on}
          aria-label={`Connector for ${mandate.title}`}
          onChange={(event) => setOn(event.target.value)}
        >
          {connectors.map((c) => (
            <option key={c.id}>{c.name}</option>
          ))}
        </select>
      )}
      <button type="button" onClick={run} aria-label={`Run ${mandate.title} on ${on}`}>
        Run on {connectors.length > 1 ? "it" : on}
      </button>
    </>
  );
}
