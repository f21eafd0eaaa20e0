"""Parse and validate each text of a request once, within the limits on what it may ask.

Strawberry's own caches hash the whole syntax tree for every request, and miss where a limiter makes
its rule anew; these are kept by the text. What is no valid request is kept too.
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from typing import Any

from graphql import DocumentNode, GraphQLError, GraphQLSchema, parse
from graphql.validation import MaxIntrospectionDepthRule, NoSchemaIntrospectionCustomRule
from strawberry.extensions import SchemaExtension
from strawberry.schema.schema import validate_document

from schema.cost import cost, told, too_large
from schema.errors import TooCostly
from schema.options import Options

TOKENS = 5_000
SUGGESTION = re.compile(r" Did you mean .*\?$", re.DOTALL)
KEPT = 256  # texts in memory
LONGEST = 20_000  # characters of a text that is kept


class Texts:
    """Texts that were parsed and validated, those used last; for one schema, of all threads."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, tuple[DocumentNode, list[GraphQLError]]] = OrderedDict()
        self._costs: OrderedDict[tuple[Any, ...], int] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, text: str) -> tuple[DocumentNode, list[GraphQLError]] | None:
        """Return what is known of a text."""
        with self._lock:
            if text in self._known:
                self._known.move_to_end(text)
            return self._known.get(text)

    def keep(self, text: str, document: DocumentNode, errors: list[GraphQLError]) -> None:
        """Keep what was found out, and drop what was not asked for long."""
        if len(text) > LONGEST:
            return
        with self._lock:
            self._known[text] = document, errors
            if len(self._known) > KEPT:
                self._known.popitem(last=False)

    def cost(
        self,
        schema: GraphQLSchema,
        document: DocumentNode,
        text: str,
        operation: str | None,
        variables: Mapping[str, Any],
    ) -> int:
        """Return what a request costs; it is known where text and numbers are the same."""
        # Only numbers and truths can make a difference: how many rows, and what is skipped.
        given = tuple((k, v) for k, v in sorted(variables.items()) if isinstance(v, int | None))
        key = text, operation, given
        with self._lock:
            known = self._costs.get(key)
        if known is None:
            known = cost(schema, document, operation, variables)
            if len(text) <= LONGEST:
                with self._lock:
                    self._costs[key] = known
                    if len(self._costs) > KEPT:
                        self._costs.popitem(last=False)
        return known


class Prepared(SchemaExtension):
    """Takes a request's document and its errors from the texts that are known, and its cost."""

    def __init__(self, texts: Texts, options: Options) -> None:
        self._texts = texts
        self._options = options
        self._cost: int | None = None

    def on_parse(self) -> Iterator[None]:
        """Parse a text, unless it is known. Raises NotPersisted where only some may run."""
        context = self.execution_context
        text = self._options.text(context.query) if context.query else None
        known = self._texts.get(text or "")
        context.graphql_document = known[0] if known else self._parsed(text)
        yield

    def on_validate(self) -> Iterator[None]:
        """Validate a document, unless it is known."""
        context = self.execution_context
        text, document = context.query or "", context.graphql_document
        assert document is not None  # noqa: S101 - it was parsed before
        known = self._texts.get(text)
        if known is None:
            known = document, self._errors(document)
            self._texts.keep(text, *known)
        context.pre_execution_errors = known[1]
        if not self._options.is_open and context.context["viewer"].is_stranger:
            context.pre_execution_errors = self._strangers(document, known[1])
        yield

    def on_execute(self) -> Iterator[None]:
        """Tell what a request costs, ahead of all that it does. Raises TooCostly."""
        most, context = self._options.most_cost, self.execution_context
        document = context.graphql_document
        assert document is not None  # noqa: S101 - it was parsed before
        self._cost = self._texts.cost(
            context.schema._schema, document, context.query or "", context.operation_name,  # noqa: SLF001 - theirs
            context.variables or {},
        )  # fmt: skip
        if self._cost > most:
            raise TooCostly(
                f"this may read {self._cost:,} rows, and a request may read {most:,}: "
                "lower `first` here or in the lists around it"
            )
        yield

    def get_results(self) -> dict[str, object]:
        """Return what is told beside the answer."""
        if self._cost is None:
            return {}
        return told(self._cost, self._options.most_cost)

    def _errors(self, document: DocumentNode) -> list[GraphQLError]:
        if found := too_large(document):
            return found
        context = self.execution_context
        rules = (*context.validation_rules, MaxIntrospectionDepthRule)
        return validate_document(context.schema._schema, document, rules)  # noqa: SLF001 - theirs

    def _strangers(self, document: DocumentNode, errors: list[GraphQLError]) -> list[GraphQLError]:
        """Return what is told to callers who may not look at the schema."""
        if not errors:
            schema = self.execution_context.schema._schema  # noqa: SLF001 - theirs
            return validate_document(schema, document, (NoSchemaIntrospectionCustomRule,))
        return [GraphQLError(SUGGESTION.sub("", error.message), error.nodes) for error in errors]

    @staticmethod
    def _parsed(text: str | None) -> DocumentNode | None:
        return parse(text, max_tokens=TOKENS) if text else None
