"""The difference between what a unit held and what a scan found, as plain values.

Presence is what a unit's `SEEN_BY` relationships say: uid to hash. A staged row is new, changed or
as it was; what presence has left over in the end is gone. Reading a staged row gives a `Node` (its
properties) and a `Links` (its edges and tags) to write.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, TypeAlias

import orjson

from ingest.catalogue import Declaration

Edge: TypeAlias = tuple[str, str, str]  # source uid, relationship type, target uid
Props: TypeAlias = Mapping[str, Any] | None
Edges: TypeAlias = dict[Edge, Props]

UNREAD_MARK = b'"unread":'
NO_LINKS = b'{"e":[],"t":{}}'


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """One resource's properties as they shall stand; `is_new`: the unit did not hold it."""

    uid: str
    owner: str
    is_new: bool
    props: dict[str, Any]


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Links:
    """One resource's edges and tags as they shall stand.

    `unread` names relationship types that could not be read: what stands of them stays, marked.
    """

    uid: str
    hash: int
    owner: str
    is_new: bool
    edges: Edges
    tags: dict[str, str]
    unread: frozenset[str]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Difference:
    """What to do to the edges of some resources."""

    created: Edges = dataclasses.field(default_factory=dict)
    updated: Edges = dataclasses.field(default_factory=dict)
    removed: list[Edge] = dataclasses.field(default_factory=list)
    stale: list[Edge] = dataclasses.field(default_factory=list)

    def add(self, links: Links, standing: Edges) -> None:
        """Add what turns a resource's standing edges into those it shall have."""
        for edge, props in links.edges.items():
            if edge not in standing:
                self.created[edge] = props
            elif standing[edge] != props:
                self.updated[edge] = props
        for edge, props in standing.items():
            if edge in links.edges:
                continue
            if edge[1] not in links.unread:
                self.removed.append(edge)
            elif not (props or {}).get("stale"):
                self.stale.append(edge)


def node_reader(declaration: Declaration) -> Callable[[str, str, bytes, bool], Node]:
    """Return the function that reads staged properties: (uid, owner, props, is_new)."""
    times = [p.name for p in declaration.properties if p.kind is datetime.datetime and not p.many]
    times = [*dict.fromkeys((*times, "created_at"))]
    lists = [p.name for p in declaration.properties if p.kind is datetime.datetime and p.many]
    parse = datetime.datetime.fromisoformat

    def read(uid: str, owner: str, staged: bytes, is_new: bool) -> Node:  # noqa: FBT001 - a column
        props = orjson.loads(staged)
        for name in times:
            if name in props:
                props[name] = parse(props[name])
        for name in lists:
            if name in props:
                props[name] = [parse(moment) for moment in props[name]]
        return Node(uid=uid, owner=owner, is_new=is_new, props=props)

    return read


def read_links(
    uid: str,
    code: int,
    owner: str,
    staged: bytes,
    unread: Iterable[str],
    is_new: bool,  # noqa: FBT001 - a column
) -> Links:
    """Read staged links."""
    said = orjson.loads(staged)
    edges: Edges = {}
    for type_, incoming, ends in said["e"]:
        for other, props in ends:
            edges[(other, type_, uid) if incoming else (uid, type_, other)] = props
    return Links(
        uid=uid, hash=code, owner=owner, is_new=is_new, edges=edges, tags=said["t"],
        unread=frozenset(unread),
    )  # fmt: skip


class Row(NamedTuple):
    """A staged row, and whether it is new to the unit; sorts by uid."""

    uid: str
    hash: int
    owner: str
    props: bytes
    links: bytes
    raw: bytes
    is_new: bool

    def links_of(self, *, owned: bool) -> Links:
        """Read its links; of a resource that another connector owns there are none."""
        unread = orjson.loads(self.props).get("unread", ()) if UNREAD_MARK in self.props else ()
        staged = self.links if owned else NO_LINKS
        # Of what others own nothing stands that were ours to compare, so nothing is taken away.
        is_new = self.is_new or not owned
        return read_links(self.uid, self.hash, self.owner, staged, unread, is_new)


def declared_types(declaration: Declaration) -> tuple[list[str], list[str]]:
    """Return the relationship types that a type writes outwards and inwards (tags apart)."""
    outward = sorted({r.type for r in declaration.relationships if not r.incoming})
    inward = sorted({r.type for r in declaration.relationships if r.incoming})
    return outward, inward


def by_resource(declaration: Declaration, edges: Edges) -> dict[str, Edges]:
    """Group edges by the resource whose declaration writes them."""
    incoming = {r.type for r in declaration.relationships if r.incoming}
    found: dict[str, Edges] = {}
    for edge, props in edges.items():
        found.setdefault(edge[2] if edge[1] in incoming else edge[0], {})[edge] = props
    return found
