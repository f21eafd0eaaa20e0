"""Serve GraphQL over HTTP, with a page to try it that works offline.

`POST /graphql` answers one request as JSON (no batches, no forms: a body of another type is
refused, and with it every cross-site form). `GET /graphql` is the page: its script and style are
files of this package, under a policy that allows nothing inline and nothing from elsewhere.
`/schema.graphql` is the schema; health and metrics are `server.observe.http`'s. Only requests to a
known host name are answered, so that no web site can reach a server on loopback through a name of
its own.

Subscriptions come as server-sent events, to a POST that accepts `text/event-stream`, or over a
WebSocket by `graphql-transport-ws`; the older protocol of that kind is not spoken.

Left out here: who may ask (there is no sign-in yet: keep it on loopback).
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import socket
import threading
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

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
    FileResponse,
    PlainTextResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.types import ExecutionResult

from ingest.catalogue import Catalogue
from schema.api import Api
from schema.reader import Reader
from schema.shelf import Shelf
from server.guide.routes import Guide
from server.observe.http import Health, Observed
from server.observe.operations import observed

STATIC = Path(__file__).parent / "static"
MOST_BYTES = 256 * 1024
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
HOST, PORT = "127.0.0.1", 8484
END_SECONDS = 10
EVENTS = "text/event-stream"
MOST_SUBSCRIPTIONS = 20  # of one connection
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
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
    health: Health | None = None,
) -> Starlette:
    """Return the app; the driver stays the caller's to close.

    `shelf` holds controls, policies and mandates, and reads report runs off the lake
    (`schema.shelf.documents`). `hosts` are the names under which it may be asked.
    """
    reader = Reader(driver, database)
    health = health or Health(driver=driver, database=database)
    endpoints = _Endpoints(api=Api(catalogue, reader, shelf), reader=reader)
    return Starlette(
        routes=[
            Route("/graphql", endpoints.page, methods=["GET"]),
            Route("/graphql", endpoints.graphql, methods=["POST"]),
            WebSocketRoute("/graphql", Sockets(endpoints.api, hosts)),
            Route("/schema.graphql", endpoints.schema),
            *health.public(),
            *health.private(),
            *Guide(catalogue=catalogue).routes(),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        middleware=[
            Middleware(Observed),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts)),
            Middleware(SafeHeaders),
        ],
    )


def serve(app: ASGIApp, *, host: str = HOST, port: int = PORT) -> None:
    """Serve until a signal ends it; requests under way are finished first. Raises PortTaken."""
    # uvicorn raises Ctrl-C again once it has ended everything in good order
    with listen(host, port) as listening, contextlib.suppress(KeyboardInterrupt):
        _server(app).run(sockets=[listening])


@contextlib.contextmanager
def running(app: ASGIApp, *, host: str = HOST, port: int = PORT) -> Iterator[str]:
    """Serve in a thread while the block runs, and give the address. Raises PortTaken."""
    with listen(host, port) as listening:
        server = _server(app)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            at = listening.getsockname()[1]
            yield f"http://{f'[{host}]' if ':' in host else host}:{at}"
        finally:
            server.should_exit = True
            thread.join(END_SECONDS * 2)


def _server(app: ASGIApp) -> uvicorn.Server:
    return uvicorn.Server(
        uvicorn.Config(
            app, log_level="warning", server_header=False, timeout_graceful_shutdown=END_SECONDS,
            timeout_keep_alive=30, lifespan="off", log_config=None,
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


class Sockets(GraphQL[dict[str, Any], None]):
    """Answers over WebSocket by `graphql-transport-ws`, to pages of our own hosts only."""

    def __init__(self, api: Api, hosts: Sequence[str]) -> None:
        super().__init__(
            api.schema, graphql_ide=None, allow_queries_via_get=False,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            connection_init_wait_timeout=datetime.timedelta(seconds=10),
            max_subscriptions_per_connection=MOST_SUBSCRIPTIONS,
        )  # fmt: skip
        self._api = api
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a page of another host before the handshake; programs send no origin."""
        socket_ = WebSocket(scope, receive=receive, send=send)
        origin = socket_.headers.get("origin")
        if origin is not None and _host_of(origin) not in self._hosts:
            await socket_.close()
            return
        await super().__call__(scope, receive, send)

    async def get_context(self, request: Any, response: Any) -> dict[str, Any]:  # noqa: ARG002 - its signature
        """Return what resolvers work with."""
        return self._api.context()


def _host_of(origin: str) -> str:
    host = urlsplit(origin).hostname or ""
    return f"[{host}]" if ":" in host else host


@dataclasses.dataclass(frozen=True, kw_only=True)
class _Endpoints:
    """What answers each route."""

    api: Api
    reader: Reader

    async def graphql(self, request: Request) -> Response:
        try:
            asked = await _asked(request)
        except BadRequest as error:
            return _json({"errors": [{"message": str(error)}]}, error.status)
        if EVENTS in request.headers.get("accept", ""):
            return StreamingResponse(self._events(asked), media_type=EVENTS)
        result = await anyio.to_thread.run_sync(
            observed(self.api.execute),
            asked["query"],
            asked.get("variables"),
            asked.get("operationName"),
        )
        return _json(_answer(result), 200)

    async def _events(self, asked: dict[str, Any]) -> AsyncIterator[bytes]:
        """Yield a subscription's results as server-sent events, the last one `complete`."""
        results = self.api.subscribe(
            asked["query"], asked.get("variables"), asked.get("operationName")
        )
        async for result in results:
            yield b"event: next\ndata: " + orjson.dumps(_answer(result)) + b"\n\n"
        yield b"event: complete\ndata:\n\n"

    async def page(self, request: Request) -> Response:  # noqa: ARG002 - Starlette's signature
        return FileResponse(STATIC / "graphql.html")

    async def schema(self, request: Request) -> Response:  # noqa: ARG002 - Starlette's signature
        return PlainTextResponse(self.api.sdl)


async def _asked(request: Request) -> dict[str, Any]:
    """Return the one GraphQL request of a body. Raises BadRequest."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise BadRequest(415, "send application/json: {query, variables, operationName}")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise BadRequest(413, f"the body is larger than {MOST_BYTES} bytes")
    try:
        asked = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise BadRequest(400, f"the body is not JSON: {error}") from error
    if not isinstance(asked, dict) or not isinstance(asked.get("query"), str):
        raise BadRequest(400, 'the body is one object with the text "query"; no batches')
    if not isinstance(asked.get("variables"), dict | None):
        raise BadRequest(400, '"variables" is an object')
    if not isinstance(asked.get("operationName"), str | None):
        raise BadRequest(400, '"operationName" is a text')
    return asked


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
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, sending)
