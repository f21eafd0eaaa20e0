// A resource and what it is tied to, to walk: choosing a node brings its own neighbours in. The list
// beside the picture does all that the picture does, by keyboard.

import { useEffect, useState } from "react";

import { ask, NotAnswered } from "../ask";
import NEIGHBOURS from "../queries/neighbours.graphql?raw";
import { count, kind, short } from "../words";
import { Graph, type GraphEdge, type GraphNode } from "./graph";
import { State } from "./page";
import { Uid } from "./values";

interface Neighbours {
  resource: {
    __typename: string;
    uid: string;
    name: string | null;
    relationships: {
      type: string;
      direction: "IN" | "OUT";
      stale: boolean;
      other: { __typename: string; uid: string; name: string | null };
    }[];
  } | null;
}
interface Seen {
  nodes: Map<string, GraphNode>;
  edges: Map<string, GraphEdge>;
  opened: Set<string>;
}

const MOST = 150; // nodes of one picture; more of them say nothing

export function Surroundings({ uid }: { uid: string }) {
  const [seen, setSeen] = useState<Seen>({ nodes: new Map(), edges: new Map(), opened: new Set() });
  const [chosen, setChosen] = useState<string>();
  const [error, setError] = useState<NotAnswered>();
  const open = (from: string) => {
    setChosen(from);
    ask<Neighbours>(NEIGHBOURS, { uid: from }).then(
      (said) => setSeen((before) => grown(before, said, uid)),
      (failed: unknown) =>
        setError(failed instanceof NotAnswered ? failed : new NotAnswered(String(failed))),
    );
  };
  useEffect(() => open(uid), [uid]);
  const nodes = [...seen.nodes.values()];
  const edges = [...seen.edges.values()];
  if (!nodes.length) return <State asking={!error} error={error} />;
  if (nodes.length === 1) return <p className="empty">It is tied to nothing.</p>;
  return (
    <>
      <Graph
        nodes={nodes}
        edges={edges}
        chosen={chosen}
        choose={open}
        label="The surroundings, drawn; the list below says the same."
      />
      <p className="hint" role="status">
        {count(nodes.length, "resource")}, {count(edges.length, "relationship")}. Choose one to bring
        in what it is tied to{nodes.length >= MOST && "; the picture is full"}.
      </p>
      <details className="listed">
        <summary>The same as a list</summary>
        <ul className="rows">
          {nodes.map((node) => (
            <li key={node.uid} className="row">
              <div className="row-main">
                <Uid uid={node.uid} /> <span className="soft">{kind(node.type)}</span>
                <div className="row-more">
                  {ties(node.uid, seen).map((text) => (
                    <span key={text}>{text}</span>
                  ))}
                </div>
              </div>
              <div className="row-end">
                {!seen.opened.has(node.uid) && (
                  <button
                    type="button"
                    onClick={() => open(node.uid)}
                    aria-label={`Bring in what ${node.name} is tied to`}
                  >
                    Expand
                  </button>
                )}
              </div>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function grown(before: Seen, { resource }: Neighbours, subject: string): Seen {
  if (!resource) return before;
  const nodes = new Map(before.nodes);
  const edges = new Map(before.edges);
  const put = (one: { __typename: string; uid: string; name: string | null }) => {
    if (nodes.has(one.uid)) return true;
    if (nodes.size >= MOST) return false;
    const mark =
      one.uid === subject ? "subject" : one.__typename === "UnseenResource" ? "unseen" : undefined;
    nodes.set(one.uid, {
      uid: one.uid,
      name: one.name || short(one.uid),
      type: one.__typename,
      mark,
    });
    return true;
  };
  put(resource);
  for (const { type, direction, stale, other } of resource.relationships) {
    if (!put(other)) continue;
    const [from, to] =
      direction === "OUT" ? [resource.uid, other.uid] : [other.uid, resource.uid];
    edges.set(`${from} ${type} ${to}`, { from, to, type, stale });
  }
  return { nodes, edges, opened: new Set(before.opened).add(resource.uid) };
}

function ties(uid: string, seen: Seen): string[] {
  const name = (other: string) => seen.nodes.get(other)?.name ?? short(other);
  return [...seen.edges.values()].flatMap(({ from, to, type }) => {
    if (from === uid) return [`${type} → ${name(to)}`];
    return to === uid ? [`← ${type} ${name(from)}`] : [];
  });
}
