"""Write a batch of resources: their nodes, then their edges, tags and hashes.

Every statement takes a set of rows, sorted by uid so that two writers take locks in one order.
`write_nodes` makes the nodes and ties them to the unit; `write_links` makes what stands between
them, and puts the hash on that tie last, in one transaction with the edges: a hash never stands
beside edges that were not written, and what a crash left between the two is without a hash, so the
next attempt writes it again. All nodes of a unit come before its edges, so that few ends are still
missing when an edge needs them; one that is becomes an `Unseen` node.

Each transaction looks whether its attempt is still the newest, first and, under the unit's lock,
last (`Overtaken`): an attempt that was overtaken meanwhile leaves nothing.
"""

from __future__ import annotations

import collections
import dataclasses
import datetime
from collections.abc import Iterable, Sequence
from typing import Any, Self

import neo4j

from graph import transactions
from graph.change import Difference, Edge, Edges, Links, Node, Props, declared_types
from graph.cypher import named
from ingest.catalogue import TAG_RELATIONSHIP, Declaration

CLAIM = "MATCH (u:Unit {id: $unit}) RETURN u.attempt = $attempt AS ours"
# Takes the unit's lock, so that nobody can take the unit over between the last look and the commit.
LOCK = "MATCH (u:Unit {id: $unit}) SET u.fence = $attempt"
KNOWN = "UNWIND $uids AS uid MATCH (n:Resource {uid: uid}) RETURN collect(uid) AS known"
CREATE = """
MATCH (u:Unit {id: $unit})
UNWIND $rows AS row
CREATE (n:Resource:$$LABEL)
SET n = row.props, n.first_seen = $now
CREATE (n)-[:SEEN_BY]->(u)
"""
# `SET n = props` so that what a record no longer says goes; only `first_seen` outlives it.
REPLACE = """
UNWIND $rows AS row
MATCH (n:Resource {uid: row.uid})
WITH n, row, n.first_seen AS first_seen
SET n = row.props, n.first_seen = first_seen, n:$$LABEL
REMOVE n:Unseen
"""
TIE = """
MATCH (u:Unit {id: $unit})
UNWIND $uids AS uid
MATCH (n:Resource {uid: uid})
MERGE (n)-[:SEEN_BY]->(u)
"""
ENDS = """
UNWIND $uids AS uid
MERGE (n:Resource {uid: uid})
ON CREATE SET n:Unseen, n.first_seen = $now
"""
LINK = """
UNWIND $rows AS row
MATCH (a:Resource {uid: row.a})
MATCH (b:Resource {uid: row.b})
CREATE (a)-[:$$TYPE]->(b)
"""
LINK_WITH = """
UNWIND $rows AS row
MATCH (a:Resource {uid: row.a})
MATCH (b:Resource {uid: row.b})
CREATE (a)-[e:$$TYPE]->(b)
SET e = row.props
"""
RELINK = """
UNWIND $rows AS row
MATCH (:Resource {uid: row.a})-[e:$$TYPE]->(:Resource {uid: row.b})
SET e = row.props
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
HASH = """
MATCH (u:Unit {id: $unit})
UNWIND $rows AS row
MATCH (:Resource {uid: row.uid})-[s:SEEN_BY]->(u)
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

    def __sub__(self, other: Written) -> Written:
        return Written(
            nodes=self.nodes - other.nodes,
            edges=self.edges - other.edges,
            removed=self.removed - other.removed,
            properties=self.properties - other.properties,
        )

    def __iadd__(self, other: Written) -> Self:
        self.nodes += other.nodes
        self.edges += other.edges
        self.removed += other.removed
        self.properties += other.properties
        return self


@dataclasses.dataclass(frozen=True, kw_only=True)
class Target:
    """Where a batch goes: the unit and its attempt, the type, the time of the scan."""

    unit: str
    attempt: int
    declaration: Declaration
    now: datetime.datetime


class Writing:
    """One transaction's writing, with its counters."""

    def __init__(self, tx: neo4j.ManagedTransaction, target: Target) -> None:
        self._tx = tx
        self.target = target
        self.done = Written()

    def claim(self) -> None:
        """Raise Overtaken when a newer attempt has taken the unit over."""
        claim(self._tx, self.target.unit, self.target.attempt)

    def seal(self) -> None:
        """Claim the unit once more, and hold it until the transaction ends."""
        seal(self._tx, self.target.unit, self.target.attempt)

    def known(self, uids: Iterable[str]) -> set[str]:
        """Return which of these resources are in the graph, be it as Unseen."""
        wanted = sorted(uids)
        found = self._tx.run(KNOWN, uids=wanted).single(strict=True) if wanted else {"known": []}
        return set(found["known"])

    def run(self, text: str, rows: Sequence[Any], name: str = "rows", **given: Any) -> None:
        """Run one statement over rows, unless there are none."""
        if rows:
            given |= {name: rows}
            self.done.add(self._tx.run(text, given).consume().counters)


