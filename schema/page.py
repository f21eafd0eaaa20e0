"""Pages of nodes: Relay connections with keyset cursors, one statement each.

A page goes on after the key of the last row, so page 1,000 costs what page 1 does. One row more
than asked for tells whether there is a next page; the total is counted only when it is selected.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any, LiteralString, TypeAlias

from graphql import FieldNode

from schema.compile import TYPE, TYPENAME, Build, Compiler, Place
from schema.cursor import page_size
from schema.shape import Argument
from schema.visible import AROUND, LISTED, MEETS

Found: TypeAlias = tuple[list[str], list[str]]  # further matches, conditions


@dataclasses.dataclass(frozen=True, kw_only=True)
class Walk:
    """How the rows of a page are found in several walks: one for each row of `begin`.

    `carry` is what of these rows a walk needs. A walk takes what is so (`where`), in `order`, by
    the index of `hint`; `then` is the order of what all of them found. The page's key may be made
    of both.
    """

    begin: str
    carry: LiteralString
    hint: LiteralString
    where: LiteralString
    order: LiteralString
    then: LiteralString


@dataclasses.dataclass(frozen=True, kw_only=True)
class Page:
    """A root field that gives pages of one kind of node.

    `match` binds `$$N`; `before` (of connector-bound pages) is matched once, ahead of all.
    `instead` has for an argument the page that is given where it is; for one whose values make a
    difference, by `argument=value`. `walk` finds the rows behind a key in several walks; cursors
    are then good for that `kind` of list only. `go_on` is the argument that has a cursor. `before`
    is matched once, ahead of all, `tells` returned of it, and `check` is given the row with the key
    that the page goes on after, to refuse it.
    `values` are places (`$NAME`) in `match` and `key` that are made of the arguments.
    `narrow` has for each argument the condition it stands for; `filters` makes what other arguments
    stand for, and refuses those that make no sense.
    """

    name: str
    target: str
    doc: str
    match: LiteralString
    key: LiteralString
    begin: LiteralString = "MATCH"
    values: Mapping[str, Callable[[Mapping[str, Any]], Any]] = dataclasses.field(
        default_factory=dict
    )
    names: Mapping[str, str] = dataclasses.field(default_factory=dict)
    arguments: tuple[Argument, ...]
    narrow: Mapping[str, LiteralString] = dataclasses.field(default_factory=dict)
    filters: Callable[[Compiler, Mapping[str, Any]], Found] | None = None
    go_on: str = "after"
    before: LiteralString = ""
    where: LiteralString = ""
    tells: LiteralString = ""
    check: Callable[[Any, str], None] = lambda *_: None
    instead: Mapping[str, Page] = dataclasses.field(default_factory=dict)
    walk: Callable[[Compiler, Mapping[str, Any], str], Walk] | None = None
    kind: str = ""

    @property
    def type(self) -> str:
        """The GraphQL type."""
        return f"{self.target}Connection!"

    @property
    def way(self) -> str:
        """What its cursors are signed for."""
        return f"{self.go_on} {self.kind}" if self.kind else self.go_on


OWNER = "MATCH (owner:Connector) WHERE (owner.id = $VALUE OR owner.name = $VALUE)"


def compile_page(
    page: Page, compiler: Compiler, nodes: Sequence[FieldNode], given: Mapping[str, Any]
) -> tuple[str, Build]:
    """Return the statement of a page, and the function that reads its one row."""
    for name, other in page.instead.items():
        argument, _, value = name.partition("=")
        if given.get(argument) is not None and value in {"", given[argument]}:
            return compile_page(other, compiler, nodes, given)
    size = page_size(given.get("first"))
    place = Place(number=1)
    before, matches, conditions = _conditions(page, compiler, given)
    values = {name: compiler.parameter(make(given)) for name, make in page.values.items()}
    by = _valued(place.fill(page.key, {}), values)
    last = compiler.cursors.key(given.get(page.go_on), page.way)
    texts = [by]
    parts = _Parts(page=page, compiler=compiler, place=place, texts=texts, size=size)
    build = _checked(parts.connection(nodes), page, last)
    pattern = _valued(place.fill(page.match, page.names), values)
    match = [page.begin, pattern, *matches]
    most = compiler.parameter(size + 1)
    after = " ".join([by, ">", compiler.parameter(last)])
    units = None
    if page.walk:
        found = _walked(page.walk(compiler, given, last), match, conditions, place, most)
    elif page.begin == "MATCH" and compiler.begins_with_units(page.target):
        units = _FromUnits(compiler=compiler, place=place, pattern=pattern, matches=matches,
                           conditions=conditions[1:])  # fmt: skip
        found = units.page(after, by, most)
    else:
        found = [
            *match, "WHERE", " AND ".join([*conditions, after]),
            place.fill("WITH $$N ORDER BY", {}), by, "LIMIT", most,
        ]  # fmt: skip
    wanted = ["COLLECT {", *found, "RETURN [", ", ".join(texts), "] } AS page"]
    if parts.counts:
        ends = ["RETURN", place.node] if page.begin == "CALL" else []  # which a match may omit
        where = " AND ".join([*conditions, "true"])
        counted = units.all() if units else [*match, "WHERE", where, *ends]
        wanted += [", COUNT {", *counted, "} AS total"]
    tells = [",", page.tells] if page.tells else []
    return " ".join([*before, "RETURN", *wanted, *tells]), build


def _walked(
    walk: Walk, match: Sequence[str], conditions: Sequence[str], place: Place, most: str
) -> list[str]:
    """Return what finds the rows of a page in several walks, up to what is returned of them."""
    where = " AND ".join([*conditions, place.fill(walk.where, {})])
    return [
        walk.begin, "CALL (", walk.carry, ") {",
        *match, place.fill(walk.hint, {}), "WHERE", where,
        place.fill("RETURN $$N ORDER BY", {}), place.fill(walk.order, {}), "LIMIT", most, "}",
        place.fill("WITH $$N,", {}), walk.carry,
        "ORDER BY", place.fill(walk.then, {}), "LIMIT", most,
    ]  # fmt: skip


@dataclasses.dataclass(frozen=True, kw_only=True)
class _FromUnits:
    """Finds resources from the units of the viewer's connectors, where these hold few."""

    compiler: Compiler
    place: Place
    pattern: str
    matches: Sequence[str]
    conditions: Sequence[str]

    def page(self, after: str, by: str, most: str) -> list[str]:
        """Return what finds a page, up to what is returned of it."""
        cut = [self.place.node, "ORDER BY", by, "LIMIT", most]
        return [*self._all([after], ["WITH DISTINCT", *cut]), "WITH", *cut]

    def all(self) -> list[str]:
        """Return what finds all of them."""
        return [*self._all([], []), "RETURN", self.place.node]

    def _all(self, more: Sequence[str], cut: Sequence[str]) -> list[str]:
        node = self.place.node
        conditions = [*self.conditions, *more]
        meets = " AND ".join([self.place.fill(MEETS, {}), *conditions])
        return [
            "CALL () {",
            self._begin(LISTED), *self.matches, "WHERE", " AND ".join([*conditions, "true"]),
            *cut, "RETURN", node,
            "UNION",
            self._begin(AROUND), *self.matches, "WHERE", meets, "RETURN", node, "}",
            *cut, "RETURN", node,
            "}",
        ]  # fmt: skip

    def _begin(self, text: LiteralString) -> str:
        return f"{self.compiler.seen(text)}{self.pattern}"


