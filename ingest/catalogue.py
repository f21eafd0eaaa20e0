"""Find the declarations by walking folders, and derive what follows from each of them.

`discover()` imports every module of `ingest/<cloud>/` (and of the folders it is given, laid out the
same way) and keeps the `Resource` classes defined there, each with the `fetch` beside it. There is
no registry: a new type is one file.

A `Catalogue` is plain data, made once a process. It answers what others need to know of all
types: labels, properties, relationship triples, permissions. It does not check records
(`ingest.rows`) and knows no database.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
import re
import sys
import types
from collections.abc import Iterable, Iterator
from pathlib import Path

from ingest.declaration import (
    BASE_PROPERTIES,
    RESOURCE_LABEL,
    TAG_LABEL,
    TAG_PROPERTIES,
    TAG_RELATIONSHIP,
    UNSEEN_LABEL,
    Declaration,
    Property,
    Relationship,
)
from ingest.model import Resource
from ingest.reading import BadDeclaration, read_declaration

__all__ = [
    "BASE_PROPERTIES",
    "RESOURCE_LABEL",
    "TAG_LABEL",
    "TAG_PROPERTIES",
    "TAG_RELATIONSHIP",
    "UNSEEN_LABEL",
    "BadDeclaration",
    "Catalogue",
    "Declaration",
    "Property",
    "Relationship",
    "discover",
]

HERE = Path(__file__).parent
DECLARES = re.compile(r"^class \w+\([^)]*=", re.MULTILINE)  # what a type says stands in its head


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

    @functools.cache  # noqa: B019 - a catalogue lives as long as the process
    def strangers(self, label: str) -> frozenset[tuple[str, str]]:
        """Return (relationship type, label) of edges at a type that the other end's type writes.

        A type may be pointed at by edges of a type that it writes itself, in the same direction:
        both a load balancer and its listeners forward to a target group, and only one of the two is
        said by the group.
        """
        own = {(r.type, r.incoming) for r in self[label].relationships}
        return frozenset(
            (o.type, other.label)
            for other in self
            for o in other.relationships
            if (o.type, not o.incoming) in own and (label in o.targets or not o.targets)
        )

    @functools.cached_property
    def meeting_points(self) -> tuple[Declaration, ...]:
        """The types that nothing lists: what resources of several clouds point at."""
        return tuple(d for d in self if d.scheme)

    def native(self, cloud: str) -> frozenset[str]:
        """Return the types of a cloud's own inventory that a declaration reads, in lower case."""
        return frozenset(n.lower() for d in self.of_cloud(cloud) for n in d.native)

    def permissions(self, cloud: str) -> tuple[str, ...]:
        """Return every permission that reading a cloud needs, sorted."""
        return tuple(sorted({p for d in self.of_cloud(cloud) for p in d.permissions}))


@functools.cache
def discover(folders: tuple[Path, ...] = (), *, built_in: bool = True) -> Catalogue:
    """Return the catalogue of the built-in types and of those in `folders`.

    A folder is laid out as `ingest` is: `<folder>/<cloud>/<type>.py`. What declares nothing is not
    imported: those modules hold the clouds' SDKs, which take memory and time, and are asked for
    when a cloud is read (`ingest.cloud`).
    Raises BadDeclaration when a type is wrong, or two are called the same.
    """
    found: list[tuple[str, types.ModuleType]] = [
        (path.parent.name, importlib.import_module(f"ingest.{path.parent.name}.{path.stem}"))
        for path in sorted(HERE.glob("*/*.py"))
        if built_in and DECLARES.search(path.read_text(encoding="utf-8"))
    ]
    for folder in folders:
        found += [(path.parent.name, _load(path)) for path in sorted(folder.glob("*/*.py"))]
    classes = [(cloud, cls) for cloud, module in found for cls in _declared(module)]
    names: dict[str, type] = {}
    for _, cls in classes:
        if cls.__name__ in names:
            raise BadDeclaration(f"{cls.__name__} is declared twice: rename one of the classes")
        names[cls.__name__] = cls
    catalogue = Catalogue(read_declaration(cloud, cls, names) for cloud, cls in classes)
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
        and not value.declares.is_base
        and value.__module__ == module.__name__
    ]


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
