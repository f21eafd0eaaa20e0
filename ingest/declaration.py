"""A declaration in a form to work with: what one class says about a resource type.

Plain values, made once a process by `ingest.reading` from the class; everything that follows from a
type (constraints, writes, GraphQL, docs, permissions) reads these.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ingest.model import Resource

BASE_PROPERTIES: Mapping[str, tuple[type, str]] = {
    "uid": (str, "Global, stable identity: ARN, lower-cased ARM id or full resource name."),
    "name": (str, "Name as people know it."),
    "cloud": (str, "`aws`, `azure` or `gcp`; `internet` for where clouds meet."),
    "partition": (str, "Partition of the cloud: `aws`, `aws-us-gov`, `aws-cn`."),
    "account": (
        str,
        (
            "Account, subscription or project that owns it, or the tenant or organization that "
            "shares it; `aws` where the cloud does, null where nobody does."
        ),
    ),
    "region": (str, "Region it lives in; `global` where it lives in none."),
    "created_at": (datetime.datetime, "When it was made; null where the cloud does not tell."),
    "first_seen": (datetime.datetime, "When it was first read."),
    "incarnation": (str, "Changes when a thing is made again under the same uid."),
    "unread": (list, "Names of fields and relationship types that could not be read."),
    "unread_why": (list, "For each of `unread`: the name, the refused call and the error."),
}

TAG_LABEL = "Tag"
TAG_RELATIONSHIP = "TAGGED"
TAG_PROPERTIES = ("key", "value")
UNSEEN_LABEL = "Unseen"
RESOURCE_LABEL = "Resource"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Property:
    """A property of a type: `kind` is the Python type, `many` tells a list of it."""

    name: str
    kind: type
    many: bool
    optional: bool
    doc: str
    reads: str | None
    indexed: bool


@dataclasses.dataclass(frozen=True, kw_only=True)
class Relationship:
    """A relationship field of a type; `targets` are labels, empty where any resource may stand."""

    name: str
    type: str
    incoming: bool
    many: bool
    targets: tuple[str, ...]
    doc: str
    reads: str | None
    props: Mapping[str, str]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Declaration:
    """Everything that one class declares, in a form to work with."""

    label: str
    cls: type[Resource]
    cloud: str
    service: str
    lists: tuple[str, ...]
    is_global: bool
    redact: tuple[str, ...]
    incarnation: str
    formerly: tuple[str, ...]
    native: tuple[str, ...]
    is_shared: bool
    scheme: str
    doc: str
    key: str
    key_doc: str
    properties: tuple[Property, ...]
    relationships: tuple[Relationship, ...]
    tags: str | None
    tags_reads: str | None
    fetch: Callable[..., Iterator[Any]]
    of: Callable[[str], Resource] | None
    source: Path

    @functools.cached_property
    def permissions(self) -> tuple[str, ...]:
        """Every permission it needs, sorted."""
        return tuple(sorted({*self.lists, *(p for p in self.reads.values() if p)}))

    @functools.cached_property
    def reads(self) -> Mapping[str, str | None]:
        """The permission of each field, None where the listing fills it."""
        found: dict[str, str | None] = {p.name: p.reads for p in self.properties}
        found.update({r.name: r.reads for r in self.relationships})
        if self.tags:
            found[self.tags] = self.tags_reads
        return found

    @functools.cached_property
    def digest(self) -> str:
        """Changes when the declaration changes in a way that shows on nodes or edges."""
        shape = [
            [self.label, self.key, self.incarnation, self.tags],
            [[p.name, p.kind.__name__, p.many] for p in self.properties],
            [[r.type, r.incoming, sorted(r.targets), sorted(r.props)] for r in self.relationships],
        ]
        return hashlib.blake2b(repr(shape).encode(), digest_size=8).hexdigest()

    def unread_name(self, field: str) -> str:
        """Return what stands for a field in a node's `unread`: an edge's is its type."""
        if field == self.tags:
            return TAG_RELATIONSHIP
        return next((r.type for r in self.relationships if r.name == field), field)
