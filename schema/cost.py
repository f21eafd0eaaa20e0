"""What a request may ask: measured on its text, before anything of it is validated or run.

Two things are looked at. The *document*: its depth, its aliases and the fields that it comes to
when every fragment is put in place. Each fragment is measured once and its figures are multiplied,
so a text that unfolds into millions of fields costs no more to refuse than any other. And the
*cost*: how many rows it may read, by `first` of each list times that of the lists around it. It is
told with every answer as `extensions.cost`, and above the limit nothing is run. What is read from
beside the graph costs as much as thousands of rows, so that a page of a hundred is refused.

Left out: how long a statement takes. A filter without an index may look at every resource for one
row; that is what the time limit of a statement is for (`schema.reader`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionSetNode,
    get_named_type,
    get_operation_ast,
    is_composite_type,
    value_from_ast_untyped,
)

from schema.errors import TooCostly
from schema.selection import Selection

DEPTH, ALIASES, FIELDS = 16, 30, 2_000
COUNTING = 1_000  # what `totalCount` costs: it looks at all rows there are
ASIDE, READ = "rawConfiguration", 5_000  # a field read from beside the graph, for each row
HELD = 8  # rows of a list without `first`: such a list is short, and in memory
FURTHER = 5  # each step of `depth` leads to so many more
MOST_ROWS = 1_000  # of one list


@dataclasses.dataclass(frozen=True, kw_only=True)
class Size:
    """How large a selection is, its fragments in place."""

    depth: int = 0
    aliases: int = 0
    fields: int = 0


class _Sizes:
    """Measures the selections of one document, each fragment once."""

    def __init__(self, document: DocumentNode) -> None:
        self._fragments = {
            d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)
        }
        self._known: dict[str, Size] = {}

    def of(self, selected: SelectionSetNode | None) -> Size:
        depth = aliases = fields = 0
        for node in selected.selections if selected else ():
            if isinstance(node, FragmentSpreadNode):
                below, own = self._fragment(node.name.value), 0
            else:
                below = self.of(getattr(node, "selection_set", None))
                own = int(isinstance(node, FieldNode))
            if isinstance(node, FieldNode):
                aliases += node.alias is not None
                if node.name.value.startswith("__"):  # introspection has a limit of its own
                    below = dataclasses.replace(below, depth=0)
            depth = max(depth, own + below.depth)
            aliases, fields = aliases + below.aliases, fields + own + below.fields
        return Size(depth=depth, aliases=aliases, fields=fields)

    def _fragment(self, name: str) -> Size:
        if name not in self._known:
            self._known[name] = Size()  # one that holds itself is refused when it is validated
            found = self._fragments.get(name)
            self._known[name] = self.of(found.selection_set) if found else Size()
        return self._known[name]


def too_large(document: DocumentNode) -> list[GraphQLError]:
    """Return what is too large about a document."""
    sizes = _Sizes(document)
    found: list[GraphQLError] = []
    for definition in document.definitions:
        if not isinstance(definition, OperationDefinitionNode):
            continue
        size = sizes.of(definition.selection_set)
        for is_, most, what in (
            (size.depth, DEPTH, "levels deep"),
            (size.aliases, ALIASES, "aliases"),
            (size.fields, FIELDS, "fields"),
        ):
            if is_ > most:
                found.append(TooCostly(f"{is_:,} {what}, and a request may have {most:,}"))
    return found


def cost(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: str | None,
    variables: Mapping[str, Any],
) -> int:
    """Return how many rows a valid request may read."""
    asked = get_operation_ast(document, operation)
    if asked is None:
        return 0
    fragments = {
        d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)
    }
    defaults = {
        one.variable.name.value: value_from_ast_untyped(one.default_value)
        for one in asked.variable_definitions or ()
        if one.default_value
    }
    selection = Selection(schema=schema, fragments=fragments, variables=defaults | dict(variables))
    root = schema.get_root_type(asked.operation)
    assert root is not None  # noqa: S101 - it is valid
    return sum(_costs(selection, asked, root.name, 1))


def _costs(selection: Selection, node: Any, parent: str, rows: int) -> Iterator[int]:
    """Yield what each field below a node costs, where there are so many rows of the node."""
    for condition, field in selection.flat([node]):
        name = field.name.value
        if name.startswith("__"):
            continue
        if name == "totalCount":
            yield COUNTING
        if name == ASIDE:
            yield rows * READ
        declared: Any = selection.schema.type_map[condition or parent]
        said = declared.fields[name]
        below = get_named_type(said.type)
        if not is_composite_type(below):
            continue
        given = selection.some_arguments(said, field, ("first", "depth"))
        size = _rows(said.type, given)
        further = FURTHER ** (min(max(given.get("depth") or 1, 1), 3) - 1)
        # The rows of a connection are those of its `nodes` or `edges`, which count them.
        wraps = name in {"nodes", "edges", "pageInfo"}
        yield 0 if wraps else rows * size * further
        yield from _costs(selection, field, below.name, rows if wraps else rows * size)


def _rows(type_: Any, given: Mapping[str, Any]) -> int:
    if "first" in given:
        return min(max(given["first"] or 1, 1), MOST_ROWS)
    inner = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    return HELD if isinstance(inner, GraphQLList) else 1


__all__ = ["Size", "cost", "too_large"]


def told(requested: int, limit: int) -> dict[str, object]:
    """Return what stands beside each answer."""
    return {"cost": {"requested": requested, "limit": limit}}
