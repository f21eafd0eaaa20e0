"""Read what a class declares: its line, its fields and their annotations.

Annotations name other types, and the types name each other, so they are resolved only when all
classes are known. What is wrong is told with the class, the field and the way out.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import sys
import types
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.declaration import Declaration, Property, Relationship
from ingest.model import SPEC, Document, EdgeSpec, KeySpec, PropSpec, Ref, Resource, TagsSpec

KINDS = (str, bool, int, float, datetime.datetime, Document)


class BadDeclaration(ValueError):
    """A class that declares a resource type is wrong; the message names it and the way out."""


def read_declaration(cloud: str, cls: type[Resource], names: dict[str, type]) -> Declaration:
    """Return what a class declares; `names` are all classes by name. Raises BadDeclaration."""
    label, declares = cls.__name__, cls.declares
    module = sys.modules[cls.__module__]
    _check_class(label, cls, module)
    hints = _hints(label, cls, names)
    specs = {f.name: f.metadata.get(SPEC) for f in dataclasses.fields(cls)}
    key, key_doc = _key(label, specs)
    tags, tags_reads = _tagged(specs)
    of_key = Property(
        name=key, kind=str, many=False, optional=False, doc=key_doc, reads=None, indexed=False
    )
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
        native=declares.native,
        is_shared=declares.is_shared,
        scheme=declares.scheme,
        doc=(cls.__doc__ or "").strip(),
        key=key,
        key_doc=key_doc,
        properties=(
            of_key,
            *(
                _property(label, n, s, hints[n])
                for n, s in specs.items()
                if isinstance(s, PropSpec)
            ),
        ),
        relationships=tuple(
            _relationship(label, n, s, hints[n])
            for n, s in specs.items()
            if isinstance(s, EdgeSpec)
        ),
        tags=tags,
        tags_reads=tags_reads,
        fetch=_unlisted if declares.scheme else module.fetch,
        of=module.of if declares.scheme else None,
        source=Path(module.__file__ or ""),
    )


def _check_class(label: str, cls: type[Resource], module: types.ModuleType) -> None:
    is_met = bool(cls.declares.scheme)
    needed = "of" if is_met else "fetch"
    if getattr(module, needed, None) is None:
        raise BadDeclaration(
            f"{label}: no function `{needed}` stands beside it in {module.__file__}"
        )
    if not is_met and not (cls.declares.service and cls.declares.lists):
        raise BadDeclaration(f'{label}: the class line names no service="..." or lists="..."')
    if not (cls.__doc__ or "").strip():
        raise BadDeclaration(f"{label} has no docstring: say in a line what it is")


def _unlisted(*_: Any) -> Iterator[Any]:
    raise TypeError("nothing lists a meeting point: it is there while something points at it")


def _hints(label: str, cls: type[Resource], names: dict[str, type]) -> dict[str, Any]:
    try:
        return typing.get_type_hints(cls, localns=names)
    except NameError as error:
        raise BadDeclaration(
            f"{label}: no resource type is called {error.name!r}: a Ref names a declared class"
        ) from None


def _key(label: str, specs: dict[str, Any]) -> tuple[str, str]:
    """Return the name and description of the one field that is the key."""
    keys = [(name, spec.doc) for name, spec in specs.items() if isinstance(spec, KeySpec)]
    if len(keys) != 1:
        raise BadDeclaration(f"{label} has {len(keys)} keys: exactly one field is `key(...)`")
    return keys[0]


def _tagged(specs: dict[str, Any]) -> tuple[str | None, str | None]:
    """Return the name of the field of the tags, and the permission that fills it."""
    for name, spec in specs.items():
        if isinstance(spec, TagsSpec):
            return name, spec.reads
    return None, None


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
