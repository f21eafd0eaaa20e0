// The way of an evidence: the resources of its path in their order, drawn and listed. What ties one
// to the next is looked up in the graph as it is now.

import { useMemo } from "react";

import { useAsked } from "../ask";
import { kind, short } from "../words";
import { Graph, type GraphEdge, type GraphNode } from "./graph";
import { State } from "./page";
import { Uid } from "./values";

interface Relationship {
  type: string;
  direction: "IN" | "OUT";
  stale: boolean;
  other: { uid: string };
}
interface Step {
  __typename: string;
  uid: string;
  name: string | null;
  relationships: Relationship[];
}

const FIELDS =
  "{ __typename uid name relationships(first: 200) { type direction stale other { uid } } }";

/** One question for all steps: `$u0: String!, ...` and a field for each. */
export function pathQuery(steps: number): string {
  const names = Array.from({ length: steps }, (_, n) => `u${n}`);
  const variables = names.map((name) => `$${name}: String!`).join(", ");
  const fields = names.map((name) => `${name}: resource(uid: $${name}) ${FIELDS}`).join("\n");
  return `query Path(${variables}) {\n${fields}\n}`;
}

export function Path({ uids, subject }: { uids: string[]; subject: string }) {
  const query = useMemo(() => pathQuery(uids.length), [uids.length]);
  const variables = Object.fromEntries(uids.map((uid, n) => [`u${n}`, uid]));
  const { data, error, asking } = useAsked<Record<string, Step | null>>(query, variables);
  if (!data) return <State asking={asking} error={error} />;
  const steps = uids.map((uid, n) => data[`u${n}`] ?? gone(uid));
  const edges = between(steps);
  return (
    <>
      <Graph
        chain
        nodes={steps.map((step): GraphNode => ({
          uid: step.uid,
          name: step.name || short(step.uid),
          type: step.__typename,
          mark: step.uid === subject ? "subject" : undefined,
        }))}
        edges={edges}
        label="The path, drawn; the list below says the same."
      />
      <ol className="path">
        {steps.map((step, n) => (
          <li key={step.uid}>
            <span className="soft">{kind(step.__typename)}</span> <Uid uid={step.uid} />
            {step.name && step.name !== short(step.uid) && <span> ({step.name})</span>}
            {n < steps.length - 1 && <span className="tie">{tie(edges, steps, n)}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}

function gone(uid: string): Step {
  return { __typename: "UnseenResource", uid, name: null, relationships: [] };
}

function between(steps: Step[]): GraphEdge[] {
  return steps.slice(0, -1).map((step, n) => {
    const next = steps[n + 1] as Step;
    const there = step.relationships.find((r) => r.other.uid === next.uid);
    if (there) return edge(step.uid, next.uid, there);
    const back = next.relationships.find((r) => r.other.uid === step.uid);
    if (back) return edge(next.uid, step.uid, back);
    return { from: step.uid, to: next.uid, type: "" };
  });
}

function edge(here: string, there: string, { type, direction, stale }: Relationship): GraphEdge {
  return direction === "OUT"
    ? { from: here, to: there, type, stale }
    : { from: there, to: here, type, stale };
}

function tie(edges: GraphEdge[], steps: Step[], n: number): string {
  const found = edges[n];
  if (!found?.type) return "";
  return found.from === steps[n]?.uid ? `${found.type} →` : `← ${found.type}`;
}