def claim(tx: neo4j.ManagedTransaction, unit: str, attempt: int) -> None:
    """Raise Overtaken when a newer attempt has taken the unit over."""
    found = tx.run(CLAIM, unit=unit, attempt=attempt).single()
    if found is None or not found["ours"]:
        raise Overtaken(f"unit {unit}: attempt {attempt} was overtaken by a newer one")


def seal(tx: neo4j.ManagedTransaction, unit: str, attempt: int) -> None:
    """Lock the unit until the transaction ends, and claim it. Raises Overtaken."""
    tx.run(LOCK, unit=unit, attempt=attempt).consume()
    claim(tx, unit, attempt)


def write_nodes(
    tx: neo4j.ManagedTransaction, target: Target, owned: Sequence[Node], seen: Sequence[Node]
) -> Written:
    """Write nodes that this connector owns, and tie the unit to those it only sees."""
    writing = Writing(tx, target)
    writing.claim()
    label, unit = target.declaration.label, target.unit
    known = writing.known(n.uid for n in owned)
    rows = [{"uid": n.uid, "props": n.props} for n in owned]
    fresh = [row for row in rows if row["uid"] not in known]
    writing.run(named(CREATE, label=label), fresh, unit=unit, now=target.now)
    writing.run(named(REPLACE, label=label), [row for row in rows if row["uid"] in known])
    writing.run(ENDS, sorted(n.uid for n in seen), "uids", now=target.now)
    tied = [n.uid for n in owned if n.is_new and n.uid in known] + [n.uid for n in seen]
    writing.run(TIE, sorted(tied), "uids", unit=unit)
    writing.seal()
    return writing.done


def write_links(
    tx: neo4j.ManagedTransaction, target: Target, links: Sequence[Links], change: Difference
) -> Written:
    """Write edges and tags, and last the hashes."""
    writing = Writing(tx, target)
    writing.claim()
    own = {item.uid for item in links}
    ends = {uid for a, _, b in change.created for uid in (a, b)} - own
    missing = ends - writing.known(ends)
    writing.run(ENDS, sorted(missing), "uids", now=target.now)
    _each_type(writing, UNLINK, dict.fromkeys(change.removed))
    _each_type(writing, MARK, dict.fromkeys(change.stale))
    _each_type(writing, LINK, {e: None for e, p in change.created.items() if not p})
    _each_type(writing, LINK_WITH, {e: p for e, p in change.created.items() if p})
    _each_type(writing, RELINK, change.updated)
    _write_tags(writing, links)
    hashes = [{"uid": item.uid, "hash": item.hash} for item in links]
    writing.run(HASH, hashes, unit=target.unit)
    writing.seal()
    return writing.done


def standing(session: neo4j.Session, declaration: Declaration, uids: Sequence[str]) -> Edges:
    """Return the edges of these resources that their own declaration wrote."""
    return transactions.read(session, _standing, declaration, list(uids)) if uids else {}


def _standing(tx: neo4j.ManagedTransaction, declaration: Declaration, uids: list[str]) -> Edges:
    found: Edges = {}
    outward, inward = declared_types(declaration)
    for text, types in ((STANDING_OUT, outward), (STANDING_IN, inward)):
        if types:
            for row in tx.run(named(text, types="|".join(types)), uids=uids):
                found[row["a"], row["type"], row["b"]] = row["props"] or None
    return found


def by_type(edges: Iterable[tuple[Edge, Props]]) -> dict[str, list[dict[str, Any]]]:
    """Return rows `{a, b, props}` by relationship type, sorted by their ends."""
    found: dict[str, list[dict[str, Any]]] = collections.defaultdict(list)
    for (a, type_, b), props in sorted(edges, key=lambda item: item[0]):
        found[type_].append({"a": a, "b": b, "props": props or {}})
    return found


def _each_type(writing: Writing, text: Any, edges: Edges) -> None:
    for type_, rows in by_type(edges.items()).items():
        writing.run(named(text, type=type_), rows)


def _write_tags(writing: Writing, links: Sequence[Links]) -> None:
    tags = sorted({(key, value) for item in links for key, value in item.tags.items()})
    nodes = [{"id": tag_id(k, v), "key": k, "value": v} for k, v in tags]
    writing.run(TAG_NODES, nodes, "tags")
    rows = [{"uid": i.uid, "tag": tag_id(k, v)} for i in links for k, v in i.tags.items()]
    writing.run(TAGGED, rows)
    changed = [i for i in links if not i.is_new and TAG_RELATIONSHIP not in i.unread]
    keep = [{"uid": i.uid, "keep": [tag_id(k, v) for k, v in i.tags.items()]} for i in changed]
    writing.run(UNTAG, keep)


def tag_id(key: str, value: str) -> str:
    """Return the id of a tag's node."""
    return f"{key}={value}"
