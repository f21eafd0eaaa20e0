"""What stands around every request: an id, a line in the log, a span, a count; and health.

`Observed` is the outermost layer of the app, so that what an inner one refuses is counted too. A
request's id is the client's own `X-Request-Id` where that is plain, else a new one; it is in the
answer, on every line of the log, and on the span. A path is told as far as it is a route's own:
what comes after (a file's name, an id) is not, and never what stands behind `?`.
"""

from __future__ import annotations

import contextlib
import dataclasses
import re
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import anyio.to_thread
import neo4j
import neo4j.exceptions
import sqlalchemy
import sqlalchemy.exc
from opentelemetry import context, propagate, trace
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.trace import NOTHING, Listening, span
from server.observe import logs, metrics
from server.observe.gauges import Gauges

REQUEST_ID = "X-Request-Id"
PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{3,63}")
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
BEGINS = frozenset({"http.response.start", "websocket.accept", "websocket.http.response.start"})
QUIET = frozenset({"/healthz", "/readyz", "/metrics", "/static"})  # asked all the time
WORK_STORE_SECONDS = 3
PING_SECONDS = 5.0
SERVER_ERROR = 500


class Observed:
    """Counts, logs and traces every request."""

    def __init__(self, app: ASGIApp) -> None:
        metrics.start()
        self.app = app
        self._log = logs.logger("http")
        self._known: frozenset[str] = frozenset()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and tell of it."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        seen = _Seen(scope=scope, send=send)
        with logs.bound(request=seen.id), seen.span():
            metrics.UNDER_WAY.inc()
            try:
                await self.app(scope, receive, seen.sending)
            except Exception:  # whatever it is, Starlette answers 500 to it, around us
                seen.status = seen.status or SERVER_ERROR
                raise
            finally:
                metrics.UNDER_WAY.dec()
                self._tell(seen)

    def _tell(self, seen: _Seen) -> None:
        route = self._route(seen.scope)
        seconds = seen.seconds
        kind = f"{seen.status // 100}xx" if seen.status else "none"  # gone before it was answered
        metrics.REQUESTS.labels(route, seen.method, kind).inc()
        metrics.REQUEST_SECONDS.labels(route).observe(seen.began_after or seconds)
        trace.get_current_span().update_name(f"{seen.method} {route}")
        write = self._log.debug if route in QUIET else self._log.info
        if seen.status >= SERVER_ERROR:
            write = self._log.warning
        write(
            "request", method=seen.method, route=route, status=seen.status,
            seconds=round(seconds, 4),
        )  # fmt: skip

    def _route(self, scope: Scope) -> str:
        """Return the first part of the path where it is one of the app's, else `other`."""
        if not self._known and "app" in scope:
            self._known = frozenset(_firsts(scope["app"].routes))
        first = _first(scope["path"])
        return first if first in self._known else metrics.OTHER


@dataclasses.dataclass(kw_only=True)
class _Seen:
    """What is seen of one request."""

    scope: Scope
    send: Send
    id: str = ""
    status: int = 0
    began_after: float | None = None

    def __post_init__(self) -> None:
        self._began = time.perf_counter()
        given = Headers(scope=self.scope).get(REQUEST_ID, "")
        self.id = given if PLAIN.fullmatch(given) else secrets.token_hex(8)

    @property
    def method(self) -> str:
        """The method, where it is one of HTTP's; a socket has its own."""
        if self.scope["type"] == "websocket":
            return "WS"
        method = self.scope["method"]
        return method if method in METHODS else metrics.OTHER

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.perf_counter() - self._began

    def span(self) -> Any:
        """Open the request's span, as part of its caller's trace where that says so."""
        if Listening.tracer is None:
            return NOTHING
        return _within(self)

    async def sending(self, message: Message) -> None:
        """Send on, and note how the answer begins."""
        if message["type"] in BEGINS:
            self.began_after = self.seconds
            self.status = message.get("status", 101)
            MutableHeaders(scope=message)[REQUEST_ID] = self.id
            trace.get_current_span().set_attribute("http.response.status_code", self.status)
        elif message["type"] == "websocket.close" and not self.status:
            self.status = 403
        await self.send(message)


