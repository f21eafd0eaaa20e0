"""Find out who sends each request, and let in nobody else than that.

A token comes in the header `Authorization: Bearer`, a session in a cookie. Who gives a token is
judged by it alone. On loopback, where no sign-in is required, everybody else is the one local user.
Where it is required, what is not public answers 401, and says nothing more.

A browser sends its cookie along with whatever a foreign page makes it send. So a request that
changes anything, or could, is taken from our own pages only: its origin has to be ours where it has
one, `Sec-Fetch-Site` has to say so where it is there, and with a cookie it has to carry a header
that no form and no foreign page can set (`X-Cirrograph`). A token needs none of that: no page can
make a browser add it.

What goes on for long (a subscription, an export) is looked at again every 0.4 seconds, and is cut
off when its token was revoked or its session has ended.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

import anyio
import anyio.to_thread
import neo4j.exceptions
import orjson
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, cookie_parser
from starlette.responses import Response
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from schema.viewer import LOCAL, Viewer
from server.access.access import Access
from server.access.errors import AccessStoreFailed
from server.access.limits import Slots, TooMany
from server.access.settings import AccessSettings

How: TypeAlias = Literal["local", "token", "session", "nobody"]

ASKER = "cirrograph.asker"  # where a scope holds who asks
HEADER = "x-cirrograph"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OURS = frozenset({"same-origin", "none"})  # of Sec-Fetch-Site; none: typed by the user
AGAIN_SECONDS = 0.4
REMEMBERED = 1_000  # paths, of which it is known whether they are public
EVENTS = "text/event-stream"
CHALLENGE = 'Bearer realm="cirrograph"'
AWAY = (AccessStoreFailed, neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError)
REVOKED = 4401  # what a socket is closed with


class NotSignedIn(Exception):
    """There is no token or session, or it is not good any more."""


class ForeignPage(Exception):
    """The request was sent by a page that is not ours, or could have been."""


@dataclasses.dataclass(kw_only=True)
class Asker:
    """Who sends a request, and by what they are known."""

    how: How
    viewer: Viewer | None
    secret: str = dataclasses.field(default="", repr=False)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Guard:
    """What the gate goes by; without `access`, there is the local user and nobody else."""

    access: Access | None = None
    must_sign_in: bool = False
    slots: Slots = dataclasses.field(default_factory=Slots)

    @property
    def settings(self) -> AccessSettings:
        """The settings of access."""
        return self.access.settings if self.access else AccessSettings()

    @property
    def is_secure(self) -> bool:
        """Whether people reach the server by https."""
        return (self.settings.api_url or "").startswith("https://")

    @property
    def cookie(self) -> str:
        """The name of the cookie that holds a session."""
        return "__Host-cirrograph" if self.is_secure else "cirrograph"

    async def asker(self, headers: Headers) -> Asker:
        """Return who asks. Raises NotSignedIn for a token or a session that is not good."""
        given = headers.getlist("authorization")
        if given:
            kind, _, secret = given[0].partition(" ")
            if len(given) > 1 or kind.lower() != "bearer":
                raise NotSignedIn
            return await self.by_token(secret.strip())
        if secret := self.session_of(headers):
            asker = Asker(how="session", viewer=None, secret=secret)
            asker.viewer = await self.again(asker)
            if asker.viewer is not None:
                return asker
        if self.must_sign_in:
            return Asker(how="nobody", viewer=None)
        return Asker(how="local", viewer=LOCAL)

    async def by_token(self, secret: str) -> Asker:
        """Return who asks with a token. Raises NotSignedIn."""
        asker = Asker(how="token", viewer=None, secret=secret)
        asker.viewer = await self.again(asker)
        if asker.viewer is None:
            raise NotSignedIn
        return asker

    async def again(self, asker: Asker) -> Viewer | None:
        """Return who it is now: None when the token or the session has ended."""
        if asker.how in {"local", "nobody"} or self.access is None:
            return asker.viewer
        look = self.access.tokens if asker.how == "token" else self.access.sessions
        return await anyio.to_thread.run_sync(look.viewer, asker.secret)

    def session_of(self, headers: Headers) -> str:
        """Return what the cookie holds; nothing where there are several, or none."""
        found = [cookie_parser(line) for line in headers.getlist("cookie")]
        values = [cookies[self.cookie] for cookies in found if self.cookie in cookies]
        return values[0] if len(values) == 1 and self.access is not None else ""

    def check_page(self, headers: Headers, *, needs_header: bool) -> None:
        """Raise ForeignPage unless a request comes from our own page, or from no page."""
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is not None and not self.is_ours(origin, headers.get("host", "")):
            raise ForeignPage(f"pages of {origin!r} can't use this server")
        if site is not None and site.lower() not in OURS:
            raise ForeignPage("pages of other sites can't use this server")
        if needs_header and not headers.get(HEADER):
            raise ForeignPage("with a cookie, send the header X-Cirrograph: 1 too")

    def is_ours(self, origin: str, host: str) -> bool:
        """Tell whether an origin is that of the server's own pages."""
        at, public = urlsplit(origin), self.settings.api_url
        if public is not None:
            own = urlsplit(public)
            if (at.scheme, at.netloc) == (own.scheme, own.netloc):
                return True
            if at.netloc == own.netloc:
                return False  # the same name, without https
        return at.scheme in {"http", "https"} and bool(host) and at.netloc == host


