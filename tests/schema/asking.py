"""Make queries from the schema itself: every root field, every field below, every argument.

What is added to the schema later is asked for without a line here.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
)

Texts: TypeAlias = Mapping[str, list[str]]  # by the name of the argument; "" for all others
Composite = GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType
TEXTS = {"String", "ID"}
FIRST = "2"
FEW = 3  # conditions to put into another one: any of these, not this


def root_fields(schema: GraphQLSchema) -> Mapping[str, GraphQLField]:
    assert schema.query_type is not None
    fields: Mapping[str, GraphQLField] = schema.query_type.fields
    return fields


def selection(schema: GraphQLSchema, type_: Any, depth: int) -> str:
    """Return everything that can be selected of a type, `depth` levels of objects deep."""
    named = get_named_type(type_)
    if not isinstance(named, Composite):
        return ""
    parts = ["__typename"]
    if not isinstance(named, GraphQLUnionType):
        parts += _fields(schema, named.fields, depth)
    if isinstance(named, GraphQLInterfaceType | GraphQLUnionType):
        known = set() if isinstance(named, GraphQLUnionType) else set(named.fields)
        for kind in schema.get_possible_types(named):
            more = {n: f for n, f in kind.fields.items() if n not in known}
            inside = list(_fields(schema, more, depth))
            parts += [f"... on {kind.name} {{ {' '.join(inside)} }}"] if inside else []
    return f"{{ {' '.join(parts)} }}"


def _fields(schema: GraphQLSchema, fields: Mapping[str, GraphQLField], depth: int) -> Iterator[str]:
    for name, field in fields.items():
        if any(isinstance(a.type, GraphQLNonNull) for a in _asked(field).values()):
            given = _call(field, {n: first_value(schema, a) for n, a in _required(field).items()})
        else:
            given = _call(field, {})
        below = get_named_type(field.type)
        if not isinstance(below, Composite):
            yield f"{name}{given}"
        elif depth > 0:
            yield f"{name}{given} {selection(schema, below, depth - 1)}"


def _asked(field: GraphQLField) -> Mapping[str, GraphQLArgument]:
    return {n: a for n, a in field.args.items() if n != "first"}


def _required(field: GraphQLField) -> Mapping[str, GraphQLArgument]:
    return {n: a for n, a in _asked(field).items() if isinstance(a.type, GraphQLNonNull)}


def _call(field: GraphQLField, given: Mapping[str, str]) -> str:
    said = dict(given) | ({"first": FIRST} if "first" in field.args else {})
    return f"({', '.join(f'{n}: {v}' for n, v in said.items())})" if said else ""


def first_value(schema: GraphQLSchema, argument: GraphQLArgument) -> str:
    return next(iter(values(schema, argument.type, "", {"": ["nothing"]})))


def values(
    schema: GraphQLSchema, type_: Any, name: str, texts: Texts, depth: int = 2
) -> Iterator[str]:
    """Yield values of an input type as GraphQL writes them; texts are taken from `texts`."""
    if isinstance(type_, GraphQLNonNull):
        type_ = type_.of_type
    if isinstance(type_, GraphQLList):
        yield from (f"[{v}]" for v in values(schema, type_.of_type, name, texts, depth))
    elif isinstance(type_, GraphQLEnumType):
        yield from type_.values
    elif isinstance(type_, GraphQLScalarType):
        if type_.name in TEXTS:
            yield from (f'"{text}"' for text in texts.get(name, texts[""]))
        else:
            yield {"Boolean": "true", "DateTime": '"2026-01-01T00:00:00Z"'}.get(type_.name, "1")
    elif isinstance(type_, GraphQLInputObjectType) and depth:
        texts = {**texts, "": texts.get(name, texts[""])}
        needed = {
            n: next(iter(values(schema, f.type, n, texts, depth - 1)))
            for n, f in type_.fields.items()
            if isinstance(f.type, GraphQLNonNull)
        }
        tried: set[str] = set()
        for part, field in type_.fields.items():
            some = values(schema, field.type, part, texts, depth - 1)
            for value in itertools.islice(some, _many(type_, field, depth, tried)):
                said = needed | {part: value}
                yield f"{{{', '.join(f'{n}: {v}' for n, v in said.items())}}}"


def _many(
    within: GraphQLInputObjectType, field: GraphQLInputField, depth: int, tried: set[str]
) -> int | None:
    """Return how many values of a part are worth asking for; None for all.

    What an operator does is one piece of code for all properties of a kind, so each property is
    asked with one of them, and one property of the kind with all.
    """
    kind = get_named_type(field.type)
    if depth == 1:
        return 1
    if kind is within:
        return FEW
    if isinstance(kind, GraphQLInputObjectType) and kind.name in tried:
        return 1
    tried.add(kind.name)
    return None


def _needed(schema: GraphQLSchema, field: GraphQLField, texts: Texts) -> Iterator[str]:
    """Yield each combination of the arguments that a field needs."""
    required = _required(field)
    choices = [[(n, v) for v in values(schema, a.type, n, texts)] for n, a in required.items()]
    for needed in itertools.product(*choices):
        yield _call(field, dict(needed))


def calls(schema: GraphQLSchema, field: GraphQLField, texts: Texts) -> Iterator[str]:
    """Yield the arguments of a field: each combination of what it needs, each other one alone."""
    yield from _needed(schema, field, texts)
    required = _required(field)
    base = {n: first_value(schema, a) for n, a in required.items()}
    for name, argument in _asked(field).items():
        if name not in required:
            for value in values(schema, argument.type, name, texts):
                yield _call(field, base | {name: value})


def questions(schema: GraphQLSchema, texts: Texts) -> Iterator[str]:
    """Yield queries: each root field with each argument, and each with all that is below it."""
    for name, field in root_fields(schema).items():
        given = list(dict.fromkeys(calls(schema, field, texts)))
        for call in given:
            yield f"{{ {name}{call} {selection(schema, field.type, 1)} }}"
        for call in dict.fromkeys(_needed(schema, field, texts)):
            yield from _deep(schema, name, call, field)


def _deep(schema: GraphQLSchema, name: str, call: str, field: GraphQLField) -> Iterator[str]:
    """Yield a query for each object below a root field, a level further down."""
    kind: Any = get_named_type(field.type)
    if kind.name.endswith("Connection"):
        inner = get_named_type(kind.fields["nodes"].type)
        for one in _each(schema, inner):
            yield f"{{ {name}{call} {{ totalCount edges {{ cursor node {{ {one} }} }} }} }}"
    else:
        for one in _each(schema, kind):
            yield f"{{ {name}{call} {{ {one} }} }}"


def _each(schema: GraphQLSchema, kind: Any) -> Iterator[str]:
    for name, field in kind.fields.items():
        if isinstance(get_named_type(field.type), Composite):
            yield from _fields(schema, {name: field}, 3)
    if isinstance(kind, GraphQLInterfaceType):
        for one in schema.get_possible_types(kind):
            for name, field in one.fields.items():
                if name not in kind.fields and isinstance(get_named_type(field.type), Composite):
                    (text,) = _fields(schema, {name: field}, 1)
                    yield f"... on {one.name} {{ {text} }}"
