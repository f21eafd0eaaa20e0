"""Filters of each resource type, from its declaration: `awsS3Buckets(where: {isPublic: true})`.

One convention for all: a property's own name with a value asks for that value (of a list: that it
holds it), and its name with `Is` compares: `{sizeGibIs: {atLeast: 9}, nameIs: {contains: "web"}}`.
What compares is the same few input types everywhere, so the schema grows by two fields a property.
All that is given has to hold; `any` and `not` combine, `isNull` names fields.

In Cypher each comparison is a text of this module, with the property's declared name and the value
as a parameter. `not` is "everything else": what the cloud says nothing of is part of it.
"""

from __future__ import annotations

import dataclasses
import datetime
import difflib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, LiteralString, TypeAlias

from ingest.catalogue import Catalogue
from schema.compile import Compiler, Place
from schema.errors import BadFilter, UnknownType
from schema.page import Found
from schema.resources import UNSEEN
from schema.shape import Column, Shape, bare

MOST = 100  # comparisons in one filter
DEEP = 4  # levels of `any` and `not`
Convert: TypeAlias = Callable[[str, Any], Any]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Given:
    """A field of an input type; `type` is written as GraphQL writes it."""

    name: str
    type: str
    doc: str


@dataclasses.dataclass(frozen=True, kw_only=True)
class Input:
    """An input type."""

    name: str
    doc: str
    fields: tuple[Given, ...]


def _moment(name: str, value: Any) -> datetime.datetime:
    """Return a moment; one without a zone is in UTC. Raises BadFilter."""
    try:
        found = datetime.datetime.fromisoformat(value)
        # The database tells the same moment in two zones apart; what it holds is in UTC.
        zoned = found if found.tzinfo else found.replace(tzinfo=datetime.UTC)
        return zoned.astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        raise BadFilter(
            f"{name}: {str(value)[:80]!r} is no moment: write it as 2026-01-31T12:00:00Z"
        ) from None


def _as_it_is(_name: str, value: Any) -> Any:
    return value


CONVERT: Mapping[str, Convert] = {"DateTime": _moment}
IN: LiteralString = "$$N.$$P IN $VALUE"
OTHER: LiteralString = "NOT coalesce($$N.$$P = $VALUE, false)"
HAS: LiteralString = "toLower($$N.$$P) CONTAINS toLower($VALUE)"  # as `search` finds a name
AT_LEAST: LiteralString = "$$N.$$P >= $VALUE"
AT_MOST: LiteralString = "$$N.$$P <= $VALUE"
# For each kind of property: the type that compares it, and for each comparison its text.
COMPARISONS: Mapping[str, Mapping[str, tuple[str, LiteralString, str]]] = {
    "String": {
        "in": ("[String!]", IN, "One of these."),
        "not": ("String", OTHER, "Anything else, or nothing."),
        "contains": ("String", HAS, "With this in it, in any case."),
        "startsWith": ("String", "$$N.$$P STARTS WITH $VALUE", "Beginning with this."),
        "endsWith": ("String", "$$N.$$P ENDS WITH $VALUE", "Ending with this."),
    },
    "Long": {
        "in": ("[Long!]", IN, "One of these."),
        "not": ("Long", OTHER, "Anything else, or nothing."),
        "atLeast": ("Long", AT_LEAST, "This or more."),
        "atMost": ("Long", AT_MOST, "This or less."),
    },
    "Float": {
        "atLeast": ("Float", AT_LEAST, "This or more."),
        "atMost": ("Float", AT_MOST, "This or less."),
    },
    "DateTime": {
        "after": ("DateTime", "$$N.$$P > $VALUE", "Later than this."),
        "before": ("DateTime", "$$N.$$P < $VALUE", "Earlier than this."),
    },
}
EQUAL: LiteralString = "$$N.$$P = $VALUE"
HOLDS: LiteralString = "$VALUE IN $$N.$$P"
TAG = Input(
    name="TagFilter",
    doc="A tag to look for; without `value`, any value.",
    fields=(
        Given(name="key", type="String!", doc="Its key."),
        Given(name="value", type="String", doc="Its value."),
    ),
)


def comparing() -> tuple[Input, ...]:
    """Return the input types that are the same for all resources."""
    return (
        TAG,
        *(
            Input(
                name=f"{kind}Is",
                doc=f"How a `{kind}` has to be; all that is given has to hold.",
                fields=tuple(
                    Given(name=n, type=type_, doc=doc) for n, (type_, _, doc) in texts.items()
                ),
            )
            for kind, texts in COMPARISONS.items()
        ),
    )


