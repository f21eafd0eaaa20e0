"""GraphQL over WebSocket by `graphql-transport-ws`, for whoever the gate found or who signs in.

A browser's page comes with its cookie, a program with its token in the handshake's header. Who can
send no headers sends the token in the first message, `{"type": "connection_init", "payload":
{"Authorization": "Bearer cgt_..."}}`; before that is acknowledged nothing is answered. Where the
gate looks again at who asks, it looks at that token too.

Queries and changes are answered as over HTTP, in a thread; only subscriptions stay on the loop.
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import logging
import secrets
from collections.abc import AsyncIterator
from typing import Any

import anyio.to_thread
import graphql
from graphql import GraphQLError
from strawberry.asgi import GraphQL
from strawberry.exceptions import ConnectionRejectionError
from strawberry.http.exceptions import WebSocketDisconnected
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import (
    BaseGraphQLTransportWSHandler,
    Operation,
)
from strawberry.types import ExecutionResult
from strawberry.types.execution import PreExecutionError
from strawberry.types.unset import UNSET, UnsetType

from schema.api import Api
from schema.viewer import Viewer
from server.access.gate import ASKER, AWAY, Asker, Guard, NotSignedIn
from server.access.limits import TooMany

LOG = logging.getLogger("cirrograph.api")
INIT_SECONDS = 10
MOST_SUBSCRIPTIONS = 20  # of one connection
NOBODY = Viewer(name="nobody")

Context = dict[str, Any]


class Handler(BaseGraphQLTransportWSHandler[Context, None]):
    """Answers each operation as its viewer may."""

    async def handle_message(self, message: Any) -> None:
        """Answer one message; one of another form ends the connection, and nothing else."""
        try:
            await super().handle_message(message)
        except (TypeError, AttributeError):
            await self.handle_invalid_message("Failed to parse message")

    async def run_operation(self, operation: Operation[Context, None]) -> None:
        """Answer one operation, within what its viewer may have under way."""
        sockets: Sockets = self.context["sockets"]
        viewer: Viewer = self.context["viewer"]
        guard = sockets.guard
        try:
            with guard.slots.subscription(viewer.name, guard.settings.subscriptions):
                await self._answer(operation, sockets.results(operation, viewer))
        except TooMany as error:
            await operation.send_initial_errors([GraphQLError(str(error))])
        except Exception:  # whatever it is, callers are told its id only
            number = secrets.token_hex(6)
            LOG.exception("error %s in an operation over a socket", number)
            said = f"something went wrong inside; its id in the log is {number}"
            with contextlib.suppress(WebSocketDisconnected):
                await operation.send_initial_errors([GraphQLError(said)])

    async def _answer(
        self, operation: Operation[Context, None], results: AsyncIterator[ExecutionResult]
    ) -> None:
        async with contextlib.aclosing(results):  # type: ignore[type-var] # they are generators
            async for result in results:
                if isinstance(result, PreExecutionError):
                    await operation.send_initial_errors(result.errors or [])
                    return
                await operation.send_next(result)
        await operation.send_operation_message({"id": operation.id, "type": "complete"})


class Sockets(GraphQL[Context, None]):
    """The endpoint; the gate stands before it, and has looked at where a page is of."""

    graphql_transport_ws_handler_class = Handler

    def __init__(self, api: Api, guard: Guard) -> None:
        super().__init__(
            api.schema, graphql_ide=None, allow_queries_via_get=False,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            connection_init_wait_timeout=datetime.timedelta(seconds=INIT_SECONDS),
            max_subscriptions_per_connection=MOST_SUBSCRIPTIONS, allowed_origins=("*",),
        )  # fmt: skip
        self.guard = guard
        self._api = api

    async def get_context(self, request: Any, response: Any) -> Context:  # noqa: ARG002 - its signature
        """Return what the connection works with."""
        asker: Asker = request.scope[ASKER]
        viewer = asker.viewer or NOBODY
        return {"viewer": viewer, "scope": request.scope, "sockets": self}

    async def on_ws_connect(self, context: Context) -> UnsetType | dict[str, object] | None:
        """Take in a token of the first message; refuse who has none anywhere."""
        scope = context["scope"]
        try:
            if secret := _token_in(context.get("connection_params") or {}):
                scope[ASKER] = await self.guard.by_token(secret)
        except (NotSignedIn, *AWAY):
            raise ConnectionRejectionError from None
        asker: Asker = scope[ASKER]
        if asker.viewer is None:
            raise ConnectionRejectionError
        context["viewer"] = asker.viewer
        nothing: UnsetType = UNSET
        return nothing

    async def results(
        self, operation: Operation[Context, None], viewer: Viewer
    ) -> AsyncIterator[ExecutionResult]:
        """Yield what an operation gives."""
        asked = (operation.query, operation.variables, operation.operation_name)
        if not _is_request(*asked):
            said = "send the text `query`, the object `variables`, the text `operationName`"
            yield PreExecutionError(data=None, errors=[GraphQLError(said)])
            return
        if await anyio.to_thread.run_sync(self._subscribes, *asked[::2]):
            async for result in self._api.subscribe(*asked, viewer=viewer):
                yield result
        else:
            execute = functools.partial(self._api.execute, *asked, viewer=viewer)
            yield await anyio.to_thread.run_sync(execute)

    def _subscribes(self, query: str, operation: str | None) -> bool:
        try:
            document = graphql.parse(self._api.options.text(query))
            found = graphql.get_operation_ast(document, operation)
        except (graphql.GraphQLError, RecursionError, TypeError):
            return False  # what is wrong with it is told by whoever executes it
        return found is not None and found.operation is graphql.OperationType.SUBSCRIPTION


def _is_request(query: object, variables: object, operation: object) -> bool:
    """Tell whether these are of the form that a request has: a client may send anything."""
    return (
        isinstance(query, str)
        and isinstance(variables, dict | None)
        and isinstance(operation, str | None)
    )


def _token_in(payload: dict[str, Any]) -> str:
    for name, value in payload.items():
        if name.lower() == "authorization" and isinstance(value, str):
            return value.removeprefix("Bearer ").strip()
    return ""
