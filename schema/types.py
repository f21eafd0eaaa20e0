"""Make the GraphQL types of the shapes, with Strawberry: their names, descriptions, arguments.

Fields read the answer that was made for their response key; nothing is resolved one by one.
"""

from __future__ import annotations

import dataclasses
import enum
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NewType

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.scalars import JSON
from strawberry.types import Info
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField
from strawberry.types.scalar import ScalarDefinition

from schema.compile import TYPE
from schema.enums import FindingOrder, OutcomeVerdict, Role, ScheduleKind, Severity
from schema.errors import Refused
from schema.filters import Input
from schema.judged import STATUSES
from schema.page import Page
from schema.roots import Root
from schema.shape import Argument, Shape

Long = NewType("Long", int)
DateTime = NewType("DateTime", str)
BITS = 63
WHOLE = re.compile(r"-?[0-9]{1,40}")


def _long(value: Any) -> int:
    """Read a `Long`: a whole number, or a text of one. Raises Refused."""
    if isinstance(value, bool) or not WHOLE.fullmatch(str(value)):
        raise Refused(f"{str(value)[:40]!r} is no whole number")
    number = int(value)
    if not -(2**BITS) <= number < 2**BITS:
        raise Refused(f"{str(value)[:40]} has more than 64 bits")
    return number


SCALARS: Mapping[object, ScalarDefinition] = {
    Long: strawberry.scalar(
        name="Long", description="A whole number of up to 64 bits.", serialize=int,
        parse_value=_long,
    ),
    DateTime: strawberry.scalar(
        name="DateTime", description="A moment in ISO 8601, in UTC.", serialize=str,
        parse_value=str,
    ),
}  # fmt: skip


class Answered(StrawberryField):
    """A field whose value stands in the answer, under its response key."""

    @property
    def is_basic_field(self) -> bool:
        """It asks for `info`, which tells the response key."""
        return False

    def get_result(
        self,
        source: Any,
        info: Info | None,
        args: list[Any],  # noqa: ARG002 - theirs
        kwargs: Any,  # noqa: ARG002 - theirs
    ) -> Any:
        """Return the value."""
        assert info is not None  # noqa: S101 - it is no basic field
        return source[info.path.key]


class Asked(Answered):
    """A root field: it asks the API that stands in the context."""

    root: Root

    def get_result(
        self,
        source: Any,  # noqa: ARG002 - theirs
        info: Info | None,
        args: list[Any],  # noqa: ARG002 - theirs
        kwargs: Any,  # noqa: ARG002 - theirs
    ) -> Any:
        """Return the whole answer of the root field."""
        assert info is not None  # noqa: S101 - it is no basic field
        return info.context["answer"](self.root, info._raw_info)  # noqa: SLF001 - has the nodes


