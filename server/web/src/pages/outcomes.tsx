// What people found of requirements that no control can judge. Recorded where the requirement is, on
// its report; the last one recorded counts, so there is nothing to remove.

import { useAsked } from "../ask";
import { Choice } from "../parts/choice";
import { Cut } from "../parts/decided";
import { Lifetime } from "../parts/lifetime";
import { Page, State } from "../parts/page";
import { Table } from "../parts/table";
import { Mark } from "../parts/verdicts";
import OUTCOMES from "../queries/outcomes.graphql?raw";
import { at, Link, refine } from "../route";
import { count, time, titled } from "../words";

export interface Outcome {
  id: string;
  mandateId: string;
  mandate: { title: string; version: string } | null;
  requirement: string;
  connector: { id: string; name: string } | null;
  verdict: string;
  evidence: string;
  owner: string;
  at: string;
  until: string | null;
  isRunning: boolean;
}

export function Outcomes({ search }: { search: URLSearchParams }) {
  const { data, error, asking, again } = useAsked<{ outcomes: Outcome[] }>(OUTCOMES);
  const state = search.get("state") ?? undefined;
  const mandate = search.get("mandate") ?? undefined;
  const all = data?.outcomes ?? [];
  const shown = all.filter(
    (one) =>
      (!state || one.isRunning === (state === "running")) &&
      (!mandate || one.mandateId === mandate),
  );
  const mandates = new Map(all.map((one) => [one.mandateId, nameOf(one)]));
  return (
    <Page
      title="Outcomes"
      lead="What people found of requirements that no control can judge. Each counts until its day, then somebody has to look again."
    >
      <div className="filters">
        <Choice
          label="State"
          value={state}
          options={[
            ["running", "In force"],
            ["ended", "Ended"],
          ]}
          choose={(value) => refine({ state: value })}
        />
        <Choice
          label="Mandate"
          value={mandate}
          options={[...mandates]}
          choose={(value) => refine({ mandate: value })}
        />
        <output className="total">{data && count(shown.length, "outcome")}</output>
      </div>
      <State asking={asking && !data} error={error} again={again} />
      <Cut rows={all} what="outcome" />
      {shown.length > 0 && <Rows outcomes={shown} />}
      {data && !shown.length && (
        <p className="empty">
          There is none{(state || mandate) && " with these filters"}. An outcome is recorded on a
          report, at a requirement that is manual: choose one of the <Link to="/">mandates</Link>.
        </p>
      )}
    </Page>
  );
}

function nameOf({ mandate, mandateId }: Outcome): string {
  return mandate ? titled(mandate.title, mandate.version) : mandateId;
}

function Rows({ outcomes }: { outcomes: Outcome[] }) {
  return (
    <Table
      name="Outcomes"
      columns={["Requirement", "Connector", "Verdict", "Evidence", "Recorded", "State"]}
      wide="Evidence"
      hasChanges={false}
    >
      {outcomes.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            <Requirement outcome={one} />
          </th>
          <td data-label="Connector">
            {one.connector ? (
              <Link to={at("connectors", one.connector.id)}>{one.connector.name}</Link>
            ) : (
              "one that is gone"
            )}
          </td>
          <td data-label="Verdict">
            <Mark verdict={one.verdict} />
          </td>
          <td data-label="Evidence" className="third">
            <span className="words">{one.evidence}</span>
            <div className="soft">{one.owner}</div>
          </td>
          <td data-label="Recorded" className="figure">
            <time title={time(one.at)}>{one.at.slice(0, 10)}</time>
          </td>
          <td data-label="State">
            <Lifetime isRunning={one.isRunning} ends={one.until} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Requirement({ outcome }: { outcome: Outcome }) {
  const { mandateId, requirement, connector } = outcome;
  const report = connector && at("reports", mandateId, connector.name);
  return (
    <>
      {report ? (
        <Link to={`${report}?q=${encodeURIComponent(requirement)}`}>{requirement}</Link>
      ) : (
        requirement
      )}
      <div className="soft">{nameOf(outcome)}</div>
    </>
  );
}
