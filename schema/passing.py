"""Answer a known query without the stock executor: what that would walk is complete already.

Each root field gives its answer in the form in which it is sent. So for a text that was parsed and
validated before, nothing is left to do but to coerce the variables, to ask the root fields one
after the other, and to put their errors where GraphQL wants them. Everything else goes the stock
way: a text that is seen for the first time, changes, introspection, variables that do not fit, and
what is too costly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLNonNull,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    get_operation_ast,
    located_error,
)
from graphql.execution.values import get_variable_values
from strawberry.types import ExecutionResult

from schema.cost import told
from schema.errors import Refused
from schema.options import Options
from schema.prepared import Texts
from schema.roots import Root
from schema.selection import Fields, Selection
from schema.viewer import Viewer

TYPENAME = "__typename"
Ask: TypeAlias = Callable[[Root, Sequence[FieldNode], Selection], Any]


class Passing:
    """Answers known queries over one schema."""

    def __init__(
        self, schema: GraphQLSchema, roots: Mapping[str, Root], texts: Texts, options: Options
    ) -> None:
        self._schema = schema
        self._roots = roots
        self._texts = texts
        self._options = options

    def answer(
        self,
        query: str,
        variables: Mapping[str, Any],
        operation: str | None,
        viewer: Viewer,
        ask: Ask,
    ) -> ExecutionResult | None:
        """Answer a request; None for one that has to go the stock way."""
        document = self._known(query, viewer)
        asked = get_operation_ast(document, operation) if document else None
        if document is None or asked is None or asked.operation is not OperationType.QUERY:
            return None
        selection = self._selection(document, asked, variables)
        fields = selection.of_operation(asked.selection_set) if selection else {}
        if selection is None or not self._are_ours(fields):
            return None
        cost = self._texts.cost(self._schema, document, query, operation, variables)
        if cost > self._options.most_cost:
            return None
        data, errors = self._asked(fields, selection, ask)
        return ExecutionResult(data=data, errors=errors or None,
                               extensions=told(cost, self._options.most_cost))  # fmt: skip

    def _known(self, query: str, viewer: Viewer) -> DocumentNode | None:
        if not self._options.is_open and viewer.is_stranger:
            return None
        try:
            self._options.text(query)
        except Refused:
            return None
        known = self._texts.get(query)
        return known[0] if known and not known[1] else None

    def _selection(
        self, document: DocumentNode, asked: OperationDefinitionNode, variables: Mapping[str, Any]
    ) -> Selection | None:
        found: Any = get_variable_values(
            self._schema, asked.variable_definitions or (), dict(variables), max_errors=1
        )
        if isinstance(found, list):
            return None
        fragments = {
            d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)
        }
        return Selection(schema=self._schema, fragments=fragments, variables=found.coerced)

    def _are_ours(self, fields: Fields) -> bool:
        names = {nodes[0].name.value for nodes in fields.values()}
        return names <= {TYPENAME, *self._roots}

    def _asked(
        self, fields: Fields, selection: Selection, ask: Ask
    ) -> tuple[dict[str, Any] | None, list[GraphQLError]]:
        """Return the data and the errors: null where a field failed, or for all if none may be."""
        declared: Any = self._schema.query_type
        data: dict[str, Any] = {}
        errors: list[GraphQLError] = []
        for key, nodes in fields.items():
            name = nodes[0].name.value
            if name == TYPENAME:
                data[key] = declared.name
                continue
            try:
                data[key] = ask(self._roots[name], nodes, selection)
            except GraphQLError as error:
                errors.append(located_error(error, nodes, [key]))
                if isinstance(declared.fields[name].type, GraphQLNonNull):
                    return None, errors
                data[key] = None
        return data, errors
