"""Write a batch of resources in one transaction: nodes, edges, tags, and that the unit holds them.

Every statement takes a set of rows. The order is: claim (refuse the write of an attempt that was
overtaken), nodes, ends that are not inventoried, edges, tags, and last `SEEN_BY` with the hash.
They commit together, so a hash never stands beside edges that were not written, and a replay
after a crash finds either all of a batch or nothing.

Rows come sorted by uid, so that two writers take locks in the same order.
"""

from __future__ import annotations

import collections
import dataclasses
import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Self

import neo4j

from graph.change import Edge, Node, declared_types
from graph.cypher import named
from ingest.catalogue import Declaration

CLAIM = "MATCH (u:Unit {id: $unit}) RETURN u.attempt = $attempt AS ours"

# `SET n = props` so that what a record no longer says goes; only `first_seen` outlives it.
NODES = """
UNWIND $rows AS row
MERGE (n:Resource {uid: row.uid})
ON CREATE SET n.first_seen = $now
WITH n, row, n.first_seen AS first_seen
SET n = row.props, n.first_seen = first_seen, n:$$LABEL
REMOVE n:Unseen
"""
ENDS = """
UNWIND $uids AS uid
MERGE (n:Resource {uid: uid})
ON CREATE SET n:Unseen, n.first_seen = $now
"""
EDGES = """
UNWIND $rows AS row
MATCH (a:Resource {uid: row.a})
MATCH (b:Resource {uid: row.b})
MERGE (a)-[e:$$TYPE]->(b)
SET e = row.props
"""
PLAIN_EDGES = """
UNWIND $rows AS row
MATCH (a:Resource {uid: row.a})
MATCH (b:Resource {uid: row.b})
MERGE (a)-[e:$$TYPE]->(b)
ON MATCH SET e = {}
"""
UNLINK = """
UNWIND $rows AS row
MATCH (:Resource {uid: row.a})-[e:$$TYPE]->(:Resource {uid: row.b})
DELETE e
"""
MARK = """
UNWIND $rows AS row
MATCH (:Resource {uid: row.a})-[e:$$TYPE]->(:Resource {uid: row.b})
SET e.stale = true
"""
TAG_NODES = """
UNWIND $tags AS tag
MERGE (t:Tag {id: tag.id})
ON CREATE SET t.key = tag.key, t.value = tag.value
"""
TAGGED = """
UNWIND $rows AS row
MATCH (n:Resource {uid: row.uid})
MATCH (t:Tag {id: row.tag})
MERGE (n)-[:TAGGED]->(t)
"""
UNTAG = """
UNWIND $rows AS row
MATCH (:Resource {uid: row.uid})-[e:TAGGED]->(t:Tag)
WHERE NOT t.id IN row.keep
DELETE e
"""
HELD = """
MATCH (u:Unit {id: $unit})
UNWIND $rows AS row
MATCH (n:Resource {uid: row.uid})
CREATE (n)-[:SEEN_BY {hash: row.hash}]->(u)
"""
HELD_AGAIN = """
MATCH (u:Unit {id: $unit})
UNWIND $rows AS row
MATCH (n:Resource {uid: row.uid})-[s:SEEN_BY]->(u)
SET s.hash = row.hash
"""
STANDING_OUT = """
UNWIND $uids AS uid
MATCH (n:Resource {uid: uid})-[e:$$TYPES]->(m:Resource)
RETURN n.uid AS a, type(e) AS type, m.uid AS b, properties(e) AS props
"""
STANDING_IN = """
UNWIND $uids AS uid
MATCH (n:Resource {uid: uid})<-[e:$$TYPES]-(m:Resource)
RETURN m.uid AS a, type(e) AS type, n.uid AS b, properties(e) AS props
"""


class Overtaken(Exception):
    """A newer attempt has taken the unit over: what this one would write is void."""


@dataclasses.dataclass
class Written:
    """What Neo4j's own counters say was written."""

    nodes: int = 0
    edges: int = 0
    removed: int = 0
    properties: int = 0

    def add(self, counters: neo4j.SummaryCounters) -> None:
        """Add a statement's counters."""
        self.nodes += counters.nodes_created
        self.edges += counters.relationships_created
        self.removed += counters.nodes_deleted + counters.relationships_deleted
        self.properties += counters.properties_set

    def __iadd__(self, other: Written) -> Self:
        self.nodes += other.nodes
        self.edges += other.edges
        self.removed += other.removed
        self.properties += other.properties
        return self


