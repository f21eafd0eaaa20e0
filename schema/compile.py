"""Compile a selection into one Cypher expression, and into the function that reads its answer.

A node becomes a list literal with one item for each selected field; a link becomes a bounded
`COLLECT { ... }` inside that list. So a selection, however deep, is part of one statement, and its
text depends on the selection only. Answers come back without names and are put under the response
keys here, in the form in which they are sent.

Where any `Resource` may stand, the labels come first in the list, and say which of the selected
fields there are; every type that no fragment names shares one reader.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any, LiteralString, TypeAlias

from graphql import FieldNode, GraphQLField

from graph.cypher import named
from schema.beside import Beside
from schema.cursor import Cursors, page_size
from schema.selection import Fields, Selection
from schema.shape import Aside, Column, Field, Inline, Joined, Kept, Link, Shape, bare
from schema.viewer import LOCAL, Viewer
from schema.visible import OWNED, RESOURCE, condition
from schema.walk import depth_of, last_of, walked

Build: TypeAlias = Callable[[Any], Any]
Placed: TypeAlias = dict[str, tuple[int, Build | None]]  # response key: place in the row, reader
NAMED: tuple[int, Build | None] = (-1, None)  # stands for the type's name, which is in no row
TYPENAME = "__typename"
TYPE = "\0type"  # in the answer for the stock executor only: it has to be told the type


@dataclasses.dataclass(frozen=True, kw_only=True)
class Place:
    """The variables of a step: the node, the relationship that led to it, the node before."""

    number: int

    @property
    def node(self) -> str:
        """The variable of the node."""
        return f"n{self.number}"

    def fill(self, text: Any, names: Mapping[str, str]) -> str:
        """Return a shape's text with variables and names in their places."""
        n = self.number
        return named(text, n=f"n{n}", e=f"e{n}", a=f"n{n - 1}", **names)

    @property
    def next(self) -> Place:
        """The place one step further."""
        return Place(number=self.number + 1)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Projection:
    """What to return for a node, and how to read that."""

    text: str
    build: Build


@dataclasses.dataclass(frozen=True, kw_only=True)
class Gathering:
    """The links of objects in memory that are compiled for a place: a text each, over its items."""

    place: Place
    over: str
    texts: list[str] = dataclasses.field(default_factory=list)


