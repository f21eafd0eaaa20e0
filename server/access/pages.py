"""What people sign in and out by: `/login`, `/callback`, `/logout`, and `/me`.

`GET /login` sends the browser to the provider, which sends it back to `/callback`; `POST /login`
takes a token instead, for servers without a provider. Both end in a session, which is in a cookie
that no script can read. What goes wrong at a provider is in the log under an id; people are told
that id and nothing else.
"""

from __future__ import annotations

import dataclasses
import logging
import re
import secrets
from collections.abc import Callable
from typing import Any, TypeVar

import anyio
import anyio.to_thread
import orjson
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from schema.viewer import Viewer
from server.access.access import Access
from server.access.errors import AccessStoreFailed, NotRecorded
from server.access.gate import AWAY, CHALLENGE, Asker, ForeignPage, Guard, NotSignedIn
from server.access.idtoken import BadIdToken
from server.access.oidc import ProviderFailed
from server.access.sessions import LOGIN_SECONDS, TooManyLogins

LOG = logging.getLogger("cirrograph.access")
T = TypeVar("T")
LOCAL_PATH = re.compile(r"/(?![/\\])[^\x00-\x20\\\x7f]*")
AT_ONCE = 4  # logins that are looked after; the provider may be slow, and others must not wait
MOST_CODE = 4_096


@dataclasses.dataclass(frozen=True, kw_only=True)
class SignIn:
    """The endpoints over one guard."""

    guard: Guard
    limiter: anyio.CapacityLimiter = dataclasses.field(
        default_factory=lambda: anyio.CapacityLimiter(AT_ONCE)
    )

    def routes(self) -> list[BaseRoute]:
        """Return the routes; all of them are for people who are not signed in, too."""
        return [
            Route("/login", self.login, methods=["GET"]),
            Route("/login", self.login_with_token, methods=["POST"]),
            Route("/callback", self.callback, methods=["GET"]),
            Route("/logout", self.logout, methods=["POST"]),
            Route("/me", self.me, methods=["GET"]),
        ]

    async def me(self, request: Request) -> Response:
        """Tell who asks, or how to sign in."""
        try:
            asker = await self.guard.asker(request.headers)
        except NotSignedIn:
            asker = Asker(how="nobody", viewer=None)
        except AWAY:
            return JSONResponse({"signIn": self._ways()}, 503)
        if asker.viewer is None:
            return JSONResponse({"signIn": self._ways()}, 401, {"WWW-Authenticate": CHALLENGE})
        return JSONResponse({**_shown(asker.viewer), "by": asker.how, "signIn": self._ways()})

    async def login(self, request: Request) -> Response:
        """Send the browser to the provider."""
        access = self.guard.access
        if access is None or access.provider is None:
            return PlainTextResponse("no provider is set up: sign in with a token", 404)
        back_to = request.query_params.get("to", "/")
        if not LOCAL_PATH.fullmatch(back_to):
            back_to = "/"
        provider, sessions, at = access.provider, access.sessions, self._redirect_uri(request)

        def begin() -> tuple[str, str]:
            begun = provider.begin(at)
            return begun.url, sessions.begin_login(begun, back_to)

        try:
            url, browser = await self._run(begin)
        except TooManyLogins as error:
            return PlainTextResponse(str(error), 429, {"Retry-After": "600"})
        except (ProviderFailed, AccessStoreFailed) as error:
            return _failed("a login can't begin", error, 503)
        answer = RedirectResponse(url, 302)
        self._set(answer, self._login_cookie, browser, round(LOGIN_SECONDS))
        return answer

    async def callback(self, request: Request) -> Response:
        """Take in who comes back from the provider."""
        access = self.guard.access
        if access is None or access.provider is None:
            return PlainTextResponse("no provider is set up: sign in with a token", 404)
        given = request.query_params
        if "error" in given or not 0 < len(given.get("code", "")) <= MOST_CODE:
            said = f"the provider answers {given.get('error', 'without a code')[:200]!r}"
            return self._ended(_failed("a login was broken off", ProviderFailed(said), 400))
        at = self._redirect_uri(request)
        browser = request.cookies.get(self._login_cookie, "")
        before = self.guard.session_of(request.headers)
        try:
            secret, back_to = await self._run(
                lambda: _finish(access, dict(given), browser, at, before)
            )
        except (BadIdToken, ProviderFailed) as error:
            return self._ended(_failed("a login was refused", error, 400))
        except (AccessStoreFailed, NotRecorded) as error:
            return self._ended(_failed("a login can't be kept", error, 503))
        except NoRole as error:
            LOG.warning("%s", error)
            return self._ended(PlainTextResponse(NO_ROLE, 403))
        answer = self._ended(RedirectResponse(back_to, 303))
        self._set(answer, self.guard.cookie, secret, round(access.settings.session_seconds))
        return answer

    async def login_with_token(self, request: Request) -> Response:
        """Begin a session for whoever gives a good token."""
        access = self.guard.access
        if access is None:
            return PlainTextResponse("nobody has to sign in here", 404)
        try:
            self.guard.check_page(request.headers, needs_header=True)
        except ForeignPage as error:
            return JSONResponse({"errors": [{"message": str(error)}]}, 403)
        token = await _token_in(request)
        try:
            secret = await self._run(lambda: _begin_with(access, token))
        except NotSignedIn:
            return JSONResponse(
                {"errors": [{"message": "the token is not good"}]}, 401,
                {"WWW-Authenticate": CHALLENGE},
            )  # fmt: skip
        except (AccessStoreFailed, NotRecorded) as error:
            return _failed("a login can't be kept", error, 503)
        answer = JSONResponse({"signedIn": True})
        self._set(answer, self.guard.cookie, secret, round(access.settings.session_seconds))
        return answer

    async def logout(self, request: Request) -> Response:
        """End the session, here and in the browser."""
        try:
            self.guard.check_page(request.headers, needs_header=True)
        except ForeignPage as error:
            return JSONResponse({"errors": [{"message": str(error)}]}, 403)
        access, secret = self.guard.access, self.guard.session_of(request.headers)
        if access is not None and secret:
            try:
                await self._run(lambda: access.sessions.end(secret))
            except AccessStoreFailed as error:
                return _failed("a session can't be ended", error, 503)
        answer = JSONResponse({"signedOut": True})
        self._set(answer, self.guard.cookie, "", 0)
        return answer

    def _ways(self) -> dict[str, Any]:
        access = self.guard.access
        has_provider = access is not None and access.provider is not None
        return {
            "required": self.guard.must_sign_in,
            "provider": "/login" if has_provider else None,
            "token": access is not None,
        }

    @property
    def _login_cookie(self) -> str:
        return f"{self.guard.cookie}-login"

    def _redirect_uri(self, request: Request) -> str:
        base = self.guard.settings.api_url or f"http://{request.headers['host']}"
        return f"{base}/callback"

    def _ended(self, answer: Response) -> Response:
        self._set(answer, self._login_cookie, "", 0)
        return answer

    def _set(self, answer: Response, name: str, value: str, seconds: int) -> None:
        answer.set_cookie(
            name, value, max_age=seconds, path="/", secure=self.guard.is_secure, httponly=True,
            samesite="lax",
        )  # fmt: skip

    async def _run(self, work: Callable[[], T]) -> T:
        return await anyio.to_thread.run_sync(work, limiter=self.limiter)