def _checked(build: Build, page: Page, last: str) -> Build:
    if not page.tells:
        return build

    def checked(row: Any) -> Any:
        page.check(row, last)
        return build(row)

    return checked


def _valued(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"${name}", value)
    return text


def _conditions(
    page: Page, compiler: Compiler, given: Mapping[str, Any]
) -> tuple[list[str], list[str], list[str]]:
    place = Place(number=1)
    before: list[str] = [page.before] if page.before else []
    conditions = compiler.visible(page.target, place.node)
    conditions += [place.fill(page.where, {})] if page.where else []
    for name, condition in page.narrow.items():
        if given.get(name) is None:
            continue
        value = compiler.parameter(given[name])
        if name == "connector":
            known = [OWNER.replace("$VALUE", value), *compiler.visible("Connector", "owner")]
            before.append(" AND ".join(known))
        conditions.append(place.fill(condition, page.names).replace("$VALUE", value))
    if page.filters is None:
        return before, [], conditions
    matches, more = page.filters(compiler, given)
    return before, matches, [*conditions, *more]


@dataclasses.dataclass(kw_only=True)
class _Parts:
    """Compiles what is selected of a connection."""

    page: Page
    compiler: Compiler
    place: Place
    texts: list[str]
    size: int
    counts: bool = False

    def _cursor(self, key: str) -> str:
        return self.compiler.cursors.make(key, self.page.way)

    def connection(self, nodes: Sequence[FieldNode]) -> Build:
        name = f"{self.page.target}Connection"
        found: dict[str, Callable[[list[Any], Any], Any]] = {}
        for key_, below in self.compiler.selection.fields(nodes, name).items():
            found[key_] = self._part(below[0].name.value, below, name)
        size = self.size

        def build(row: Any) -> Any:
            rows = row["page"]
            total = row.get("total")
            more = len(rows) > size
            return {k: part(rows[:size], (more, total)) for k, part in found.items()}

        return self._typed(build, name)

    def _part(
        self, field: str, nodes: Sequence[FieldNode], name: str
    ) -> Callable[[list[Any], Any], Any]:
        if field == TYPENAME:
            return lambda _rows, _more: name
        if field == "totalCount":
            self.counts = True
            return lambda _rows, about: about[1]
        if field == "pageInfo":
            return self._info(nodes)
        if field == "nodes":
            node = self._node(nodes)
            return lambda rows, _more: [node(row) for row in rows]
        edge = self._edge(nodes)
        return lambda rows, _more: [edge(row) for row in rows]

    def _node(self, nodes: Sequence[FieldNode]) -> Build:
        shape = self.compiler.shapes[self.page.target]
        inside = self.compiler.project(nodes, shape, self.place)
        at, build = len(self.texts), inside.build
        self.texts.append(inside.text)
        return lambda row: build(row[at])

    def _edge(self, nodes: Sequence[FieldNode]) -> Build:
        name, cursor = f"{self.page.target}Edge", self._cursor
        parts: dict[str, Build] = {}
        for key_, below in self.compiler.selection.fields(nodes, name).items():
            field = below[0].name.value
            if field == TYPENAME:
                parts[key_] = lambda _: name
            elif field == "cursor":
                parts[key_] = lambda row: cursor(row[0])
            else:
                parts[key_] = self._node(below)
        return self._typed(lambda row: {k: part(row) for k, part in parts.items()}, name)

    def _info(self, nodes: Sequence[FieldNode]) -> Callable[[list[Any], Any], Any]:
        wanted = {
            key_: below[0].name.value
            for key_, below in self.compiler.selection.fields(nodes, "PageInfo").items()
        }

        cursor = self._cursor

        def build(rows: list[Any], about: Any) -> Any:
            known = {
                TYPENAME: "PageInfo",
                "hasNextPage": about[0],
                "endCursor": cursor(rows[-1][0]) if rows else None,
            }
            return {key_: known[name] for key_, name in wanted.items()}

        return build

    def _typed(self, build: Build, name: str) -> Build:
        if not self.compiler.typed:
            return build
        return lambda row: {**build(row), TYPE: name}
