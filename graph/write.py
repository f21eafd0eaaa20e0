"""Write a batch of resources: their nodes, then their edges, tags and hashes.

Every statement takes a set of rows, sorted by uid so that two writers take locks in one order.
`write_nodes` makes the nodes and ties them to the unit; `write_links` makes what stands between
them, and puts the hash on that tie last, in one transaction with the edges: a hash never stands
beside edges that were not written, and what a crash left between the two is without a hash, so the
next attempt writes it again. All nodes of a unit come before its edges, so that few ends are still
missing when an edge needs them; one that is becomes an `Unseen` node, or the node of a meeting
point (`graph.meeting`), whose uid tells all of it.

Each transaction looks whether its attempt is still the newest, first and, under the unit's lock,
last (`Overtaken`): an attempt that was overtaken meanwhile leaves nothing.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import neo4j
import neo4j.exceptions

from graph import trace, transactions
from graph.change import Difference, Edge, Edges, Links, Node, Props, declared_types
from graph.cypher import named
from graph.meeting import MeetingPoints
from graph.written import Written
from ingest.catalogue import TAG_RELATIONSHIP, Catalogue, Declaration

# Every look for a row's node names its index: in a nearly empty database the planner holds going
# through all nodes for as cheap, and the server keeps that plan while the first scan fills it.
CLAIM = """
UNWIND $units AS unit
MATCH (u:Unit {id: unit.id})
USING INDEX SEEK u:Unit(id)
WHERE u.attempt = unit.attempt
RETURN count(u) AS ours
"""
# Takes the units' locks, so that nobody can take one over between the last look and the commit.
LOCK = """
UNWIND $units AS unit
MATCH (u:Unit {id: unit.id})
USING INDEX SEEK u:Unit(id)
SET u.fence = unit.attempt
"""
KNOWN = """
UNWIND $uids AS uid
MATCH (n:Resource {uid: uid})
USING INDEX SEEK n:Resource(uid)
RETURN collect(uid) AS known
"""
# Labels and types are parameters, so that the server plans one text and not one for each of them.
CREATE = """
UNWIND $rows AS row
MATCH (u:Unit {id: row.unit})
USING INDEX SEEK u:Unit(id)
CREATE (n:Resource:$(row.label))
SET n = row.props, n.first_seen = $now
CREATE (n)-[:SEEN_BY]->(u)
"""
# `SET n = props` so that what a record no longer says goes; only `first_seen` outlives it.
REPLACE = """
UNWIND $rows AS row
MATCH (n:Resource {uid: row.uid})
USING INDEX SEEK n:Resource(uid)
WITH n, row, n.first_seen AS first_seen
SET n = row.props, n.first_seen = first_seen, n:$(row.label)
REMOVE n:Unseen
"""
TIE = """
UNWIND $rows AS row
MATCH (u:Unit {id: row.unit})
USING INDEX SEEK u:Unit(id)
MATCH (n:Resource {uid: row.uid})
USING INDEX SEEK n:Resource(uid)
MERGE (n)-[:SEEN_BY]->(u)
"""
ENDS = """
UNWIND $uids AS uid
MERGE (n:Resource {uid: uid})
ON CREATE SET n:Unseen, n.first_seen = $now
"""
MEETING = """
UNWIND $rows AS row
MERGE (n:Resource {uid: row.uid})
ON CREATE SET n = row.props, n.first_seen = $now, n:$(row.label)
"""
LINK = """
UNWIND $rows AS row
MATCH (a:Resource {uid: row.a})
USING INDEX SEEK a:Resource(uid)
MATCH (b:Resource {uid: row.b})
USING INDEX SEEK b:Resource(uid)
CREATE (a)-[:$(row.type)]->(b)
"""
LINK_WITH = """
UNWIND $rows AS row
MATCH (a:Resource {uid: row.a})
USING INDEX SEEK a:Resource(uid)
MATCH (b:Resource {uid: row.b})
USING INDEX SEEK b:Resource(uid)
CREATE (a)-[e:$(row.type)]->(b)
SET e = row.props
"""
RELINK = """
UNWIND $rows AS row
MATCH (a:Resource {uid: row.a})-[e]->(b:Resource {uid: row.b})
USING INDEX SEEK a:Resource(uid)
USING INDEX SEEK b:Resource(uid)
WHERE type(e) = row.type
SET e = row.props
"""
UNLINK = """
UNWIND $rows AS row
MATCH (a:Resource {uid: row.a})-[e]->(b:Resource {uid: row.b})
USING INDEX SEEK a:Resource(uid)
USING INDEX SEEK b:Resource(uid)
WHERE type(e) = row.type
DELETE e
"""
MARK = """
UNWIND $rows AS row
MATCH (a:Resource {uid: row.a})-[e]->(b:Resource {uid: row.b})
USING INDEX SEEK a:Resource(uid)
USING INDEX SEEK b:Resource(uid)
WHERE type(e) = row.type
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
USING INDEX SEEK n:Resource(uid)
MATCH (t:Tag {id: row.tag})
USING INDEX SEEK t:Tag(id)
MERGE (n)-[:TAGGED]->(t)
"""
UNTAG = """
UNWIND $rows AS row
MATCH (a:Resource {uid: row.uid})-[e:TAGGED]->(t:Tag)
USING INDEX SEEK a:Resource(uid)
WHERE NOT t.id IN row.keep
DELETE e
"""
HASH = """
UNWIND $rows AS row
MATCH (a:Resource {uid: row.uid})-[s:SEEN_BY]->(b:Unit {id: row.unit})
USING INDEX SEEK a:Resource(uid)
USING INDEX SEEK b:Unit(id)
SET s.hash = row.hash
"""
STANDING_OUT = """
UNWIND $uids AS uid
MATCH (n:Resource {uid: uid})-[e:$$TYPES]->(m:Resource)
USING INDEX SEEK n:Resource(uid)
RETURN n.uid AS a, type(e) AS type, m.uid AS b, properties(e) AS props, labels(m) AS labels
"""
STANDING_IN = """
UNWIND $uids AS uid
MATCH (n:Resource {uid: uid})<-[e:$$TYPES]-(m:Resource)
USING INDEX SEEK n:Resource(uid)
RETURN m.uid AS a, type(e) AS type, n.uid AS b, properties(e) AS props, labels(m) AS labels
"""


class EndVanished(neo4j.exceptions.TransientError):
    """An end of an edge was tidied away after we had seen it: the driver runs the work again."""


class Overtaken(Exception):
    """A newer attempt has taken the unit over: what this one would write is void."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Target:
    """Where rows go: the unit and its attempt, the type, the time of the scan."""

    unit: str
    attempt: int
    declaration: Declaration
    now: datetime.datetime


