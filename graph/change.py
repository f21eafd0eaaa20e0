"""The difference between what a unit held and what a scan found, as plain values.

`Presence` is what a unit's `SEEN_BY` relationships say: uid to hash. A staged row is new, changed
or as it was; what presence has left over in the end is gone. Reading a staged row's payload gives a
`Node` to write.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Any

import orjson

from ingest.catalogue import TAG_RELATIONSHIP, Declaration

Edge = tuple[str, str, str]  # source uid, relationship type, target uid
UNREAD, UNREAD_WHY = "unread", "unread_why"


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """One resource as it shall stand in the graph; `is_new` tells that the unit did not hold it."""

    uid: str
    hash: int
    owner: str
    is_new: bool
    props: dict[str, Any]
    edges: dict[Edge, Mapping[str, Any] | None]
    tags: dict[str, str]
    unread: frozenset[str]
    payload: bytes
    raw: bytes


@dataclasses.dataclass(frozen=True, kw_only=True)
class Staleness:
    """Edges of a changed resource, as the graph has them now: what to remove, add and mark."""

    removed: tuple[Edge, ...]
    added: Mapping[Edge, Mapping[str, Any] | None]
    stale: tuple[Edge, ...]


def node_maker(declaration: Declaration) -> Any:
    """Return the function that reads a staged row: (uid, hash, owner, payload, raw, is_new)."""
    times = [p.name for p in declaration.properties if p.kind is datetime.datetime and not p.many]
    times = [*dict.fromkeys((*times, "created_at"))]
    moments = [p.name for p in declaration.properties if p.kind is datetime.datetime and p.many]
    parse = datetime.datetime.fromisoformat

    def make(
        uid: str,
        code: int,
        owner: str,
        payload: bytes,
        raw: bytes,
        is_new: bool,  # noqa: FBT001 - one call, in columns' order
    ) -> Node:
        said = orjson.loads(payload)
        props = said["p"]
        for name in times:
            if name in props:
                props[name] = parse(props[name])
        for name in moments:
            if name in props:
                props[name] = [parse(moment) for moment in props[name]]
        unread = said["u"]
        if unread:
            props[UNREAD] = sorted({name for name, _ in unread})
            props[UNREAD_WHY] = sorted({f"{name}: {reason}" for name, reason in unread})
        edges: dict[Edge, Mapping[str, Any] | None] = {}
        for type_, incoming, ends in said["e"]:
            for other, about in ends:
                edges[(other, type_, uid) if incoming else (uid, type_, other)] = about
        return Node(
            uid=uid, hash=code, owner=owner, is_new=is_new, props=props, edges=edges,
            tags=said["t"], unread=frozenset(props.get(UNREAD, ())), payload=payload, raw=raw,
        )  # fmt: skip

    return make


def difference(node: Node, standing: Mapping[Edge, Mapping[str, Any] | None]) -> Staleness:
    """Compare a changed node's edges with those that stand: an unread type is left and marked."""
    kept = {edge for edge in standing if edge[1] in node.unread}
    return Staleness(
        removed=tuple(sorted(set(standing) - set(node.edges) - kept)),
        added={
            edge: about
            for edge, about in node.edges.items()
            if edge not in standing or (standing[edge] or None) != (about or None)
        },
        stale=tuple(sorted(e for e in kept if e not in node.edges)),
    )


def declared_types(declaration: Declaration) -> tuple[list[str], list[str]]:
    """Return the relationship types that a type writes outwards and inwards (tags apart)."""
    outward = sorted({r.type for r in declaration.relationships if not r.incoming})
    inward = sorted({r.type for r in declaration.relationships if r.incoming})
    return outward, inward


__all__ = [
    "TAG_RELATIONSHIP",
    "Edge",
    "Node",
    "Staleness",
    "declared_types",
    "difference",
    "node_maker",
]
