"""Read a selection set: which fields, under which response keys, for which type.

Follows fragments, `@skip` and `@include`, and merges fields of the same response key as GraphQL
says. What it is given has been parsed and validated.
"""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionNode,
    SelectionSetNode,
    Undefined,
    value_from_ast,
)

Fields: TypeAlias = dict[str, list[FieldNode]]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Selection:
    """What is the same for all of one operation: schema, fragments and variables."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Mapping[str, Any]

    def fields(self, nodes: Iterable[FieldNode], *types: str) -> Fields:
        """Return what is selected below `nodes` for a type, given with its interface if any."""
        found: Fields = {}
        for condition, node in self.flat(nodes):
            if condition is None or condition in types:
                found.setdefault(node.alias.value if node.alias else node.name.value, []).append(
                    node
                )
        return found

    def of_operation(self, selected: SelectionSetNode) -> Fields:
        """Return the root fields of an operation."""
        found: Fields = {}
        for _, node in self._walk(selected, None):
            key = node.alias.value if node.alias else node.name.value
            found.setdefault(key, []).append(node)
        return found

    def conditions(self, nodes: Iterable[FieldNode]) -> set[str]:
        """Return the types that fragments below `nodes` name."""
        return {condition for condition, _ in self.flat(nodes) if condition}

    def arguments(self, field: GraphQLField, node: FieldNode) -> dict[str, Any]:
        """Return the arguments of a field, with their defaults, by name."""
        given = {argument.name.value: argument.value for argument in node.arguments or ()}
        found: dict[str, Any] = {}
        for name, declared in field.args.items():
            value: Any = Undefined
            if name in given:
                value = value_from_ast(given[name], declared.type, dict(self.variables))
            if value is Undefined:
                value = declared.default_value
            value = None if value is Undefined else value
            found[name] = value.value if isinstance(value, enum.Enum) else value
        return found

    def some_arguments(
        self, field: GraphQLField, node: FieldNode, names: Iterable[str]
    ) -> dict[str, Any]:
        """Return those of some arguments that a field has."""
        few = GraphQLField(field.type, {n: field.args[n] for n in names if n in field.args})
        return self.arguments(few, node)

    def flat(self, nodes: Iterable[Any]) -> Iterator[tuple[str | None, FieldNode]]:
        """Yield the fields below nodes, each with the type that a fragment around it names."""
        for node in nodes:
            if node.selection_set:
                yield from self._walk(node.selection_set, None)

    def _walk(
        self, selected: SelectionSetNode, condition: str | None
    ) -> Iterator[tuple[str | None, FieldNode]]:
        for node in selected.selections:
            if not self._is_included(node):
                continue
            if isinstance(node, FieldNode):
                yield condition, node
            elif isinstance(node, FragmentSpreadNode | InlineFragmentNode):
                fragment: Any = node
                if isinstance(node, FragmentSpreadNode):
                    fragment = self.fragments[node.name.value]
                named = fragment.type_condition.name.value if fragment.type_condition else None
                yield from self._walk(fragment.selection_set, self._narrower(condition, named))

    def _narrower(self, outer: str | None, inner: str | None) -> str | None:
        """Return the condition that says both: an object type says more than its interface."""
        if outer is None or inner is None:
            return outer or inner
        return inner if outer == "Resource" else outer

    def _is_included(self, node: SelectionNode) -> bool:
        return not node.directives or all(
            self._truth(directive.arguments) is (directive.name.value == "include")
            for directive in node.directives
            if directive.name.value in {"skip", "include"}
        )

    def _truth(self, arguments: Sequence[Any] | None) -> bool:
        value: Any = arguments[0].value if arguments else None
        if hasattr(value, "name"):  # a variable
            return bool(self.variables.get(value.name.value))
        return bool(value.value)