class Types:
    """The classes made of shapes, and the names that their annotations are read with."""

    def __init__(self) -> None:
        self.names: dict[str, Any] = {
            "String": str, "Int": int, "Float": float,
            "Boolean": bool, "JSON": JSON, "Long": Long, "DateTime": DateTime,
            "Direction": _enum("Direction", ("IN", "OUT"), "Which way a relationship points."),
            "Status": _enum("Status", STATUSES, "The status of a finding."),
            "Severity": Severity,
            "FindingOrder": FindingOrder,
            "OutcomeVerdict": OutcomeVerdict,
            "ScheduleKind": ScheduleKind,
            "Role": Role,
        }  # fmt: skip

    def shape(self, shape: Shape) -> type:
        """Make the class of a shape; its interface's class must have been made."""
        base: Any = self.names.get(shape.interface or "")
        inherited = {f.name for f in base.__strawberry_definition__.fields} if base else set()
        fields = [
            self.field(Answered, f.name, f.type, f.doc, getattr(f, "arguments", ()))
            for f in shape.fields
            if f.name not in inherited
        ]
        make = strawberry.interface if shape.is_interface else strawberry.type
        return self._made(shape.name, shape.doc, fields, make, base)

    def input(self, made: Input) -> None:
        """Make an input type; names of later ones may stand in it."""
        fields = [
            StrawberryField(
                python_name=f"{given.name}_", graphql_name=given.name, description=given.doc,
                type_annotation=self._annotation(given.type),
                default=dataclasses.MISSING if given.type.endswith("!") else strawberry.UNSET,
            )
            for given in made.fields
        ]  # fmt: skip
        self._made(made.name, made.doc, fields, strawberry.input)

    def page(self, target: str) -> None:
        """Make the connection and edge of a shape."""
        if f"{target}Connection" in self.names:
            return
        edge = [
            self.field(Answered, "cursor", "String!", "Go on after it with `after`.", ()),
            self.field(Answered, "node", f"{target}!", "The row itself.", ()),
        ]
        self._made(f"{target}Edge", f"One `{target}` of a page.", edge, strawberry.type)
        fields = [
            self.field(Answered, "edges", f"[{target}Edge!]!", "Rows with their cursors.", ()),
            self.field(Answered, "nodes", f"[{target}!]!", "The rows alone.", ()),
            self.field(Answered, "pageInfo", "PageInfo!", "Where the page ends.", ()),
            self.field(Answered, "totalCount", "Int!", "All rows, on every page.", ()),
        ]
        self._made(f"{target}Connection", f"A page of `{target}`.", fields, strawberry.type)

    def info(self) -> None:
        """Make the type that tells where a page ends."""
        fields = [
            self.field(Answered, "hasNextPage", "Boolean!", "There is another page.", ()),
            self.field(Answered, "endCursor", "String", "Cursor of the last row.", ()),
        ]
        self._made("PageInfo", "Where a page ends.", fields, strawberry.type)

    def query(self, roots: Iterable[Root]) -> type:
        """Make the query type."""
        fields = []
        for root in roots:
            if isinstance(root, Page):
                self.page(root.target)
            field = self.field(Asked, root.name, root.type, root.doc, root.arguments)
            field.root = root
            fields.append(field)
        return self._made("Query", "What can be asked.", fields, strawberry.type)

    def root(self, name: str, doc: str, fields: Iterable[Any]) -> type:
        """Make the type of an operation."""
        return self._made(name, doc, fields, strawberry.type)

    def field(
        self, kind: Any, name: str, type_: str, doc: str, arguments: Sequence[Argument]
    ) -> Any:
        """Make a field."""
        made = kind(
            python_name=name, graphql_name=name, description=doc,
            type_annotation=self._annotation(type_),
        )  # fmt: skip
        made.arguments = [
            StrawberryArgument(
                python_name=a.name, graphql_name=a.name, description=a.doc,
                type_annotation=self._annotation(a.type),
                default=strawberry.UNSET if a.default is None else a.default,
            )
            for a in arguments
        ]  # fmt: skip
        return made

    def _annotation(self, type_: str) -> StrawberryAnnotation:
        return StrawberryAnnotation(_python(type_), namespace=self.names)

    def _made(
        self, name: str, doc: str, fields: Iterable[Any], make: Any, base: Any = None
    ) -> type:
        space: dict[str, Any] = {f.python_name: f for f in fields}
        annotations = {n: f.type_annotation for n, f in space.items()}
        space["__annotations__"] = annotations
        space["__module__"] = __name__
        if make is strawberry.interface:
            space["resolve_type"] = staticmethod(lambda answer, *_: answer[TYPE])
        space["is_type_of"] = staticmethod(lambda *_: True)
        made: Any = make(type(name, (base,) if base else (), space), name=name, description=doc)
        for field in made.__strawberry_definition__.fields:  # names of later types were unknown
            field.type_annotation = annotations.get(field.python_name, field.type_annotation)
        self.names[name] = made
        found: type = made
        return found


def _python(type_: str) -> str:
    """Return `[String!]` as `list[String] | None`."""
    if type_.endswith("!"):
        inner = type_[:-1]
        return f"list[{_python(inner[1:-1])}]" if inner.startswith("[") else inner
    return f"{_python(type_ + '!')} | None"


def _enum(name: str, values: Sequence[str], doc: str) -> Any:
    members = {value: value for value in values}
    made: Callable[..., Any] = enum.Enum  # a functional Enum has no static type
    return strawberry.enum(made(name, members), name=name, description=doc)
