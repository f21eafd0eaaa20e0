"""Find the declarations by walking folders, and derive what follows from each of them.

`discover()` imports every module of `ingest/<cloud>/` (and of the folders it is given, laid out the
same way) and keeps the `Resource` classes defined there, each with the `fetch` beside it. There is
no registry: a new type is one file.

A `Catalogue` is plain data, made once a process. It answers what others need to know of all
types: labels, properties, relationship triples, permissions. It does not check records
(`ingest.rows`) and knows no database.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import hashlib
import importlib
import importlib.util
import sys
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ingest.model import (
    SPEC,
    Document,
    EdgeSpec,
    KeySpec,
    PropSpec,
    Ref,
    Resource,
    TagsSpec,
)

HERE = Path(__file__).parent

BASE_PROPERTIES: Mapping[str, tuple[type, str]] = {
    "uid": (str, "Global, stable identity: ARN, lower-cased ARM id or full resource name."),
    "name": (str, "Name as people know it."),
    "cloud": (str, "`aws`, `azure` or `gcp`."),
    "partition": (str, "Partition of the cloud: `aws`, `aws-us-gov`, `aws-cn`."),
    "account": (str, "Account, subscription or project that owns it; `aws` where the cloud does."),
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


class BadDeclaration(ValueError):
    """A class that declares a resource type is wrong; the message names it and the way out."""


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
    doc: str
    key: str
    key_doc: str
    properties: tuple[Property, ...]
    relationships: tuple[Relationship, ...]
    tags: str | None
    tags_reads: str | None
    fetch: Callable[..., Iterator[Any]]
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


class Catalogue:
    """All declarations, by label, in the order of their labels."""

    def __init__(self, declarations: Iterable[Declaration]) -> None:
        self._by_label = {d.label: d for d in sorted(declarations, key=lambda d: d.label)}

    def __iter__(self) -> Iterator[Declaration]:
        return iter(self._by_label.values())

    def __len__(self) -> int:
        return len(self._by_label)

    def __contains__(self, label: object) -> bool:
        return label in self._by_label

    def __getitem__(self, label: str) -> Declaration:
        try:
            return self._by_label[label]
        except KeyError:
            raise KeyError(f"no resource type is called {label!r}") from None

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of all types."""
        return tuple(self._by_label)

    def of_cloud(self, cloud: str) -> tuple[Declaration, ...]:
        """Return the declarations of one cloud."""
        return tuple(d for d in self if d.cloud == cloud)

    @functools.cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Every (label, property) that a node may have."""
        found = {(RESOURCE_LABEL, name) for name in BASE_PROPERTIES}
        found |= {(UNSEEN_LABEL, "uid"), (UNSEEN_LABEL, "first_seen")}
        found |= {(TAG_LABEL, name) for name in TAG_PROPERTIES}
        for d in self:
            found |= {(d.label, name) for name in BASE_PROPERTIES}
            found |= {(d.label, p.name) for p in d.properties}
        return frozenset(found)

    @functools.cached_property
    def triples(self) -> frozenset[tuple[str, str, str]]:
        """Every (label, relationship type, label) that an edge may have, in its direction.

        An end that is not inventoried is `Unseen`; a field without a known target type ends at
        `Resource`.
        """
        found: set[tuple[str, str, str]] = set()
        for d in self:
            if d.tags:
                found.add((d.label, TAG_RELATIONSHIP, TAG_LABEL))
            for r in d.relationships:
                for target in (*(r.targets or (RESOURCE_LABEL,)), UNSEEN_LABEL):
                    found.add(
                        (target, r.type, d.label) if r.incoming else (d.label, r.type, target)
                    )
        return frozenset(found)

    @functools.cached_property
    def edge_properties(self) -> frozenset[tuple[str, str]]:
        """Every (relationship type, property) that an edge may have; `stale` marks unread ones."""
        found = {(r.type, name) for d in self for r in d.relationships for name in r.props}
        return frozenset(found | {(t, "stale") for t in self.relationship_types})

    @functools.cached_property
    def relationship_types(self) -> frozenset[str]:
        """The names of all relationship types."""
        return frozenset(type_ for _, type_, _ in self.triples)

    def permissions(self, cloud: str) -> tuple[str, ...]:
        """Return every permission that reading a cloud needs, sorted."""
        return tuple(sorted({p for d in self.of_cloud(cloud) for p in d.permissions}))


@functools.cache
def discover(folders: tuple[Path, ...] = (), *, built_in: bool = True) -> Catalogue:
    """Return the catalogue of the built-in types and of those in `folders`.

    A folder is laid out as `ingest` is: `<folder>/<cloud>/<type>.py`.
    Raises BadDeclaration when a type is wrong, or two are called the same.
    """
    found: list[tuple[str, types.ModuleType]] = [
        (path.parent.name, importlib.import_module(f"ingest.{path.parent.name}.{path.stem}"))
        for path in sorted(HERE.glob("*/*.py"))
        if built_in and path.stem != "__init__"
    ]
    for folder in folders:
        found += [(path.parent.name, _load(path)) for path in sorted(folder.glob("*/*.py"))]
    classes = [(cloud, cls) for cloud, module in found for cls in _declared(module)]
    names: dict[str, type] = {}
    for _, cls in classes:
        if cls.__name__ in names:
            raise BadDeclaration(f"{cls.__name__} is declared twice: rename one of the classes")
        names[cls.__name__] = cls
    catalogue = Catalogue(_declaration(cloud, cls, names) for cloud, cls in classes)
    _check_writers(catalogue)
    return catalogue


def _load(path: Path) -> types.ModuleType:
    """Import a file that lies outside the package."""
    name = f"own_types.{path.parent.name}.{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise BadDeclaration(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _declared(module: types.ModuleType) -> list[type[Resource]]:
    return [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, Resource)
        and value is not Resource
        and value.__module__ == module.__name__
    ]


def _declaration(cloud: str, cls: type[Resource], names: dict[str, type]) -> Declaration:
    label = cls.__name__
    module = sys.modules[cls.__module__]
    fetch = getattr(module, "fetch", None)
    if fetch is None:
        raise BadDeclaration(f"{label}: no function `fetch` stands beside it in {module.__file__}")
    if not cls.declares.service or not cls.declares.lists:
        raise BadDeclaration(f'{label}: the class line names no service="..." or lists="..."')
    if not (cls.__doc__ or "").strip():
        raise BadDeclaration(f"{label} has no docstring: say in a line what it is")
    try:
        hints = typing.get_type_hints(cls, localns=names)
    except NameError as error:
        raise BadDeclaration(
            f"{label}: no resource type is called {error.name!r}: a Ref names a declared class"
        ) from None
    specs = {f.name: f.metadata.get(SPEC) for f in dataclasses.fields(cls)}
    keys = [name for name, spec in specs.items() if isinstance(spec, KeySpec)]
    if len(keys) != 1:
        raise BadDeclaration(f"{label} has {len(keys)} keys: exactly one field is `key(...)`")
    tagged = [name for name, spec in specs.items() if isinstance(spec, TagsSpec)]
    tags_spec = specs[tagged[0]] if tagged else None
    key_spec = specs[keys[0]]
    assert isinstance(key_spec, KeySpec)  # noqa: S101 - picked by that type above
    declares = cls.declares
    return Declaration(
        label=label,
        cls=cls,
        cloud=cloud,
        service=declares.service,
        lists=declares.lists,
        is_global=declares.is_global,
        redact=declares.redact,
        incarnation=declares.incarnation,
        formerly=declares.formerly,
        doc=(cls.__doc__ or "").strip(),
        key=keys[0],
        key_doc=key_spec.doc,
        properties=(
            Property(
                name=keys[0],
                kind=str,
                many=False,
                optional=False,
                doc=key_spec.doc,
                reads=None,
                indexed=False,
            ),
            *(
                _property(label, name, spec, hints[name])
                for name, spec in specs.items()
                if isinstance(spec, PropSpec)
            ),
        ),
        relationships=tuple(
            _relationship(label, name, spec, hints[name])
            for name, spec in specs.items()
            if isinstance(spec, EdgeSpec)
        ),
        tags=tagged[0] if tagged else None,
        tags_reads=tags_spec.reads if isinstance(tags_spec, TagsSpec) else None,
        fetch=fetch,
        source=Path(module.__file__ or ""),
    )


KINDS = (str, bool, int, float, datetime.datetime, Document)


def _property(label: str, name: str, spec: PropSpec, hint: Any) -> Property:
    hint, optional = _without_none(hint)
    many = typing.get_origin(hint) is list
    kind = typing.get_args(hint)[0] if many else hint
    if kind not in KINDS:
        names = ", ".join(k.__name__ for k in KINDS)
        raise BadDeclaration(f"{label}.{name}: a property is one of {names}, a list or optional")
    if not spec.doc.strip():
        raise BadDeclaration(f"{label}.{name} has no description")
    return Property(
        name=name,
        kind=kind,
        many=many,
        optional=optional,
        doc=spec.doc,
        reads=spec.reads,
        indexed=spec.indexed,
    )


def _relationship(label: str, name: str, spec: EdgeSpec, hint: Any) -> Relationship:
    hint, _ = _without_none(hint)
    many = typing.get_origin(hint) is list
    ref = typing.get_args(hint)[0] if many else hint
    if typing.get_origin(ref) is not Ref:
        raise BadDeclaration(f"{label}.{name}: an edge is a Ref[...], a list of them or optional")
    if not spec.doc.strip():
        raise BadDeclaration(f"{label}.{name} has no description")
    (target,) = typing.get_args(ref)
    targets = typing.get_args(target) or (target,)
    return Relationship(
        name=name,
        type=spec.type,
        incoming=spec.incoming,
        many=many,
        targets=() if Resource in targets else tuple(t.__name__ for t in targets),
        doc=spec.doc,
        reads=spec.reads,
        props=spec.props,
    )


def _without_none(hint: Any) -> tuple[Any, bool]:
    """Split `X | None` into X and True."""
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        rest = [a for a in typing.get_args(hint) if a is not types.NoneType]
        if len(rest) < len(typing.get_args(hint)):
            return functools.reduce(lambda a, b: a | b, rest), True
    return hint, False


def _check_writers(catalogue: Catalogue) -> None:
    """Refuse a relationship that two declarations write at the same end.

    A changed record removes its own edges of a type that it no longer names; it must not meet
    there those that another record wrote.
    """
    for d in catalogue:
        for r in d.relationships:
            for other in catalogue:
                for o in other.relationships:
                    same = o.type == r.type and o.incoming != r.incoming
                    if (
                        same
                        and d.label in o.targets
                        and (not r.targets or other.label in r.targets)
                    ):
                        raise BadDeclaration(
                            f"{d.label}.{r.name} and {other.label}.{o.name} both write {r.type} "
                            f"between the two types: declare it on one side only"
                        )
