"""Sessions of people in a browser, and the logins that lead to them, kept on the server.

The cookie holds 256 random bits, and the database their digest. A session has an end, and a shorter
one when it is not used; each login makes a new one, and logging out deletes it. What its person may
do is looked up anew with each request, so a role that is taken away is gone at once. A session that
was begun with a token ends with that token.

A login under way is good for ten minutes, for the browser that began it, and once.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hmac
import json
import secrets
from collections.abc import Sequence

import sqlalchemy as sa

from schema.viewer import Viewer
from server.access.errors import AccessStoreFailed
from server.access.oidc import Begun
from server.access.roles import Roles
from server.access.settings import AccessSettings
from server.access.store import LOGINS, SESSIONS, Store, digest, now
from server.access.tokens import Token, Tokens

BYTES = 32
LOGIN_SECONDS = 600.0
MOST_LOGINS = 10_000  # under way at once
SEEN_SECONDS = 30.0  # how exactly it is known when a session was last used


class TooManyLogins(Exception):
    """More logins are under way than people would begin: try again in a few minutes."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Login:
    """A login under way, as it was begun."""

    nonce: str
    verifier: str
    back_to: str


class Sessions:
    """The sessions of one deployment."""

    def __init__(
        self, store: Store, roles: Roles, tokens: Tokens, settings: AccessSettings
    ) -> None:
        self._store = store
        self._roles = roles
        self._tokens = tokens
        self._settings = settings

    def begin_login(self, begun: Begun, back_to: str) -> str:
        """Keep a login that was begun; return the browser's part. Raises TooManyLogins."""
        browser, at = secrets.token_urlsafe(BYTES), now()
        with self._store.writing() as connection:
            connection.execute(LOGINS.delete().where(LOGINS.c.expires_at < at))
            count = connection.execute(sa.select(sa.func.count()).select_from(LOGINS)).scalar_one()
            if count >= MOST_LOGINS:
                raise TooManyLogins("too many people sign in just now: try again in ten minutes")
            connection.execute(
                LOGINS.insert().values(
                    digest=digest(begun.state), browser=digest(browser), nonce=begun.nonce,
                    verifier=begun.verifier, back_to=back_to, expires_at=at + LOGIN_SECONDS,
                )
            )  # fmt: skip
        return browser

    def take_login(self, state: str, browser: str) -> Login | None:
        """Return the login of a state, which is used up by that; None where there is none."""
        with self._store.writing() as connection:
            taken = connection.execute(
                LOGINS.delete()
                .where(LOGINS.c.digest == digest(state))
                .returning(
                    LOGINS.c.browser, LOGINS.c.nonce, LOGINS.c.verifier, LOGINS.c.back_to,
                    LOGINS.c.expires_at,
                )
            ).first()  # fmt: skip
        if taken is None or taken.expires_at < now():
            return None
        if not hmac.compare_digest(taken.browser, digest(browser)):
            return None
        return Login(nonce=taken.nonce, verifier=taken.verifier, back_to=taken.back_to)

    def begin(self, name: str, keys: Sequence[str]) -> str:
        """Begin a person's session and return what the cookie holds."""
        return self._begin(name, keys, None)

    def begin_with(self, token: Token) -> str:
        """Begin the session of whoever has a token; it lasts no longer than that."""
        return self._begin(token.name, (), token.id)

    def viewer(self, secret: str) -> Viewer | None:
        """Return who asks with a session that is still good. Raises AccessStoreFailed."""
        at = now()
        mine = SESSIONS.c.digest == digest(secret)
        with self._store.reading() as connection:
            found = connection.execute(sa.select(SESSIONS).where(mine)).first()
        if found is None or found.expires_at <= at or self._is_idle(found.seen_at, at):
            return None
        if at - found.seen_at > min(SEEN_SECONDS, self._settings.idle_seconds / 10):
            with contextlib.suppress(AccessStoreFailed), self._store.writing() as connection:
                connection.execute(SESSIONS.update().where(mine).values(seen_at=at))
        if found.token is not None:
            token = self._tokens.by_id(found.token)
            return self._tokens.viewer_of(token) if token else None
        return self._roles.viewer(found.name, self._roles.of(json.loads(found.keys)))

    def end(self, secret: str) -> None:
        """End a session."""
        with self._store.writing() as connection:
            connection.execute(SESSIONS.delete().where(SESSIONS.c.digest == digest(secret)))

    def _is_idle(self, seen: float, at: float) -> bool:
        return at - seen > self._settings.idle_seconds

    def _begin(self, name: str, keys: Sequence[str], token: str | None) -> str:
        secret, at = secrets.token_urlsafe(BYTES), now()
        with self._store.writing() as connection:
            ended = (SESSIONS.c.expires_at < at) | (
                SESSIONS.c.seen_at < at - self._settings.idle_seconds
            )
            connection.execute(SESSIONS.delete().where(ended))
            connection.execute(
                SESSIONS.insert().values(
                    digest=digest(secret), name=name, keys=json.dumps(list(keys)), token=token,
                    begun_at=at, seen_at=at, expires_at=at + self._settings.session_seconds,
                )
            )  # fmt: skip
        return secret
