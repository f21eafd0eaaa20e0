"""Serve GraphQL over HTTP, with a page to try it that works offline.

`POST /graphql` answers one request as JSON (no batches, no forms: a body of another type is
refused, and with it every cross-site form). `GET /graphql` is the page: its script and style are
files of this package, under a policy that allows nothing inline and nothing from elsewhere.
`/schema.graphql` is the schema; health and metrics are `server.observe.http`'s. Only requests to a
known host name are answered, so that no web site can reach a server on loopback through a name of
its own.

Subscriptions come as server-sent events, to a POST that accepts `text/event-stream`, or over a
WebSocket by `graphql-transport-ws`; the older protocol of that kind is not spoken.

Who may ask is found out by `server.access.gate`, ahead of all routes but the public ones; what
breaks a limit is refused before that (`server.access.limits`).
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import socket
import threading
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any

import anyio.to_thread
import neo4j
import orjson
import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import (
    PlainTextResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from strawberry.types import ExecutionResult

from ingest.catalogue import Catalogue
from schema.api import Api
from schema.mutations import Changes
from schema.options import Options, query_of
from schema.reader import Reader
from schema.shelf import Shelf
from schema.viewer import Viewer
from server.access.gate import Gate, Guard, viewer_of
from server.access.limits import MOST_BYTES, MOST_CONNECTIONS, MOST_HEAD_BYTES, Limits, patient
from server.access.pages import SignIn
from server.access.sockets import Sockets
from server.guide.routes import Guide
from server.observe.http import Health, Observed
from server.observe.operations import observed
from server.pages import page_routes

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
HOST, PORT = "127.0.0.1", 8484
END_SECONDS = 10
HEAD_SECONDS = 20.0
EVENTS = "text/event-stream"
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class PortTaken(OSError):
    """Another process listens on the port; the message says which, and the way out."""


class BadRequest(Exception):
    """A request's body is not one GraphQL request; `status` is HTTP's."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def create_app(
    driver: neo4j.Driver,
    catalogue: Catalogue,
    shelf: Shelf,
    *,
    database: str | None = None,
    hosts: Sequence[str] = LOOPBACK,
    changes: Changes | None = None,
    options: Options | None = None,
    guard: Guard | None = None,
    health: Health | None = None,
    more: Sequence[BaseRoute] = (),
) -> Starlette:
    """Return the app; the driver stays the caller's to close.

    `shelf` holds controls, policies and mandates, and reads report runs off the lake
    (`schema.shelf.documents`). `hosts` are the names under which it may be asked. `changes` makes
    what mutations ask for; without it there are none to be made. `guard` tells who asks; without
    one, everybody is the one local user. `more` are routes of others, such as exports.

    A route is for those who are signed in unless it stands among the public ones.
    """
    reader = Reader(driver, database)
    guard = guard or Guard()
    health = health or Health(driver=driver, database=database)
    endpoints = _Endpoints(api=Api(catalogue, reader, shelf, changes, options=options))
    public = [
        *health.public(),
        *SignIn(guard=guard).routes(),
        *Guide(catalogue=catalogue).routes(),  # Neo4j Browser fetches it, without a session
        *page_routes(),  # the page itself is nobody's secret; what it shows is asked for
    ]
    return Starlette(
        routes=[
            Route("/graphql", endpoints.graphql, methods=["POST"]),  # first: most ask for it
            *public,
            WebSocketRoute("/graphql", Sockets(endpoints.api, guard)),
            Route("/schema.graphql", endpoints.schema),
            *health.private(),
            *more,
        ],
        middleware=[
            Middleware(Observed),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts)),
            Middleware(SafeHeaders),
            Middleware(Limits, body_seconds=guard.settings.request_seconds),
            Middleware(Gate, guard=guard, public=public),
        ],
    )


def serve(
    app: ASGIApp, *, host: str = HOST, port: int = PORT, head_seconds: float = HEAD_SECONDS
) -> None:
    """Serve until a signal ends it; requests under way are finished first. Raises PortTaken."""
    # uvicorn raises Ctrl-C again once it has ended everything in good order
    with listen(host, port) as listening, contextlib.suppress(KeyboardInterrupt):
        _server(app, head_seconds).run(sockets=[listening])