class Compiler:
    """Compiles the selections of one root field."""

    def __init__(
        self,
        shapes: Mapping[str, Shape],
        selection: Selection,
        type_of: Callable[[Sequence[str]], str],
        viewer: Viewer = LOCAL,
        *,
        cursors: Cursors,
        typed: bool = False,
        holds_few: Callable[[], bool] = lambda: False,
    ) -> None:
        self.cursors = cursors
        self.shapes = shapes
        self.selection = selection
        self.parameters: dict[str, Any] = {}
        self._type_of = type_of
        self.viewer = viewer
        self.typed = typed
        self._holds_few = holds_few
        self._seen: str | None = None
        self._gathering: Gathering | None = None
        self._beside: dict[str, Beside] = {}

    def parameter(self, value: Any) -> str:
        """Keep a value as a parameter and return how the text refers to it."""
        name = f"p{len(self.parameters)}"
        self.parameters[name] = value
        return f"${name}"

    def built(self, build: Build, row: Any) -> Any:
        """Read a row into its answer, and first what stands beside the graph: once for all of it.

        To know whose it is, the answer is made twice then; that is little against the reading.
        """
        if self._beside:
            build(row)
        for beside in self._beside.values():
            if beside.keys:
                beside.values = beside.aside.read(beside.keys, self.viewer.connectors)
        return build(row)

    def visible(self, type_: str, variable: str) -> list[str]:
        """Return the condition that the viewer sees a node; none for who sees everything."""
        if self.viewer.connectors is None:
            return []
        shape = self.shapes.get(type_)
        return [self._filled(condition(type_, shape.interface if shape else None), variable)]

    def begins_with_units(self, type_: str) -> bool:
        """Tell whether nodes of a type are found from the units of the viewer's connectors."""
        shape = self.shapes.get(type_)
        is_resource = condition(type_, shape.interface if shape else None) is RESOURCE
        return is_resource and self.viewer.connectors is not None and self._holds_few()

    def seen(self, text: LiteralString) -> str:
        """Return a text of `schema.visible` with the viewer's connectors in it."""
        return self._filled(text, "unit")

    def _filled(self, text: LiteralString, variable: str) -> str:
        if self._seen is None:
            self._seen = self.parameter(sorted(self.viewer.connectors or ()))
        return named(text, n=variable).replace("$SEEN", self._seen)

    def arguments(self, type_: str, node: FieldNode) -> dict[str, Any]:
        """Return a field's arguments."""
        parent: Any = self.selection.schema.type_map[type_]
        field: GraphQLField = parent.fields[node.name.value]
        return self.selection.arguments(field, node)

    def project(self, nodes: Sequence[FieldNode], shape: Shape, place: Place) -> Projection:
        """Compile what is selected below `nodes` of a node of this shape."""
        if shape.is_interface:
            return self._any(nodes, shape, place)
        known = [shape.name, *([shape.interface] if shape.interface else [])]
        texts: list[str] = []
        fields = self.selection.fields(nodes, *known)
        placed = self._fields(fields, shape, place, texts, {})
        build = _reader(placed, shape.name, typed=self.typed)
        return Projection(text=_list(texts), build=build)

    def _any(self, nodes: Sequence[FieldNode], shape: Shape, place: Place) -> Projection:
        """Compile a selection on an interface."""
        texts = [place.fill("labels($$N)", {})]
        seen: dict[Any, tuple[int, Build | None]] = {}
        readers: dict[str, Placed] = {}
        conditions = self.selection.conditions(nodes) - {shape.name}
        for name in sorted(conditions):
            fields = self.selection.fields(nodes, name, shape.name)
            readers[name] = self._fields(fields, self.shapes[name], place, texts, seen)
        others = self._fields(self.selection.fields(nodes, shape.name), shape, place, texts, seen)
        return Projection(text=_list(texts), build=self._dispatch(readers, others))

    def _dispatch(self, readers: Mapping[str, Placed], others: Placed) -> Build:
        made: dict[str, Build] = {}
        type_of, typed = self._type_of, self.typed

        def build(row: Any) -> Any:
            name = type_of(row[0])
            reader = made.get(name)
            if reader is None:
                placed = readers.get(name, others)
                reader = made[name] = _reader(placed, name, typed=typed)
            return reader(row)

        return build

    def _fields(
        self,
        fields: Fields,
        shape: Shape,
        place: Place,
        texts: list[str],
        seen: dict[Any, tuple[int, Build | None]],
    ) -> Placed:
        """Add the texts of fields to `texts`, each once, and return where each key's value is."""
        found: Placed = {}
        for key, nodes in fields.items():
            name = nodes[0].name.value
            if name == TYPENAME:
                found[key] = NAMED
                continue
            field = shape.field(name)
            same = (id(field), *map(id, nodes))
            if same not in seen:
                text, build = self._field(field, shape.name, nodes, place)
                seen[same] = len(texts), build
                texts.append(text)
            found[key] = seen[same]
        return found

    def _field(
        self, field: Field, type_: str, nodes: Sequence[FieldNode], place: Place
    ) -> tuple[str, Build | None]:
        if isinstance(field, Column):
            return self._column(field, place), field.finish
        if isinstance(field, Inline):
            inside = self.project(nodes, self.shapes[field.target], place)
            return inside.text, inside.build
        if isinstance(field, Joined):
            return self.joined(field, nodes, place)
        if isinstance(field, Aside):
            beside = self._beside.setdefault(field.name, Beside(aside=field))
            return place.fill(field.text, {}), beside.value
        if isinstance(field, Kept):
            return self._key(field, place), self.kept(field, nodes)
        return self.link(field, nodes, place, self.arguments(type_, nodes[0]))

    def _column(self, column: Column, place: Place) -> str:
        text = place.fill(column.text, column.names)
        if not column.is_owners or self.viewer.connectors is None:
            return text
        return " ".join(["CASE WHEN", self._filled(OWNED, place.node), "THEN", text, "END"])

    def _key(self, kept: Kept | Joined, place: Place) -> str:
        """Return what gives the key of something held; what it matches has to be seen too."""
        text = place.fill(kept.text, kept.names)
        for variable, type_ in kept.reads.items():
            seen = self.visible(type_, variable) or ["true"]
            text = text.replace(f"$SEEN_{variable.upper()}", seen[0])
        return text

    def joined(self, field: Joined, nodes: Sequence[FieldNode], place: Place) -> tuple[str, Build]:
        """Compile objects held in memory that are joined with rows of this place."""
        over = self._constant(place.fill(field.over, {}), field.constants)
        around, self._gathering = self._gathering, Gathering(place=place, over=over)
        shape = self.shapes[bare(field.type)]
        inside, texts = self.held(nodes, shape), self._gathering.texts
        self._gathering = around
        key = self._constant(self._key(field, place), field.constants)
        find, many = field.find, field.type.startswith("[")

        def build(value: Any) -> Any:
            made = find(value[0], [dict(rows) for rows in value[1]])
            return [inside(one) for one in made] if many else inside(made)

        return _list([key, _list(texts)]), build

    def _gathered(self, link: Link, nodes: Sequence[FieldNode], type_: str) -> Build:
        """Compile a link of objects in memory: its rows are read for all of them at once."""
        gathering = self._gathering
        assert gathering is not None  # noqa: S101 - such types stand below a `Joined` only
        one = f"one{gathering.place.number}"
        named_ = dataclasses.replace(link, names={**link.names, "one": one})
        given = self.arguments(type_, nodes[0])
        text, build = self.link(named_, nodes, gathering.place, given)
        at = len(gathering.texts)
        parts = ["COLLECT { UNWIND", gathering.over, "AS", one, "RETURN", _list([one, text]), "}"]
        gathering.texts.append(" ".join(parts))
        return lambda held: build(held.found[at].get(held.key, ()))

    def _constant(self, text: str, constants: Mapping[str, Any]) -> str:
        for name, constant in constants.items():
            text = text.replace(f"${name}", self.parameter(constant))
        return text

    def link(
        self, link: Link, nodes: Sequence[FieldNode], place: Place, given: Mapping[str, Any]
    ) -> tuple[str, Build]:
        """Compile the nodes that a link leads to: a list of them, or the first."""
        size = page_size(given.get("first")) if link.many else 1
        depth = depth_of(given)
        at = place.next if depth == 1 else Place(number=last_of(place.number, depth))
        inside = self.project(nodes, self.shapes[link.target], at)
        if link.check:
            link.check(given)
        how = ("1", f"[{place.node}.uid, {at.node}.uid]")
        if depth > 1:
            how = (f"step{at.number}.d", f"step{at.number}.p")
        told = inside.text.replace("$DISTANCE", how[0]).replace("$PATH", how[1])
        text = " ".join(
            [
                "COLLECT {", *self._found(link, given, place, at, depth),
                at.fill(link.order, {}), "LIMIT", self.parameter(size), "RETURN", told, "}",
            ]
        )  # fmt: skip
        if link.many:
            return text, _each(inside.build)
        one = "".join(["head(", text, ")"])  # noqa: FLY002 - no f-string ends in a query
        return one, inside.build

    def _found(
        self, link: Link, given: Mapping[str, Any], place: Place, at: Place, depth: int
    ) -> list[str]:
        """Return what finds the nodes of a link, up to the order that they come in."""
        if depth > 1:
            return [walked(place.number, depth, self._step(link, given), self.parameter)]
        conditions = self.where(link, given, at)
        where = ["WHERE", conditions] if conditions else []
        match = ["MATCH", at.fill(link.match, link.names), *where]
        return [*match, "WITH", at.fill(link.carry, {}), "ORDER BY"]

    def _step(self, link: Link, given: Mapping[str, Any]) -> Callable[[int], tuple[str, str]]:
        def fill(number: int) -> tuple[str, str]:
            at = Place(number=number)
            return at.fill(link.match, link.names), self.where(link, given, at)

        return fill

    def where(self, link: Link, given: Mapping[str, Any], at: Place) -> str:
        """Return the conditions that a link always has, and those of its arguments."""
        always = at.fill(link.where, link.names)
        always = self._constant(always, link.constants)
        conditions = [*([always] if always else []), *self.visible(link.target, at.node)]
        for name, narrower in link.narrow.items():
            if given.get(name) is not None:
                value = self.parameter(given[name])
                conditions.append(at.fill(narrower, link.names).replace("$VALUE", value))
        return " AND ".join(conditions)

    def kept(self, field: Kept, nodes: Sequence[FieldNode]) -> Build:
        """Compile what is read from memory: a function of the key, or of the object around it."""
        shape = self.shapes.get(bare(field.type))
        find = field.find
        if shape is None:
            return find
        inside = self.held(nodes, shape)
        if not field.type.startswith("["):
            return lambda value: None if (found := find(value)) is None else inside(found)
        nothing: list[Any] | None = [] if field.type.endswith("!") else None
        return lambda value: (
            nothing if (found := find(value)) is None else [inside(item) for item in found]
        )

    def held(self, nodes: Sequence[FieldNode], shape: Shape) -> Build:
        """Compile a selection on an object held in memory."""
        fields: list[tuple[str, Build]] = []
        for key, below in self.selection.fields(nodes, shape.name).items():
            if below[0].name.value == TYPENAME:
                fields.append((key, lambda _, name=shape.name: name))  # type: ignore[misc]
                continue
            field = shape.field(below[0].name.value)
            if isinstance(field, Link):
                fields.append((key, self._gathered(field, below, shape.name)))
                continue
            assert isinstance(field, Kept)  # noqa: S101 - such shapes have no others
            fields.append((key, self.kept(field, below)))
        if self.typed:
            fields.append((TYPE, lambda _, name=shape.name: name))  # type: ignore[misc]
        return lambda held: {key: build(held) for key, build in fields}


def _reader(placed: Placed, type_: str, *, typed: bool) -> Build:
    """Return the function that makes a response object of a row."""
    fixed = {key: type_ for key, at in placed.items() if at is NAMED}
    if typed:
        fixed[TYPE] = type_
    values = {key: at for key, at in placed.items() if at is not NAMED}
    plain = [(key, place) for key, (place, build) in values.items() if not build]
    made = [(key, place, build) for key, (place, build) in values.items() if build]
    start: dict[str, Any] = dict.fromkeys(placed) | fixed
    if not made and not fixed and len(plain) > 1:
        keys, values_of = tuple(placed), operator.itemgetter(*(place for _, place in plain))
        return lambda row: None if row is None else dict(zip(keys, values_of(row), strict=True))

    def read(row: Any) -> Any:
        if row is None:
            return None
        found = start.copy()
        for key, place in plain:
            found[key] = row[place]
        for key, place, build in made:
            value = row[place]
            found[key] = None if value is None else build(value)
        return found

    return read


def _each(build: Build) -> Build:
    return lambda rows: [build(row) for row in rows]


def _list(texts: Sequence[str]) -> str:
    return "".join(["[", ", ".join(texts), "]"])