class Gate:
    """Lets a request through with who sends it, or answers it."""

    def __init__(self, app: ASGIApp, *, guard: Guard, public: Sequence[BaseRoute]) -> None:
        self.app = app
        self._guard = guard
        self._is_public = _leads(public)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] not in {"http", "websocket"} or self._is_public(
            scope["type"], scope.get("method", ""), scope["path"], scope.get("root_path", "")
        ):
            await self.app(scope, receive, send)
            return
        try:
            asker = await self._let_in(scope)
            with self._slot(scope, asker):
                await self._watched(scope, receive, send, asker)
        except NotSignedIn:
            await _refuse(
                scope, receive, send, 401, "sign in first", {"WWW-Authenticate": CHALLENGE}
            )
        except ForeignPage as error:
            await _refuse(scope, receive, send, 403, str(error))
        except TooMany as error:
            await _refuse(scope, receive, send, 429, str(error), {"Retry-After": "1"})
        except AccessStoreFailed:
            await _refuse(scope, receive, send, 503, "who asks can't be looked up now: try again")

    async def _let_in(self, scope: Scope) -> Asker:
        headers = Headers(scope=scope)
        asker = await self._found(headers)
        is_socket = scope["type"] == "websocket"
        if asker.how != "token" and (is_socket or scope["method"] not in SAFE):
            with_cookie = asker.how == "session"
            if is_socket and with_cookie and "origin" not in headers:
                raise ForeignPage("a socket with a cookie tells the page that it is of")
            self._guard.check_page(headers, needs_header=with_cookie and not is_socket)
        if asker.viewer is None and not is_socket:  # a socket may sign in by its first message
            raise NotSignedIn
        scope[ASKER] = asker
        scope.setdefault("state", {})["viewer"] = asker.viewer  # as `request.state.viewer`
        return asker

    async def _found(self, headers: Headers) -> Asker:
        try:
            return await self._guard.asker(headers)
        except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError) as error:
            raise AccessStoreFailed("the connectors can't be read") from error

    def _slot(self, scope: Scope, asker: Asker) -> contextlib.AbstractContextManager[None]:
        name = asker.viewer.name if asker.viewer else ""
        settings, slots = self._guard.settings, self._guard.slots
        if scope["type"] == "websocket" or EVENTS in Headers(scope=scope).get("accept", ""):
            return slots.subscription(name, settings.subscriptions)
        return slots.request(name, settings.requests)

    async def _watched(self, scope: Scope, receive: Receive, send: Send, asker: Asker) -> None:
        """Answer, until it is answered or whoever asks is let in no longer."""
        if asker.how == "local":
            await self.app(scope, receive, send)
            return
        fault: Exception | None = None
        async with anyio.create_task_group() as group:
            group.start_soon(self._watch, group.cancel_scope, scope, send)
            try:
                await self.app(scope, receive, send)
            except Exception as error:  # noqa: BLE001 - raised below: a group would wrap it
                fault = error
            group.cancel_scope.cancel()
        if fault is not None:
            raise fault

    async def _watch(self, answering: anyio.CancelScope, scope: Scope, send: Send) -> None:
        while True:
            await anyio.sleep(AGAIN_SECONDS)
            asker: Asker = scope[ASKER]
            if asker.how == "nobody" or asker.viewer is None:
                continue
            try:
                viewer = await self._guard.again(asker)
            except AWAY:
                continue  # it was good when last looked at; what is new is refused meanwhile
            if lost(asker.viewer, viewer):
                answering.cancel()
                if scope["type"] == "websocket":
                    with anyio.CancelScope(shield=True):
                        await send({"type": "websocket.close", "code": REVOKED})
                return


def lost(before: Viewer, after: Viewer | None) -> bool:
    """Tell whether somebody may less than before."""
    if after is None:
        return True
    held = [
        (before.everywhere, None),
        *((role, connector) for connector, role in before.on.items()),
    ]
    return any(role is not None and not after.may(role, connector) for role, connector in held)


def viewer_of(connection: HTTPConnection) -> Viewer:
    """Return who sends a request that the gate let through. Raises NotSignedIn."""
    asker: Asker | None = connection.scope.get(ASKER)
    if asker is None or asker.viewer is None:
        raise NotSignedIn
    return asker.viewer


def _leads(routes: Sequence[BaseRoute]) -> Callable[[str, str, str, str], bool]:
    """Return what tells whether a request is for one of these routes; it remembers the last."""

    @functools.lru_cache(REMEMBERED)
    def leads(type_: str, method: str, path: str, root: str) -> bool:
        scope = {"type": type_, "method": method, "path": path, "root_path": root}
        return any(route.matches(scope)[0] is Match.FULL for route in routes)

    return leads


async def _refuse(
    scope: Scope, receive: Receive, send: Send, status: int, why: str,
    headers: Mapping[str, str] | None = None,
) -> None:  # fmt: skip
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 4403, "reason": why})
        return
    body = orjson.dumps({"errors": [{"message": why}]})
    answer = Response(body, status, dict(headers or {}), media_type="application/json")
    await answer(scope, receive, send)
