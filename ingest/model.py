"""Declare a resource type: one class says what a thing is, everything else follows from it.

A declaration is a class derived from `Resource`. Its fields are made by `key`, `prop`, `tags` and
`edge`, each with a description and, where another call than the listing fills it, the permission
of that call. No field has a default: a `fetch` that forgets one is caught by the type checker.

From a declaration follow the label, the write, the sweep, the GraphQL type, the docs page and the
list of permissions. This module only holds what is declared; `ingest.catalogue` derives.

Left out on purpose: registries (types are found by walking folders), validation (`ingest.rows`
checks a record against its declaration) and any knowledge of a database.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar, dataclass_transform

Target = TypeVar("Target")
Record = TypeVar("Record", bound="Resource")

Json: TypeAlias = Mapping[str, Any]
SPEC = "cirrograph"  # the key under which a dataclass field carries its specification


class Document(dict[str, Any]):
    """A JSON object kept as one property: its canonical text stands on the node."""


class Ref(Generic[Target]):
    """Points at a resource by its `uid`; `props` are the properties of the edge."""

    __slots__ = ("props", "uid")

    def __init__(self, uid: str, props: Mapping[str, Any] | None = None) -> None:
        self.uid = uid
        self.props = props

    def __repr__(self) -> str:
        return f"Ref({self.uid!r})"


@dataclasses.dataclass(frozen=True, kw_only=True)
class KeySpec:
    """The field whose value is the node's `uid`."""

    doc: str


@dataclasses.dataclass(frozen=True, kw_only=True)
class PropSpec:
    """A property of the node; `reads` names the permission when the listing does not fill it."""

    doc: str
    reads: str | None = None
    indexed: bool = False


@dataclasses.dataclass(frozen=True, kw_only=True)
class TagsSpec:
    """The tags of a resource: edges `TAGGED` to `Tag` nodes, found by key and value."""

    doc: str
    reads: str | None = None


@dataclasses.dataclass(frozen=True, kw_only=True)
class EdgeSpec:
    """A relationship; `props` documents the properties that an edge may carry."""

    type: str
    doc: str
    reads: str | None = None
    incoming: bool = False
    props: Mapping[str, str] = dataclasses.field(default_factory=dict)


def key(doc: str) -> Any:
    """Declare the field that identifies the resource everywhere: its value becomes the `uid`."""
    return dataclasses.field(metadata={SPEC: KeySpec(doc=doc)})


def prop(doc: str, *, reads: str | None = None, indexed: bool = False) -> Any:
    """Declare a property.

    `reads` is the permission of the call that fills it, where that is not the listing call.
    `indexed` asks for an index on (label, property).
    """
    return dataclasses.field(metadata={SPEC: PropSpec(doc=doc, reads=reads, indexed=indexed)})


def tags(doc: str = "Tags, by key.", *, reads: str | None = None) -> Any:
    """Declare the tags of the resource, a mapping of key to value."""
    return dataclasses.field(metadata={SPEC: TagsSpec(doc=doc, reads=reads)})


def edge(
    type: str,  # noqa: A002 - the field's own term: a relationship has a type
    doc: str,
    *,
    reads: str | None = None,
    direction: str = "out",
    props: Mapping[str, str] | None = None,
) -> Any:
    """Declare a relationship of this resource to those that its `Ref`s name.

    `direction` is `"out"` (from this resource) or `"in"`. `props` maps the name of each property
    that an edge may carry to its description. There is one edge for each type and pair of ends.
    """
    if direction not in {"in", "out"}:
        raise ValueError(f'edge {type}: direction is "in" or "out", not {direction!r}')
    spec = EdgeSpec(
        type=type, doc=doc, reads=reads, incoming=direction == "in", props=dict(props or {})
    )
    return dataclasses.field(metadata={SPEC: spec})


@dataclasses.dataclass(frozen=True, kw_only=True)
class ClassSpec:
    """What a declaration says beside its fields.

    service: the SDK's name of the service.
    lists: permissions of the calls without which the type can't be listed.
    redact: paths in the raw configuration that hold secrets (`Environment.Variables.*`).
    is_global: listed once for an account rather than once for each region.
    incarnation: the field that changes when a thing is made again under the same uid;
        `created_at` where it is not said.
    formerly: labels that this type had before.
    native: types of the cloud's own inventory that it is read from.
    is_shared: several connectors see it as their own (what belongs to a tenant): any writes it.
    scheme: how the uids of a meeting point begin (`ip`: `ip:203.0.113.7`). Nothing lists those:
        they are there while something that is listed points at them; `of(uid)` makes their record.
    is_base: no type, only the fields that the types of a cloud have in common.
    """

    service: str
    lists: tuple[str, ...]
    redact: tuple[str, ...]
    is_global: bool
    incarnation: str
    formerly: tuple[str, ...]
    native: tuple[str, ...] = ()
    is_shared: bool = False
    scheme: str = ""
    is_base: bool = False


@dataclass_transform(  # a class of its own: fields of the decorated class itself do not count
    kw_only_default=True,
    frozen_default=True,
    eq_default=False,
    field_specifiers=(key, prop, tags, edge, dataclasses.field),
)
class Declared:
    """Makes a plain keyword-only dataclass of each class below it, and keeps its class line."""

    declares: ClassVar[ClassSpec]

    def __init_subclass__(
        cls,
        *,
        service: str = "",
        lists: str | tuple[str, ...] = (),
        redact: Iterable[str] = (),
        is_global: bool = False,
        incarnation: str = "created_at",
        formerly: tuple[str, ...] = (),
        native: str | tuple[str, ...] = (),
        is_shared: bool = False,
        scheme: str = "",
        is_base: bool = False,
    ) -> None:
        """Keep what the class line says: see `ClassSpec`."""
        super().__init_subclass__()
        cls.declares = ClassSpec(
            service=service,
            lists=(lists,) if isinstance(lists, str) else lists,
            redact=tuple(redact),
            is_global=is_global,
            incarnation=incarnation,
            formerly=formerly,
            native=(native,) if isinstance(native, str) else native,
            is_shared=is_shared,
            scheme=scheme,
            is_base=is_base,
        )
        # Not frozen at run time: a frozen __init__ costs twice as much, once for each record.
        dataclasses.dataclass(kw_only=True, eq=False, repr=False)(cls)


class Resource(Declared):
    """A thing that a cloud lists.

    Every record says its `name`, when it was made (`created_at`, an aware datetime, or None where
    the cloud does not tell) and the configuration it was read from (`raw`, JSON-like).
    A declaration may declare `created_at`, `account` and `region` itself, where another call than
    the listing tells them or where they differ from those of the listing.
    """

    name: str
    created_at: Any  # datetime | None: checked with the rest of the record
    raw: Json


@dataclasses.dataclass(frozen=True, kw_only=True)
class Unread:
    """Stands in a field that could not be read: the call, its permission and the error."""

    call: str
    permission: str
    error: str

    @property
    def reason(self) -> str:
        """One line: call and error."""
        return f"{self.call}: {self.error}"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Malformed:
    """A record that does not fit its declaration: its raw form and why, never a value."""

    raw: Json
    error: str


Records: TypeAlias = Iterator[Record | Malformed]