class Filter:
    """The filter of one type: its input type, and the conditions that a value of it stands for."""

    def __init__(self, shape: Shape) -> None:
        self.name = f"{shape.name}Filter"
        self._columns = {
            c.name: c
            for c in shape.fields
            if isinstance(c, Column) and _kind(c) and not c.is_owners
        }
        self._compared = {
            f"{name}Is": c
            for name, c in self._columns.items()
            if not _is_many(c) and _kind(c) in COMPARISONS
        }

    @property
    def input(self) -> Input:
        """Its input type."""
        fields = [
            Given(name=n, type=_kind(c), doc=f"Holds this. {c.doc}" if _is_many(c) else c.doc)
            for n, c in self._columns.items()
        ]
        fields += [
            Given(name=n, type=f"{_kind(c)}Is", doc=f"Compares `{c.name}`.")
            for n, c in self._compared.items()
        ]
        return Input(
            name=self.name,
            doc="What they have to be; all that is given has to hold.",
            fields=(
                *fields,
                Given(name="tags", type="[TagFilter!]", doc="Tags that they all have to carry."),
                Given(name="isNull", type="[String!]", doc="Fields that are null."),
                Given(name="any", type=f"[{self.name}!]", doc="One of these has to hold."),
                Given(name="not", type=self.name, doc="This does not hold."),
            ),
        )

    def __call__(self, compiler: Compiler, given: Mapping[str, Any]) -> Found:
        """Return the matches and conditions of the argument `where`. Raises BadFilter."""
        where = given.get("where") or {}
        if _many_in(where) > MOST or _deep(where) > DEEP:
            raise BadFilter(
                f"where: {MOST} comparisons in {DEEP} levels of `any` and `not` are the most: "
                "ask for less, or in several requests"
            )
        # A match of its own for a tag, so that the planner may begin there.
        matches = [f"MATCH {_tagged(compiler, tag)}" for tag in where.get("tags") or ()]
        plain = {name: value for name, value in where.items() if name != "tags"}
        return matches, self._conditions(compiler, plain)

    def _conditions(self, compiler: Compiler, where: Mapping[str, Any]) -> list[str]:
        found = []
        for name, value in where.items():
            if value is not None:
                found += self._condition(compiler, name, value)
        return found

    def _condition(self, compiler: Compiler, name: str, value: Any) -> list[str]:
        """Return what one field of the filter stands for."""
        if name in self._columns:
            column = self._columns[name]
            text = HOLDS if _is_many(column) else EQUAL
            return [_compare(compiler, column, text, value)]
        if name in self._compared:
            return _compared(compiler, self._compared[name], value)
        if name == "isNull":
            return [_filled(self._column(one), "$$N.$$P IS NULL") for one in value]
        if name == "tags":
            return [f"EXISTS {{ {_tagged(compiler, tag)} }}" for tag in value]
        if name == "not":
            return [f"NOT coalesce({_all(self._conditions(compiler, value))}, false)"]
        ways = [_all(self._conditions(compiler, one)) for one in value]
        return [f"({' OR '.join(ways)})" if ways else "false"]

    def _column(self, name: str) -> Column:
        """Return a field that `isNull` names. Raises BadFilter."""
        if name in self._columns:
            return self._columns[name]
        near = difflib.get_close_matches(name, self._columns, 3, 0.5)
        raise BadFilter(
            f"isNull: no field is called {name[:80]!r}"
            + (f": did you mean {', '.join(near)}?" if near else "")
        )


def _all(conditions: Sequence[str]) -> str:
    return f"({' AND '.join(conditions)})" if conditions else "true"


def _compared(compiler: Compiler, column: Column, wanted: Mapping[str, Any]) -> list[str]:
    texts = COMPARISONS[_kind(column)]
    return [
        _compare(compiler, column, texts[name][1], value)
        for name, value in wanted.items()
        if value is not None
    ]


def _compare(compiler: Compiler, column: Column, text: LiteralString, value: Any) -> str:
    convert = CONVERT.get(_kind(column), _as_it_is)
    return _filled(column, text).replace("$VALUE", compiler.parameter(convert(column.name, value)))


def _filled(column: Column, text: LiteralString) -> str:
    return Place(number=1).fill(text, column.names)


def _tagged(compiler: Compiler, tag: Mapping[str, Any]) -> str:
    """Return the pattern of a tag."""
    wanted = ["{key:", compiler.parameter(tag["key"])]
    if tag.get("value") is not None:
        wanted += [", value:", compiler.parameter(tag["value"])]
    return " ".join([Place(number=1).fill("($$N)-[:TAGGED]->(:Tag", {}), *wanted, "})"])


def _below(where: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    other = where.get("not")
    return [*(where.get("any") or ()), *([other] if other else [])]


def _deep(where: Mapping[str, Any]) -> int:
    return max((1 + _deep(one) for one in _below(where)), default=0)


def type_condition(catalogue: Catalogue, type_: str | None) -> str:
    """Return the condition that resources are of a type. Raises UnknownType."""
    place = Place(number=1)
    if type_ is None:  # and no list of all labels: each would be scanned, and the whole sorted
        return place.fill("NOT $$N:Unseen", {})
    if type_ == UNSEEN:
        return place.fill("$$N:Unseen", {})
    if type_ in catalogue:
        return place.fill("$$N:$$LABEL", {"label": type_})
    near = difflib.get_close_matches(type_, catalogue.labels, 3, 0.5)
    raise UnknownType(
        f"no resource type is called {type_[:80]!r}"
        + (f": did you mean {', '.join(near)}?" if near else "")
    )


def _many_in(where: Mapping[str, Any]) -> int:
    own = sum(
        len(value) if isinstance(value, list | dict) else 1
        for name, value in where.items()
        if name not in {"any", "not"}
    )
    return own + sum(_many_in(one) for one in _below(where))


def _kind(column: Column) -> str:
    """Return a column's scalar; empty where it is not to be compared."""
    kind = bare(column.type)
    return kind if kind in COMPARISONS or kind == "Boolean" else ""


def _is_many(column: Column) -> bool:
    return column.type.startswith("[")