class NoRole(Exception):
    """Somebody signed in whom the file of roles gives nothing."""


NO_ROLE = "You are signed in, but no role has been given to you here: ask whoever runs this server."


def _finish(
    access: Access, given: dict[str, str], browser: str, redirect_uri: str, before: str
) -> tuple[str, str]:
    """Return a new session's secret and where its browser wanted to go."""
    provider = access.provider
    login = access.sessions.take_login(given.get("state", ""), browser)
    if login is None or provider is None:
        raise BadIdToken("no login of this browser is under way: its state is unknown or used up")
    provider.check_issuer(given.get("iss"))
    who = provider.finish(given["code"], login.nonce, login.verifier, redirect_uri)
    if not access.roles.of(who.keys):
        raise NoRole(f"{who.name} signed in and has no role; its keys are {who.keys[:20]}")
    access.audit.note(who.name, "signIn", {"by": "provider"}, via="web")
    if before:
        access.sessions.end(before)
    return access.sessions.begin(who.name, who.keys), login.back_to


def _begin_with(access: Access, secret: str) -> str:
    token = access.tokens.find(secret)
    if token is None:
        raise NotSignedIn
    access.audit.note(f"token {token.name} ({token.id})", "signIn", {"by": "token"}, via="web")
    return access.sessions.begin_with(token)


async def _token_in(request: Request) -> str:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        return ""
    try:
        said = orjson.loads(await request.body())
    except orjson.JSONDecodeError:
        return ""
    found = said.get("token") if isinstance(said, dict) else None
    return found if isinstance(found, str) else ""


def _failed(what: str, why: Exception, status: int) -> Response:
    number = secrets.token_hex(6)
    LOG.warning("%s (%s): %s", what, number, why)
    return PlainTextResponse(
        f"The sign-in did not work; its id in the log is {number}. Try again: /login", status
    )


def _shown(viewer: Viewer) -> dict[str, Any]:
    return {"name": viewer.name, "everywhere": viewer.everywhere, "on": dict(viewer.on)}