@dataclasses.dataclass(frozen=True, kw_only=True)
class Nodes:
    """Nodes of one unit: those that its connector owns, and those that it only sees."""

    target: Target
    owned: Sequence[Node]
    seen: Sequence[Node]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Ties:
    """Edges, tags and hashes of one unit's rows, and what turns what stands into them."""

    target: Target
    links: Sequence[Links]
    change: Difference


class Writing:
    """One transaction's writing to some units, with its counters."""

    def __init__(self, tx: neo4j.ManagedTransaction, targets: Iterable[Target]) -> None:
        self._tx = tx
        self._attempts = {target.unit: target.attempt for target in targets}
        self.done = Written()

    def claim(self) -> None:
        """Raise Overtaken when a newer attempt has taken a unit over."""
        claim(self._tx, self._attempts)

    def seal(self) -> None:
        """Claim the units once more, and hold them until the transaction ends."""
        seal(self._tx, self._attempts)

    def known(self, uids: Iterable[str]) -> set[str]:
        """Return which of these resources are in the graph, be it as Unseen."""
        wanted = sorted(uids)
        found = self._tx.run(KNOWN, uids=wanted).single(strict=True) if wanted else {"known": []}
        return set(found["known"])

    def run(self, text: str, rows: Sequence[Any], name: str = "rows", **given: Any) -> int:
        """Run one statement over rows, unless there are none; return how many edges it made."""
        if not rows:
            return 0
        given |= {name: rows}
        with trace.statement("write", str(text)):
            counters = self._tx.run(text, given).consume().counters
        self.done.add(counters)
        return counters.relationships_created

    def link(self, text: str, rows: Sequence[Any]) -> None:
        """Make an edge for each row. Raises EndVanished, which the driver runs again."""
        if self.run(text, rows) < len(rows):
            raise EndVanished("an end was tidied away between two statements")


def claim(tx: neo4j.ManagedTransaction, attempts: Mapping[str, int]) -> None:
    """Raise Overtaken when a newer attempt has taken a unit over; `attempts` are by unit."""
    found = tx.run(CLAIM, units=_units(attempts)).single(strict=True)
    if found["ours"] != len(attempts):
        raise Overtaken(f"{', '.join(attempts)}: overtaken by a newer attempt")


def seal(tx: neo4j.ManagedTransaction, attempts: Mapping[str, int]) -> None:
    """Lock units until the transaction ends, and claim them. Raises Overtaken."""
    tx.run(LOCK, units=_units(attempts)).consume()
    claim(tx, attempts)


