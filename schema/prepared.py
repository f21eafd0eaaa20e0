"""Parse and validate each text of a request once, with the limits on what it may ask.

Strawberry's own caches hash the whole syntax tree for every request, and miss where a limiter makes
its rule anew; these are kept by the text. What is no valid request is kept too.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator

from graphql import DocumentNode, GraphQLError, parse
from strawberry.extensions import SchemaExtension
from strawberry.extensions.max_aliases import create_validator as aliases_at_most
from strawberry.extensions.query_depth_limiter import create_validator as depth_at_most
from strawberry.schema.schema import validate_document

DEPTH, ALIASES, TOKENS = 16, 30, 5_000
RULES = (depth_at_most(DEPTH, None), aliases_at_most(ALIASES))
KEPT = 256  # texts in memory
LONGEST = 20_000  # characters of a text that is kept


class Texts:
    """Texts that were parsed and validated, those used last; for one schema, of all threads."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, tuple[DocumentNode, list[GraphQLError]]] = OrderedDict()
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


class Prepared(SchemaExtension):
    """Takes a request's document and its errors from the texts that are known."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def on_parse(self) -> Iterator[None]:
        """Parse a text, unless it is known."""
        context = self.execution_context
        known = self._texts.get(context.query or "")
        context.graphql_document = known[0] if known else self._parsed(context.query)
        yield

    def on_validate(self) -> Iterator[None]:
        """Validate a document, unless it is known."""
        context = self.execution_context
        text, document = context.query or "", context.graphql_document
        assert document is not None  # noqa: S101 - it was parsed before
        known = self._texts.get(text)
        if known is None:
            rules = (*context.validation_rules, *RULES)
            known = document, validate_document(context.schema._schema, document, rules)  # noqa: SLF001 - theirs
            self._texts.keep(text, *known)
        context.pre_execution_errors = known[1]
        yield

    @staticmethod
    def _parsed(text: str | None) -> DocumentNode | None:
        return parse(text, max_tokens=TOKENS) if text else None
