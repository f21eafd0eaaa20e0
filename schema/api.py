"""Answer GraphQL: parse and validate (both cached), limit, compile, read once, hand the answer on.

Each root field becomes one Cypher statement, or none where memory has the answer; what is kept
beside the graph is read once for all its rows. How much a viewer of some connectors can see at all
is looked at once a minute (`schema.visible.Holdings`). The answer is
made in the form in which it is sent (`schema.compile`), so the executor does not walk it again;
`stock=True` makes it do so, value by value, which is how the tests hold the two against each other.

What callers do wrong is told in full (`schema.errors`); what goes wrong inside is logged with an id
and told by that id only.
"""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any, TypeAlias

import strawberry
from graphql import FieldNode, GraphQLError, GraphQLResolveInfo
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
from schema import decided, judged, ledger, resources, used
from schema.compile import Compiler, Place
from schema.cursor import Cursors
from schema.enums import Severity
from schema.errors import inside, masked
from schema.filters import Filter, comparing
from schema.mutations import Changes, mutation
from schema.news import NewFindings, News
from schema.options import Options
from schema.page import Page, compile_page
from schema.passing import Passing
from schema.prepared import Prepared, Texts
from schema.progress import ScanProgress, Subscription, follow
from schema.reader import Reader
from schema.resources import RESOURCE
from schema.roots import Held, Root, roots
from schema.selection import Selection
from schema.shape import Kept, Shape
from schema.shelf import Shelf
from schema.types import SCALARS, Types
from schema.viewer import LOCAL, Viewer
from schema.visible import Holdings