def _units(attempts: Mapping[str, int]) -> list[dict[str, Any]]:
    return [{"id": unit, "attempt": attempt} for unit, attempt in sorted(attempts.items())]


def write_nodes(tx: neo4j.ManagedTransaction, parts: Sequence[Nodes]) -> Written:
    """Write nodes that this connector owns, and tie their units to those it only sees."""
    writing = Writing(tx, (part.target for part in parts))
    writing.claim()
    now = parts[0].target.now
    known = writing.known({n.uid for part in parts for n in part.owned})
    fresh, there, tied = [], [], []
    for part in parts:
        label, unit = part.target.declaration.label, part.target.unit
        for node in part.owned:
            row = {"unit": unit, "label": label, "uid": node.uid, "props": node.props}
            if node.uid not in known:
                known.add(node.uid)  # another unit may hold it too: there it is tied
                fresh.append(row)
                continue
            there.append(row)
            if node.is_new:
                tied.append({"unit": unit, "uid": node.uid})
        tied += [{"unit": unit, "uid": node.uid} for node in part.seen]
    writing.run(CREATE, fresh, now=now)
    writing.run(REPLACE, there)
    writing.run(ENDS, sorted({n.uid for part in parts for n in part.seen}), "uids", now=now)
    writing.run(TIE, sorted(tied, key=lambda row: row["uid"]))
    writing.seal()
    return writing.done


def write_links(
    tx: neo4j.ManagedTransaction, parts: Sequence[Ties], meeting: MeetingPoints
) -> Written:
    """Write edges and tags, and last the hashes."""
    writing = Writing(tx, (part.target for part in parts))
    writing.claim()
    change = _together(part.change for part in parts)
    links = [item for part in parts for item in part.links]
    ends = {uid for a, _, b in change.created for uid in (a, b)} - {item.uid for item in links}
    missing = ends - writing.known(ends)
    now = parts[0].target.now
    met = meeting.among(sorted(missing))
    writing.run(MEETING, met, now=now)
    writing.run(ENDS, sorted(missing - {row["uid"] for row in met}), "uids", now=now)
    writing.run(UNLINK, rows_of(dict.fromkeys(change.removed)))
    writing.run(MARK, rows_of(dict.fromkeys(change.stale)))
    writing.link(LINK, rows_of({e: None for e, p in change.created.items() if not p}))
    writing.link(LINK_WITH, rows_of({e: p for e, p in change.created.items() if p}))
    writing.run(RELINK, rows_of(change.updated))
    _write_tags(writing, links)
    hashes = [
        {"unit": part.target.unit, "uid": item.uid, "hash": item.hash}
        for part in parts
        for item in part.links
    ]
    writing.run(HASH, hashes)
    writing.seal()
    return writing.done


def _together(changes: Iterable[Difference]) -> Difference:
    """Return several units' changes as one; what two units hold both is written once."""
    whole = Difference()
    for change in changes:
        whole.created.update(change.created)
        whole.updated.update(change.updated)
        whole.removed.extend(change.removed)
        whole.stale.extend(change.stale)
    return whole


def standing(
    session: neo4j.Session, catalogue: Catalogue, declaration: Declaration, uids: Sequence[str]
) -> Edges:
    """Return the edges of these resources that their own declaration wrote."""
    if not uids:
        return {}
    strangers = catalogue.strangers(declaration.label)
    return transactions.read(session, _standing, declaration, strangers, list(uids))


def _standing(
    tx: neo4j.ManagedTransaction,
    declaration: Declaration,
    strangers: frozenset[tuple[str, str]],
    uids: list[str],
) -> Edges:
    found: Edges = {}
    outward, inward = declared_types(declaration)
    for text, types in ((STANDING_OUT, outward), (STANDING_IN, inward)):
        if types:
            for row in tx.run(named(text, types="|".join(types)), uids=uids):
                if not any((row["type"], label) in strangers for label in row["labels"]):
                    found[row["a"], row["type"], row["b"]] = row["props"] or None
    return found


def rows_of(edges: Edges) -> list[dict[str, Any]]:
    """Return rows `{a, type, b, props}`, sorted by type and ends."""
    return [
        {"a": a, "type": type_, "b": b, "props": props or {}}
        for (a, type_, b), props in sorted(edges.items(), key=_by_type)
    ]


def _by_type(item: tuple[Edge, Props]) -> tuple[str, str, str]:
    (a, type_, b), _ = item
    return type_, a, b


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