@contextlib.contextmanager
def running(
    app: ASGIApp, *, host: str = HOST, port: int = PORT, head_seconds: float = HEAD_SECONDS
) -> Iterator[str]:
    """Serve in a thread while the block runs, and give the address. Raises PortTaken."""
    with listen(host, port) as listening:
        server = _server(app, head_seconds)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            at = listening.getsockname()[1]
            yield f"http://{f'[{host}]' if ':' in host else host}:{at}"
        finally:
            server.should_exit = True
            thread.join(END_SECONDS * 2)


def _server(app: ASGIApp, head_seconds: float) -> uvicorn.Server:
    return uvicorn.Server(
        uvicorn.Config(
            app, log_level="warning", server_header=False, timeout_graceful_shutdown=END_SECONDS,
            timeout_keep_alive=30, lifespan="off", log_config=None, http=patient(head_seconds),
            h11_max_incomplete_event_size=MOST_HEAD_BYTES, ws_max_size=MOST_BYTES,
            limit_concurrency=MOST_CONNECTIONS,
        )
    )  # fmt: skip


def listen(host: str = HOST, port: int = PORT) -> socket.socket:
    """Return a socket that listens; port 0 takes a free one. Raises PortTaken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise PortTaken(
            f"cannot listen on {host} port {port} ({error.strerror}): "
            "end what listens there, or choose another with --port"
        ) from error


@dataclasses.dataclass(frozen=True, kw_only=True)
class _Endpoints:
    """What answers each route."""

    api: Api

    async def graphql(self, request: Request) -> Response:
        try:
            asked = await _asked(request)
        except BadRequest as error:
            return _json({"errors": [{"message": str(error)}]}, error.status)
        viewer = viewer_of(request)
        if EVENTS in request.headers.get("accept", ""):
            return StreamingResponse(self._events(asked, viewer), media_type=EVENTS)
        execute = functools.partial(self.api.execute, viewer=viewer, by_post=True)
        result = await anyio.to_thread.run_sync(
            observed(execute),
            asked["query"],
            asked.get("variables"),
            asked.get("operationName"),
        )
        return _json(_answer(result), 200)

    async def _events(self, asked: dict[str, Any], viewer: Viewer) -> AsyncIterator[bytes]:
        """Yield a subscription's results as server-sent events, the last one `complete`."""
        results = self.api.subscribe(
            asked["query"], asked.get("variables"), asked.get("operationName"), viewer=viewer
        )
        async for result in results:
            yield b"event: next\ndata: " + orjson.dumps(_answer(result)) + b"\n\n"
        yield b"event: complete\ndata:\n\n"

    async def schema(self, request: Request) -> Response:  # noqa: ARG002 - Starlette's signature
        return PlainTextResponse(self.api.sdl)


async def _asked(request: Request) -> dict[str, Any]:
    """Return the one GraphQL request of a body. Raises BadRequest."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise BadRequest(415, "send application/json: {query, variables, operationName}")
    try:
        asked = orjson.loads(await request.body())  # no larger than `Limits` lets through
    except orjson.JSONDecodeError as error:
        raise BadRequest(400, f"the body is not JSON: {error}") from error
    if not isinstance(asked, dict) or (query := query_of(asked)) is None:
        raise BadRequest(400, 'the body is one object with the text "query"; no batches')
    if not isinstance(asked.get("variables"), dict | None):
        raise BadRequest(400, '"variables" is an object')
    if not isinstance(asked.get("operationName"), str | None):
        raise BadRequest(400, '"operationName" is a text')
    return {**asked, "query": query}


def _answer(result: ExecutionResult) -> dict[str, Any]:
    said: dict[str, Any] = {"data": result.data}
    if result.errors:
        said["errors"] = [error.formatted for error in result.errors]
    if result.extensions:
        said["extensions"] = result.extensions
    return said


def _json(said: Mapping[str, Any], status: int) -> Response:
    return Response(orjson.dumps(said), status_code=status, media_type="application/json")


class SafeHeaders:
    """Puts on each answer the headers that keep a page to itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)  # a page may have a policy of its own
            await send(message)

        await self.app(scope, receive, sending)
