"""Count and trace GraphQL operations: their kind, how long they took, how they ended."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from typing import Any

from strawberry.types import ExecutionResult

from graph.trace import span
from server.observe import metrics

# The first word of the text that is an operation's; comments and fragments may come before it.
KIND = re.compile(r"(?:#[^\n]*\n|[\s,\ufeff])*(?P<kind>query|mutation|subscription|\{)?")
LATER = re.compile(r"\}\s*(?P<kind>query|mutation|subscription)\b")
NAME = re.compile(r"[A-Za-z_]\w{0,63}")


def kind_of(query: str) -> str:
    """Return the kind of a text's first operation; `query` where it does not say."""
    found = KIND.match(query)
    if found and found["kind"]:
        return "query" if found["kind"] == "{" else found["kind"]
    later = LATER.search(query)
    return later["kind"] if later else "query"


def observed(execute: Callable[..., ExecutionResult]) -> Callable[..., ExecutionResult]:
    """Return what executes a request, and is seen doing it."""

    def executing(
        query: str, variables: Mapping[str, Any] | None = None, operation: str | None = None
    ) -> ExecutionResult:
        kind, began = kind_of(query), time.perf_counter()
        name = operation if operation and NAME.fullmatch(operation) else None
        with span(f"graphql {kind}", graphql_operation_type=kind, graphql_operation_name=name):
            result = execute(query, variables, operation)
        metrics.OPERATION_SECONDS.labels(kind).observe(time.perf_counter() - began)
        metrics.OPERATIONS.labels(kind, "error" if result.errors else "ok").inc()
        return result

    return executing