NO_OPERATION = (MissingQueryError, CannotGetOperationTypeError, InvalidOperationTypeError)
NO_QUERY = "there is no query: send `query { ... }`, or `subscription { ... }` to follow something"
NO_EVENTS = (
    "only subscriptions are followed: ask, and change, by POST that accepts application/json"
)


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
        self,
        catalogue: Catalogue,
        reader: Reader | None = None,
        shelf: Shelf | None = None,
        changes: Changes | None = None,
        *,
        options: Options | None = None,
    ) -> None:
        self.options = options or Options()
        held = shelf or Shelf()
        self.shapes: Mapping[str, Shape] = {
            shape.name: shape
            for shape in (
                *resources.shapes(catalogue, held),
                *ledger.SHAPES,
                *judged.shapes(held),
                *decided.shapes(held),
                *used.SHAPES,
            )
        }
        self._type_of = resources.type_of(catalogue)
        self._reader = reader
        self._holdings = Holdings(self._read)
        self._shelf = held
        self._changes = changes
        filters = {
            name: Filter(shape)
            for name, shape in self.shapes.items()
            if RESOURCE in {name, shape.interface}
        }
        self.roots = (*roots(catalogue, held, filters), *decided.roots(held), *used.roots(held))
        texts = Texts()
        self.schema = _schema(self.shapes, filters, self.roots, texts, self.options)
        self._passing = Passing(
            self.schema._schema, {r.name: r for r in self.roots}, texts, self.options  # noqa: SLF001 - theirs
        )  # fmt: skip

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
        by_post: bool = False,
    ) -> ExecutionResult:
        """Answer a request; what went wrong is in the result's `errors`.

        Only what came `by_post` may change anything.
        """
        self._shelf.renew()
        passed = None if stock else self._passed(query, variables, operation, viewer)
        if passed is not None:
            return passed
        try:
            found: ExecutionResult = self.schema.execute_sync(
                query,
                variable_values=dict(variables) if variables else None,
                operation_name=operation,
                context_value=self.context(viewer, stock=stock)
                | {"changes": self._changes if by_post else None},
            )
        except NO_OPERATION as error:
            return ExecutionResult(data=None, errors=[GraphQLError(str(error) or NO_QUERY)])
        return _told(found)

    def _passed(
        self,
        query: str,
        variables: Mapping[str, Any] | None,
        operation: str | None,
        viewer: Viewer,
    ) -> ExecutionResult | None:
        def ask(root: Root, nodes: Sequence[FieldNode], selection: Selection) -> Any:
            return self._guarded(root, nodes, selection, viewer)

        found = self._passing.answer(query, variables or {}, operation, viewer, ask)
        return None if found is None else _told(found)

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
            yield _told(found)
            return
        async for result in found:
            yield _told(result)

    def context(self, viewer: Viewer = LOCAL, *, stock: bool = False) -> dict[str, Any]:
        """Return what resolvers work with."""

        def answer(root: Root, info: Info) -> Any:
            selection = Selection(
                schema=info.schema, fragments=info.fragments, variables=_variables(info)
            )
            found = self._guarded(root, info.field_nodes, selection, viewer, typed=stock)
            return found if stock or found is None else Whole(found)

        def progress(connector: str) -> AsyncIterator[ScanProgress]:
            return self._progress(connector, viewer)

        def news(connector: str | None, severity: Severity | None) -> AsyncIterator[NewFindings]:
            return self._news().follow(viewer, connector, severity)

        return {"answer": answer, "progress": progress, "news": news, "viewer": viewer}

    def _progress(self, connector: str, viewer: Viewer) -> AsyncIterator[ScanProgress]:
        if self._reader is None:
            raise RuntimeError("this API has no database: it was made for its schema only")
        driver, database = self._reader.driver, self._reader.database
        return follow(Scans(driver, database), Ledger(driver, database), connector, viewer)

    def _news(self) -> News:
        if self._reader is None:
            raise RuntimeError("this API has no database: it was made for its schema only")
        controls = self._shelf.controls

        def severity(control: str) -> str | None:
            return controls[control].severity if control in controls else None

        return News(reader=self._reader, read=self._shelf.changes, severity=severity)

    def _guarded(
        self,
        root: Root,
        nodes: Sequence[FieldNode],
        selection: Selection,
        viewer: Viewer,
        *,
        typed: bool = False,
    ) -> Any:
        name = f"field {root.name}"
        with masked(f"the root {name}"), trace.span(name, graphql_field_name=root.name):
            return self._answer(root, nodes, selection, viewer, typed=typed)

    def _answer(
        self,
        root: Root,
        nodes: Sequence[FieldNode],
        selection: Selection,
        viewer: Viewer,
        *,
        typed: bool,
    ) -> Any:
        cursors = Cursors(self.options.secret, root.name, viewer.name)
        compiler = Compiler(
            self.shapes,
            selection,
            self._type_of,
            viewer,
            cursors=cursors,
            typed=typed,
            holds_few=lambda: self._holdings.are_few(viewer),
        )
        given = compiler.arguments("Query", nodes[0])
        if isinstance(root, Held):
            find = functools.partial(root.find, viewer) if root.by_viewer else root.find
            kept = Kept(name=root.name, type=root.type, doc=root.doc, find=find)
            return compiler.kept(kept, nodes)(given)
        if isinstance(root, Page):
            text, build = compile_page(root, compiler, nodes, given)
            rows = self._read(text, compiler.parameters)
            return compiler.built(build, rows[0] if rows else {"page": [], "total": 0})
        text, build = compiler.link(root, nodes, Place(number=0), given)
        whole = " ".join(["RETURN", text, "AS answer"])  # noqa: FLY002 - no f-string ends in a query
        (row,) = self._read(whole, compiler.parameters)
        return None if row["answer"] is None else compiler.built(build, row["answer"])

    def _read(self, text: str, given: Mapping[str, Any]) -> Any:
        if self._reader is None:
            raise RuntimeError("this API has no database: it was made for its schema only")
        return self._reader.run(text, given)


def _told(result: ExecutionResult) -> ExecutionResult:
    result.errors = [_masked(error) for error in result.errors or ()] or None
    return result


def _masked(error: GraphQLError) -> GraphQLError:
    """Return an error as it is told: what no code of ours has put into words is masked."""
    cause = error.original_error
    if isinstance(cause, NO_OPERATION):
        return GraphQLError(NO_EVENTS)
    return error if cause is None or isinstance(cause, GraphQLError) else inside(cause, "a request")


def _variables(info: Info) -> Mapping[str, Any]:
    values: Any = info.variable_values
    found: Mapping[str, Any] = getattr(values, "coerced", values)
    return found


def _schema(
    shapes: Mapping[str, Shape],
    filters: Mapping[str, Filter],
    roots: tuple[Root, ...],
    texts: Texts,
    options: Options,
) -> strawberry.Schema:
    types = Types()
    types.info()
    for made_of in (*comparing(), *(one.input for one in filters.values())):
        types.input(made_of)
    made = [types.shape(shape) for shape in shapes.values()]
    return Schema(
        query=types.query(roots),
        mutation=mutation(types),
        subscription=Subscription,
        types=made,
        execution_context_class=Executor,
        config=StrawberryConfig(auto_camel_case=False, scalar_map=SCALARS),
        extensions=[lambda: Prepared(texts, options)],
    )
