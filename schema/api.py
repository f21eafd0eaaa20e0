"""Answer GraphQL: parse and validate (both cached), limit, compile, read once, hand the answer on.

Each root field becomes one Cypher statement, or none where memory has the answer. The answer is
made in the form in which it is sent (`schema.compile`), so the executor does not walk it again;
`stock=True` makes it do so, value by value, which is how the tests hold the two against each other.

What callers do wrong is told in full (`schema.errors`); what goes wrong inside is logged with an id
and told by that id only.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import AsyncIterator, Mapping
from typing import Any, TypeAlias

import strawberry
from graphql import GraphQLError, GraphQLResolveInfo
from strawberry.exceptions import MissingQueryError
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.exceptions import (
    CannotGetOperationTypeError,
    InvalidOperationTypeError,
)
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.types import ExecutionResult

from graph import trace
from graph.ledger import Ledger
from graph.scans import Scans
from ingest.catalogue import Catalogue
from schema import judged, ledger, resources
from schema.compile import Compiler, Place
from schema.errors import Refused
from schema.page import Page, compile_page
from schema.prepared import Prepared, Texts
from schema.progress import ScanProgress, Subscription, follow
from schema.reader import Reader
from schema.roots import Held, Root, roots
from schema.selection import Selection
from schema.shape import Kept, Shape
from schema.shelf import Shelf
from schema.types import SCALARS, Types
from schema.viewer import LOCAL, Viewer

NO_OPERATION = (MissingQueryError, CannotGetOperationTypeError, InvalidOperationTypeError)
NO_QUERY = "there is no query: send `query { ... }`, or `subscription { ... }` to follow something"
LOG = logging.getLogger("cirrograph.api")


Info: TypeAlias = GraphQLResolveInfo[Any]


class Whole:
    """An answer that is complete as it stands."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


class Executor(StrawberryGraphQLCoreExecutionContext):
    """The stock executor, except that it does not walk answers that are complete."""

    def complete_value(self, return_type: Any, *rest: Any, **more: Any) -> Any:
        """Complete a value; `result` is the fourth after the type."""
        result = rest[3]
        if type(result) is Whole:
            return result.value
        return super().complete_value(return_type, *rest, **more)


class Schema(strawberry.Schema):
    """Strawberry's, without its log of every error: ours are logged where they happen."""

    def process_errors(self, errors: Any, execution_context: Any = None) -> None:
        """Log nothing: what callers do wrong is no news, and the rest has been logged."""


