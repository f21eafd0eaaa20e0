"""Describe GraphQL types as data: for each field its type, its description and where it comes from.

From the same shapes follow the schema (`schema.types`) and the Cypher of a selection
(`schema.compile`), so that neither can know a field that the other does not.

A `Column` is an expression on the node, a `Link` leads from a node to others inside the same
statement, an `Inline` looks at the same node as another type, and a `Kept` is found by key in what
the process holds in memory (controls, policies, mandates: no Cypher at all). An `Aside` is too
large for the graph, and kept beside it. In a Cypher text `$$N` is the node, `$$E` the relationship
it was reached by, `$$A` the node one step before; other places are filled from `names`. `$ARGUMENT`
places become parameters of the statement.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping
from typing import Any, LiteralString, TypeAlias

Finish: TypeAlias = Callable[[Any], Any]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Argument:
    """An argument of a field; `type` is written as GraphQL writes it (`[String!]`)."""

    name: str
    type: str
    doc: str
    default: Any = None


FIRST = Argument(name="first", type="Int", doc="How many at most: 1 to 1000.", default=50)
ROWS = Argument(name="first", type="Int!", doc="How many at most: 1 to 1000.")  # of a page
AFTER = Argument(name="after", type="String", doc="Go on after this cursor of the page before.")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Column:
    """A scalar read off the node; `finish` makes the answer of what Cypher gives, unless null.

    `is_owners`: only those are told who see the connector that writes the node.
    """

    name: str
    type: str
    doc: str
    text: LiteralString = "$$N.$$P"
    names: Mapping[str, str] = dataclasses.field(default_factory=dict)
    finish: Finish | None = None
    is_owners: bool = False


@dataclasses.dataclass(frozen=True, kw_only=True)
class Link:
    """Other nodes: `match` binds `$$N` from `$$A`; one of them, or a list with `first`.

    `narrow` maps an argument to the condition it stands for, with `$VALUE` for its value.
    `constants` are values that `where` refers to as `$NAME`; `check` refuses arguments that make
    no sense.
    `carry` is what the match binds, `always` tells that there is one, `many` that there are more.
    """

    name: str
    target: str
    doc: str
    match: LiteralString
    names: Mapping[str, str] = dataclasses.field(default_factory=dict)
    many: bool = False
    order: LiteralString = "$$N.uid"
    arguments: tuple[Argument, ...] = ()
    narrow: Mapping[str, LiteralString] = dataclasses.field(default_factory=dict)
    where: LiteralString = ""
    constants: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    carry: LiteralString = "$$N, $$E"
    check: Callable[[Mapping[str, Any]], None] | None = None
    always: bool = False

    @property
    def type(self) -> str:
        """The GraphQL type."""
        if self.many:
            return f"[{self.target}!]!"
        return f"{self.target}!" if self.always else self.target


@dataclasses.dataclass(frozen=True, kw_only=True)
class Inline:
    """The same node, as another type."""

    name: str
    target: str
    doc: str

    @property
    def type(self) -> str:
        """The GraphQL type: there is always a node."""
        return f"{self.target}!"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Kept:
    """What is held in memory: `text` gives the key (or whatever `find` wants) off the node.

    Without `text` (in a type that is held in memory as a whole) `find` gets the object itself.
    `reads` are the variables that `text` matches, with their types: `$SEEN_X` in it becomes the
    condition that the viewer sees the node `x`.
    """

    name: str
    type: str
    doc: str
    find: Finish
    text: LiteralString | None = None
    names: Mapping[str, str] = dataclasses.field(default_factory=dict)
    reads: Mapping[str, str] = dataclasses.field(default_factory=dict)
    arguments: tuple[Argument, ...] = ()


@dataclasses.dataclass(frozen=True, kw_only=True)
class Joined:
    """What is held in memory, joined with rows: `find` makes the objects of both.

    `text` gives what the objects are made of, as a `Kept` does. Links in their types are read for
    each item of `over`, which stands as `$$ONE` in the link; `find` is given the rows of each such
    selection, by item. Its objects have a `key`, and those rows as `found`.
    """

    name: str
    type: str
    doc: str
    find: Callable[[Any, Any], Any]
    text: LiteralString
    over: LiteralString
    constants: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    reads: Mapping[str, str] = dataclasses.field(default_factory=dict)
    names: Mapping[str, str] = dataclasses.field(default_factory=dict)
    arguments: tuple[Argument, ...] = ()


@dataclasses.dataclass(frozen=True, kw_only=True)
class Aside:
    """What is kept beside the graph: `text` gives a list that is its key, or null for none.

    `read` is given the keys of all rows of an answer at once, and the connectors that the viewer
    sees (None for all); it returns what is kept, by key.
    """

    name: str
    type: str
    doc: str
    text: LiteralString
    read: Callable[[Collection[Any], frozenset[str] | None], Mapping[Any, Any]]


Field: TypeAlias = Column | Link | Inline | Kept | Joined | Aside


@dataclasses.dataclass(frozen=True, kw_only=True)
class Shape:
    """A GraphQL object type, or an interface with the labels that tell its types apart."""

    name: str
    doc: str
    fields: tuple[Field, ...]
    interface: str | None = None
    is_interface: bool = False

    def field(self, name: str) -> Field:
        """Return a field by its GraphQL name."""
        return self._by_name[name]

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {f.name: f for f in self.fields})

    _by_name: Mapping[str, Field] = dataclasses.field(init=False, repr=False)


def bare(type_: str) -> str:
    """Return the name inside a GraphQL type: `[Tag!]!` gives `Tag`."""
    return type_.strip("[]!")