@contextlib.contextmanager
def _within(seen: _Seen) -> Iterator[None]:
    """Open the span of a request, and that of its caller around it."""
    carrier = dict(Headers(scope=seen.scope).items())
    token = context.attach(propagate.extract(carrier))
    try:
        with span("request", cirrograph_request=seen.id, http_request_method=seen.method):
            yield
    finally:
        context.detach(token)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Health:
    """Answers `/healthz`, `/readyz` and `/metrics`."""

    driver: neo4j.Driver
    database: str | None = None
    work_url: str | None = None
    shows_metrics: bool = True

    def public(self) -> list[Route]:
        """Return the routes that need no sign-in: they say yes or no."""
        return [Route("/healthz", healthz), Route("/readyz", self.readyz)]

    def private(self) -> list[Route]:
        """Return the routes that tell more: whoever guards the app guards these."""
        gauges = Gauges(self.driver, self.database)

        async def shown(request: Request) -> Response:  # noqa: ARG001 - Starlette's signature
            return await show(gauges)

        return [Route("/metrics", shown)] if self.shows_metrics else []

    async def readyz(self, request: Request) -> Response:  # noqa: ARG002 - Starlette's signature
        """Tell whether database and work store answer."""
        for name, ping in (("database", self._database), ("work store", self._work_store)):
            try:
                await anyio.to_thread.run_sync(ping)
            except AWAY:
                said = {"status": f"the {name} does not answer"}
                return JSONResponse(said, status_code=503)
        return JSONResponse({"status": "ok"})

    def _database(self) -> None:
        with self.driver.session(  # auto-commit: no retries
            database=self.database, default_access_mode=neo4j.READ_ACCESS
        ) as session:
            session.run(neo4j.Query("RETURN 1", timeout=PING_SECONDS)).consume()

    def _work_store(self) -> None:
        if self.work_url is not None:
            ping_work_store(self.work_url)


AWAY = (
    neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError, sqlalchemy.exc.SQLAlchemyError,
    OSError,
)  # fmt: skip


async def healthz(request: Request) -> Response:  # noqa: ARG001 - Starlette's signature
    """Tell that the process runs."""
    return JSONResponse({"status": "ok"})


async def show(gauges: Gauges) -> Response:
    """Return the metrics."""
    text = await anyio.to_thread.run_sync(metrics.exposition, gauges)
    return Response(text, headers={"Content-Type": metrics.CONTENT_TYPE})


def ping_work_store(url: str) -> None:
    """Raise what SQLAlchemy raises when the store of jobs does not answer.

    A file that is not there yet is no fault: the first worker makes it.
    """
    at = sqlalchemy.make_url(url)
    if at.get_backend_name() == "sqlite":
        engine = sqlalchemy.create_engine(
            "sqlite://", creator=_sqlite(at.database or ""), poolclass=sqlalchemy.NullPool
        )
    else:
        engine = sqlalchemy.create_engine(
            at.set(drivername="postgresql+psycopg"), poolclass=sqlalchemy.NullPool,
            connect_args={"connect_timeout": WORK_STORE_SECONDS},
        )  # fmt: skip
    try:
        with engine.connect() as connection:
            connection.execute(sqlalchemy.text("SELECT 1"))
    finally:
        engine.dispose()


def _sqlite(path: str) -> Callable[[], Any]:
    """Return what opens a file for reading, and makes none."""
    import sqlite3  # noqa: PLC0415 - for this store only
    from pathlib import Path  # noqa: PLC0415 - the same

    def opened() -> Any:
        if not Path(path).exists():
            return sqlite3.connect(":memory:", check_same_thread=False)
        found = sqlite3.connect(
            f"{Path(path).absolute().as_uri()}?mode=ro", uri=True, timeout=WORK_STORE_SECONDS,
            check_same_thread=False,
        )  # fmt: skip
        try:
            found.execute("SELECT count(*) FROM sqlite_master")
        except sqlite3.Error:
            found.close()
            raise
        return found

    return opened


def _firsts(routes: Iterable[Any]) -> Iterable[str]:
    return (_first(route.path) for route in routes if hasattr(route, "path"))


def _first(path: str) -> str:
    return "/" + path.lstrip("/").partition("/")[0]