@dataclasses.dataclass(frozen=True, kw_only=True)
class Batch:
    """Nodes of one unit to write together, with the edges to take away and to mark as stale.

    `held_only` are those that another connector owns: this unit sees them and writes nothing else.
    """

    unit: str
    attempt: int
    declaration: Declaration
    now: datetime.datetime
    nodes: Sequence[Node]
    edges: Mapping[Edge, Mapping[str, Any] | None]
    removed: Sequence[Edge] = ()
    stale: Sequence[Edge] = ()
    held_only: Sequence[Node] = ()


def write(session: neo4j.Session, batch: Batch) -> Written:
    """Write a batch in one transaction. Raises Overtaken."""
    return session.execute_write(_write, batch)


def standing(
    session: neo4j.Session, declaration: Declaration, uids: Sequence[str]
) -> dict[Edge, Mapping[str, Any] | None]:
    """Return the edges of these resources that their own declaration wrote."""
    found: dict[Edge, Mapping[str, Any] | None] = {}
    outward, inward = declared_types(declaration)
    for text, types in ((STANDING_OUT, outward), (STANDING_IN, inward)):
        if types:
            query = named(text, types="|".join(types))
            for row in session.run(query, uids=list(uids)):
                found[row["a"], row["type"], row["b"]] = row["props"] or None
    return {edge: found[edge] for edge in found if _ours(declaration, edge, set(uids))}


def _ours(declaration: Declaration, edge: Edge, uids: set[str]) -> bool:
    a, type_, b = edge
    return any(
        r.type == type_ and (b if r.incoming else a) in uids for r in declaration.relationships
    )


def _write(tx: neo4j.ManagedTransaction, batch: Batch) -> Written:
    done = Written()

    def run(text: str, **given: Any) -> None:
        done.add(tx.run(text, **given).consume().counters)

    claim = tx.run(CLAIM, unit=batch.unit, attempt=batch.attempt).single()
    if claim is None or not claim["ours"]:
        raise Overtaken(f"unit {batch.unit}: attempt {batch.attempt} was overtaken by a newer one")
    label = batch.declaration.label
    if batch.nodes:
        rows = [{"uid": n.uid, "props": n.props} for n in batch.nodes]
        run(named(NODES, label=label), rows=rows, now=batch.now)
    _write_edges(run, batch)
    _write_tags(run, batch.nodes)
    held = [*batch.nodes, *batch.held_only]
    fresh = [{"uid": n.uid, "hash": n.hash} for n in held if n.is_new]
    again = [{"uid": n.uid, "hash": n.hash} for n in held if not n.is_new]
    if fresh:
        run(HELD, unit=batch.unit, rows=fresh)
    if again:
        run(HELD_AGAIN, unit=batch.unit, rows=again)
    return done


def _write_edges(run: Any, batch: Batch) -> None:
    written = {n.uid for n in batch.nodes}
    ends = {uid for a, _, b in batch.edges for uid in (a, b)} - written
    ends |= {n.uid for n in batch.held_only}
    if ends:
        run(ENDS, uids=sorted(ends), now=batch.now)
    for text, edges in ((UNLINK, batch.removed), (MARK, batch.stale)):
        for type_, rows in by_type((edge, None) for edge in edges).items():
            run(named(text, type=type_), rows=rows)
    for type_, rows in by_type(batch.edges.items()).items():
        carrying = any(row["props"] for row in rows)
        run(named(EDGES if carrying else PLAIN_EDGES, type=type_), rows=rows)


def by_type(
    edges: Iterable[tuple[Edge, Mapping[str, Any] | None]],
) -> dict[str, list[dict[str, Any]]]:
    """Return rows `{a, b, props}` by relationship type, sorted by their ends."""
    found: dict[str, list[dict[str, Any]]] = collections.defaultdict(list)
    for (a, type_, b), props in sorted(edges, key=lambda item: item[0]):
        found[type_].append({"a": a, "b": b, "props": props or {}})
    return found


def _write_tags(run: Any, nodes: Sequence[Node]) -> None:
    tags = {(key, value) for n in nodes for key, value in n.tags.items()}
    if tags:
        run(
            TAG_NODES,
            tags=[{"id": f"{k}={v}", "key": k, "value": v} for k, v in sorted(tags)],
        )
        run(
            TAGGED,
            rows=[{"uid": n.uid, "tag": f"{k}={v}"} for n in nodes for k, v in n.tags.items()],
        )
    changed = [n for n in nodes if not n.is_new and "TAGGED" not in n.unread]
    if changed:
        rows = [{"uid": n.uid, "keep": [f"{k}={v}" for k, v in n.tags.items()]} for n in changed]
        run(UNTAG, rows=rows)
