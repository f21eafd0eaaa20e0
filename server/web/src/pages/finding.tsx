import { useState } from "react";

import { useAsked } from "../ask";
import { useMay } from "../me";
import { Copied } from "../parts/copy";
import { Page, Section, State } from "../parts/page";
import { Path } from "../parts/path";
import { Surroundings } from "../parts/surroundings";
import { Tabs } from "../parts/tabs";
import { Evidence, Uid } from "../parts/values";
import { Mark, SeverityMark } from "../parts/verdicts";
import { Waive } from "../parts/waive";
import { WaiversOf } from "../parts/waived";
import FINDING from "../queries/finding.graphql?raw";
import { at, Link } from "../route";
import { ago, CLOUDS, kind, short, time, type Severity, type Verdict } from "../words";

interface Found {
  id: string;
  status: Verdict;
  severity: Severity;
  since: string;
  reason: string | null;
  evidence: Record<string, unknown> | null;
  uid: string;
  cypher: string | null;
  controlId: string;
  control: {
    title: string;
    why: string;
    query: string;
    isOwn: boolean;
    policy: { title: string } | null;
    requirements: { number: string; title: string; mandate: { id: string; title: string } }[];
  } | null;
  connector: { id: string; name: string } | null;
  resource: {
    __typename: string;
    uid: string;
    name: string | null;
    region: string | null;
    account: string | null;
    cloud: string | null;
    unread: string[] | null;
    unreadWhy: string[] | null;
  } | null;
  unit: { type: string; region: string; call: string | null; error: string | null } | null;
  remediation: { console: string; cli: string; terraform: string } | null;
}

export function Finding({ id }: { id: string }) {
  const { data, error, asking, again } = useAsked<{ finding: Found | null }>(FINDING, { id });
  const finding = data?.finding;
  return (
    <Page
      title={finding ? (finding.control?.title ?? finding.controlId) : "Finding"}
      crumbs={[{ to: "/findings", name: "Findings" }]}
      lead={finding && <Lead finding={finding} />}
      actions={finding && <WaiveButton finding={finding} again={again} />}
    >
      <State asking={asking && !data} error={error} again={again} />
      {data && !finding && (
        <p className="notice">
          There is no such finding now: it was fixed, its resource is gone, or it is not yours to see.
        </p>
      )}
      {finding && <Told finding={finding} />}
    </Page>
  );
}

function Lead({ finding }: { finding: Found }) {
  const { resource, unit, connector } = finding;
  return (
    <div className="lead-row">
      <Mark verdict={finding.status} />
      <SeverityMark severity={finding.severity} />
      {resource && (
        <span>
          {kind(resource.__typename)}{" "}
          <Link to={at("resources", resource.uid)} title={resource.uid}>
            {resource.name || short(resource.uid)}
          </Link>
        </span>
      )}
      {unit && (
        <span>
          All {kind(unit.type)} in {unit.region}
        </span>
      )}
      {resource?.region && <span>{resource.region}</span>}
      {connector && (
        <span>
          {CLOUDS[resource?.cloud ?? ""] ?? ""}{" "}
          <Link to={at("connectors", connector.id)}>{connector.name}</Link>
        </span>
      )}
      <span>
        since <time title={time(finding.since)}>{ago(finding.since)}</time>
      </span>
    </div>
  );
}

function Told({ finding }: { finding: Found }) {
  const { control, evidence, resource, remediation } = finding;
  const path = pathOf(evidence);
  return (
    <>
      {finding.status === "NOT_EVALUATED" && <Unknown finding={finding} />}
      {finding.status !== "NOT_EVALUATED" && (
        <WaiversOf key={finding.status} finding={finding} /> // another status, other waivers
      )}
      {control?.why && <p className="why">{control.why}</p>}
      {evidence && Object.keys(evidence).some((name) => name !== "path") && (
        <Section
          title={finding.status === "NOT_EVALUATED" ? "By what was last known" : "What was found"}
        >
          <Evidence evidence={evidence} />
        </Section>
      )}
      {path ? (
        <Section title="The path">
          <Path uids={path} subject={finding.uid} />
        </Section>
      ) : (
        resource && (
          <Section title="Surroundings">
            <Surroundings uid={resource.uid} />
          </Section>
        )
      )}
      {remediation && finding.status !== "NOT_EVALUATED" && (
        <Section title="How to put it right">
          <Tabs
            label="Ways to put it right"
            tabs={[
              { name: "Console", body: <p className="steps">{remediation.console}</p> },
              { name: "CLI", body: <Copied text={remediation.cli} label="Commands" /> },
              { name: "Terraform", body: <Copied text={remediation.terraform} label="Terraform" /> },
            ]}
          />
        </Section>
      )}
      {control && <About finding={finding} />}
    </>
  );
}

function pathOf(evidence: Found["evidence"]): string[] | undefined {
  const path = evidence?.path;
  if (!Array.isArray(path) || path.length < 2) return undefined;
  return path.every((step) => typeof step === "string") ? (path as string[]) : undefined;
}

function Unknown({ finding }: { finding: Found }) {
  const { unit, resource, reason } = finding;
  return (
    <div className="notice unknown">
      <p>
        <b>This could not be evaluated.</b> It is neither a pass nor a failure:{" "}
        {reason ?? "what it rests on could not be read"}.
      </p>
      {unit?.call && (
        <p>
          <code>{unit.call}</code> {unit.error}
        </p>
      )}
      {resource?.unreadWhy && (
        <ul>
          {resource.unreadWhy.map((why) => (
            <li key={why}>{why}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function About({ finding }: { finding: Found }) {
  const { control, controlId, connector } = finding;
  if (!control) return null;
  return (
    <Section title="The control">
      <dl className="facts">
        <div>
          <dt>Id</dt>
          <dd>
            <Link to={`/findings?control=${encodeURIComponent(controlId)}`}>{controlId}</Link>
            {control.isOwn && " (your own)"}
          </dd>
        </div>
        {control.policy && (
          <div>
            <dt>Policy</dt>
            <dd>{control.policy.title}</dd>
          </div>
        )}
        <div>
          <dt>Resource</dt>
          <dd>{finding.resource ? <Uid uid={finding.uid} /> : finding.uid}</dd>
        </div>
        {control.requirements.length > 0 && (
          <div>
            <dt>Helps to meet</dt>
            <dd>
              <ul className="values">
                {control.requirements.map(({ number, title, mandate }) => (
                  <li key={`${mandate.id} ${number}`}>
                    {connector ? (
                      <Link to={`${at("reports", mandate.id, connector.name)}?q=${number}`}>
                        {mandate.title} {number}
                      </Link>
                    ) : (
                      `${mandate.title} ${number}`
                    )}{" "}
                    <span className="soft">{title}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      <details>
        <summary>Cypher to paste into Neo4j Browser</summary>
        <Copied text={finding.cypher ?? control.query} label="Cypher" />
      </details>
    </Section>
  );
}

function WaiveButton({ finding, again }: { finding: Found; again: () => void }) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may("operator", finding.connector?.id) || finding.status !== "FAIL") return null;
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Waive …
      </button>
      {open && (
        <Waive
          control={finding.controlId}
          uid={finding.uid}
          connector={finding.connector?.id}
          subject={finding.resource?.name || short(finding.uid)}
          close={() => setOpen(false)}
          done={() => {
            setOpen(false);
            again();
          }}
        />
      )}
    </>
  );
}