class Api:
    """GraphQL over one catalogue, shelf and database.

    The schema needs neither database nor shelf: without a reader only it can be used.
    """

    def __init__(
        self, catalogue: Catalogue, reader: Reader | None = None, shelf: Shelf | None = None
    ) -> None:
        held = shelf or Shelf()
        self.shapes: Mapping[str, Shape] = {
            shape.name: shape
            for shape in (*resources.shapes(catalogue), *ledger.SHAPES, *judged.shapes(held))
        }
        self._type_of = resources.type_of(catalogue)
        self._reader = reader
        self.roots = roots(catalogue, held)
        self.schema = _schema(self.shapes, self.roots)

    @property
    def sdl(self) -> str:
        """The schema as text."""
        return self.schema.as_str()

    @property
    def statements(self) -> int:
        """How many Cypher statements were run."""
        return self._reader.statements if self._reader else 0

    def execute(
        self,
        query: str,
        variables: Mapping[str, Any] | None = None,
        operation: str | None = None,
        *,
        viewer: Viewer = LOCAL,
        stock: bool = False,
    ) -> ExecutionResult:
        """Answer a request; what went wrong is in the result's `errors`."""
        try:
            return self.schema.execute_sync(
                query,
                variable_values=dict(variables) if variables else None,
                operation_name=operation,
                context_value=self.context(viewer, stock=stock),
            )
        except NO_OPERATION as error:
            return ExecutionResult(data=None, errors=[GraphQLError(str(error) or NO_QUERY)])

    async def subscribe(
        self,
        query: str,
        variables: Mapping[str, Any] | None = None,
        operation: str | None = None,
        *,
        viewer: Viewer = LOCAL,
    ) -> AsyncIterator[ExecutionResult]:
        """Answer a subscription, result by result; one that can't be begun is one with `errors`."""
        try:
            found: Any = await self.schema.subscribe(
                query,
                variable_values=dict(variables) if variables else None,
                operation_name=operation,
                context_value=self.context(viewer),
            )
        except NO_OPERATION as error:
            yield ExecutionResult(data=None, errors=[GraphQLError(str(error) or NO_QUERY)])
            return
        if not hasattr(found, "__aiter__"):
            yield found
            return
        async for result in found:
            yield result

    def context(self, viewer: Viewer = LOCAL, *, stock: bool = False) -> dict[str, Any]:
        """Return what resolvers work with."""

        def answer(root: Root, info: Info) -> Any:
            found = self._guarded(root, info, viewer, typed=stock)
            return found if stock or found is None else Whole(found)

        return {"answer": answer, "progress": self._progress, "viewer": viewer}

    def _progress(self, connector: str) -> AsyncIterator[ScanProgress]:
        if self._reader is None:
            raise RuntimeError("this API has no database: it was made for its schema only")
        driver, database = self._reader.driver, self._reader.database
        return follow(Scans(driver, database), Ledger(driver, database), connector)

    def _guarded(self, root: Root, info: Info, viewer: Viewer, *, typed: bool) -> Any:
        try:
            with trace.span(f"field {root.name}", graphql_field_name=root.name):
                return self._answer(root, info, viewer, typed=typed)
        except Refused:
            raise
        except Exception as error:  # whatever it is, callers are told its id only
            number = secrets.token_hex(6)
            LOG.exception("error %s in the root field %s", number, root.name)
            raise GraphQLError(
                f"something went wrong inside; its id in the log is {number}",
                extensions={"id": number},
            ) from error

    def _answer(self, root: Root, info: Info, viewer: Viewer, *, typed: bool) -> Any:
        selection = Selection(
            schema=info.schema, fragments=info.fragments, variables=_variables(info)
        )
        compiler = Compiler(self.shapes, selection, self._type_of, viewer, typed=typed)
        nodes = info.field_nodes
        given = compiler.arguments("Query", nodes[0])
        if isinstance(root, Held):
            kept = Kept(name=root.name, type=root.type, doc=root.doc, find=root.find)
            return compiler.kept(kept, nodes)(given)
        if isinstance(root, Page):
            text, build = compile_page(root, compiler, nodes, given)
            rows = self._read(text, compiler.parameters)
            return build(rows[0] if rows else {"page": [], "total": 0})
        text, build = compiler.link(root, nodes, Place(number=0), given)
        whole = " ".join(["RETURN", text, "AS answer"])  # noqa: FLY002 - no f-string ends in a query
        (row,) = self._read(whole, compiler.parameters)
        return None if row["answer"] is None else build(row["answer"])

    def _read(self, text: str, given: Mapping[str, Any]) -> Any:
        if self._reader is None:
            raise RuntimeError("this API has no database: it was made for its schema only")
        return self._reader.run(text, given)


def _variables(info: Info) -> Mapping[str, Any]:
    values: Any = info.variable_values
    found: Mapping[str, Any] = getattr(values, "coerced", values)
    return found


def _schema(shapes: Mapping[str, Shape], roots: tuple[Root, ...]) -> strawberry.Schema:
    types, texts = Types(), Texts()
    types.info()
    made = [types.shape(shape) for shape in shapes.values()]
    return Schema(
        query=types.query(roots),
        subscription=Subscription,
        types=made,
        execution_context_class=Executor,
        config=StrawberryConfig(auto_camel_case=False, scalar_map=SCALARS),
        extensions=[lambda: Prepared(texts)],
    )
