"""Tokens: how programs sign in. 256 random bits, shown once, kept as their digest only.

A token has a name, a grant (`server.access.roles`) and an end. It is looked up by its digest, so
nothing about the secret can be learned from how long that takes. What was found is believed for
0.4 seconds, which is how long a revoked token can still be good for.
"""

from __future__ import annotations

import dataclasses
import datetime
import hmac
import re
import secrets
import threading
import time
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from schema.viewer import Viewer
from server.access.errors import AccessStoreFailed, BadTokenInput, NoSuchToken
from server.access.roles import Grant, Roles
from server.access.store import TOKENS, Store, digest, moment, now

PREFIX = "cgt_"
BYTES = 32
FORM = re.compile(r"cgt_[A-Za-z0-9_-]{43}")
NAME = re.compile(r"[\w][\w .@/+-]{0,99}")
MOST_DAYS = 366
BELIEVED_SECONDS = 0.4
USED_SECONDS = 60.0  # how exactly it is known when a token was last used
MOST_BELIEVED = 1_000


@dataclasses.dataclass(frozen=True, kw_only=True)
class Token:
    """What is known of a token; its secret is not."""

    id: str
    name: str
    grant: Grant
    made_by: str
    made: datetime.datetime
    expires: datetime.datetime
    used: datetime.datetime | None
    revoked: datetime.datetime | None

    @property
    def is_good(self) -> bool:
        """Whether it signs in."""
        return self.revoked is None and self.expires > datetime.datetime.now(datetime.UTC)


class Tokens:
    """The tokens of one deployment."""

    def __init__(self, store: Store, roles: Roles) -> None:
        self._store = store
        self._roles = roles
        self._lock = threading.Lock()
        self._believed: dict[str, tuple[float, Token]] = {}

    def create(
        self, name: str, grant: Grant, expires: datetime.datetime, *, made_by: str = "local"
    ) -> tuple[str, str]:
        """Make a token; return its id and its secret, which nobody can tell ever again.

        Raises BadTokenInput, BadGrant, AccessStoreFailed.
        """
        if not NAME.fullmatch(name):
            raise BadTokenInput("name", "a name has letters, digits and ' .@/+-', at most 100")
        self._roles.check(grant)
        made, ends = now(), _end(expires)
        id_, secret = f"t{secrets.token_hex(8)}", PREFIX + secrets.token_urlsafe(BYTES)
        with self._store.writing() as connection:
            good = TOKENS.c.revoked_at.is_(None) & (TOKENS.c.expires_at > made)
            same = sa.select(TOKENS.c.id).where(TOKENS.c.name == name, good)
            if connection.execute(same).first():
                raise BadTokenInput("name", f"a token is called {name!r} already: revoke it first")
            connection.execute(
                TOKENS.insert().values(
                    id=id_, digest=digest(secret), name=name, grant=grant.model_dump_json(),
                    made_by=made_by, made_at=made, expires_at=ends,
                )
            )  # fmt: skip
        return id_, secret

    def list(self) -> tuple[Token, ...]:
        """Return all tokens, the newest first, the ended ones too."""
        with self._store.reading() as connection:
            found = connection.execute(sa.select(TOKENS).order_by(TOKENS.c.made_at.desc())).all()
        return tuple(_token(row._mapping) for row in found)  # noqa: SLF001 - its public mapping

    def revoke(self, id_: str) -> Token:
        """End a token, everywhere within a second. Raises NoSuchToken, AccessStoreFailed."""
        with self._store.writing() as connection:
            good = (TOKENS.c.id == id_) & TOKENS.c.revoked_at.is_(None)
            done = connection.execute(TOKENS.update().where(good).values(revoked_at=now()))
            found = connection.execute(sa.select(TOKENS).where(TOKENS.c.id == id_)).first()
        if not done.rowcount or found is None:
            raise NoSuchToken(f"no token has the id {id_!r}, or it was revoked already")
        with self._lock:
            self._believed.clear()
        return _token(found._mapping)  # noqa: SLF001 - its public mapping

    def viewer(self, secret: str) -> Viewer | None:
        """Return who asks with a token; None for one that is not good. Raises AccessStoreFailed."""
        found = self.find(secret)
        return self.viewer_of(found) if found else None

    def find(self, secret: str) -> Token | None:
        """Return the good token of a secret."""
        if not FORM.fullmatch(secret):
            return None
        sought = digest(secret)
        with self._lock:
            at, token = self._believed.get(sought, (0.0, None))
        if token is None or time.monotonic() - at > BELIEVED_SECONDS:
            token = self._look_up(TOKENS.c.digest == sought, sought)
        return token if token is not None and token.is_good else None

    def by_id(self, id_: str) -> Token | None:
        """Return a token that is still good, by its id: for sessions that rest on one."""
        token = self._look_up(TOKENS.c.id == id_, None)
        return token if token is not None and token.is_good else None

    def viewer_of(self, token: Token) -> Viewer | None:
        """Return the viewer that a token makes."""
        return self._roles.viewer(f"token {token.name} ({token.id})", [token.grant])

    def _look_up(self, where: sa.ColumnElement[bool], sought: str | None) -> Token | None:
        with self._store.reading() as connection:
            found = connection.execute(sa.select(TOKENS).where(where)).first()
        if found is None:
            return None
        if sought is not None and not hmac.compare_digest(found.digest, sought):
            return None
        token = _token(found._mapping)  # noqa: SLF001 - its public mapping
        if token.is_good:
            self._note_use(token)
        with self._lock:
            if len(self._believed) >= MOST_BELIEVED:
                self._believed.clear()
            if sought is not None:
                self._believed[sought] = (time.monotonic(), token)
        return token

    def _note_use(self, token: Token) -> None:
        at = now()
        if token.used is not None and at - token.used.timestamp() < USED_SECONDS:
            return
        try:
            with self._store.writing() as connection:
                one = TOKENS.c.id == token.id
                connection.execute(TOKENS.update().where(one).values(used_at=at))
        except AccessStoreFailed:
            return  # who may read may ask, also while nothing can be written


def _end(expires: datetime.datetime) -> float:
    if expires.tzinfo is None:
        raise BadTokenInput("expires", "the end is a time with its zone")
    ends, at = expires.timestamp(), now()
    if ends <= at:
        raise BadTokenInput("expires", "the end lies ahead")
    if ends > at + MOST_DAYS * 86_400:
        raise BadTokenInput("expires", f"a token is good for at most {MOST_DAYS} days")
    return ends


def _token(row: Mapping[str, Any] | sa.RowMapping) -> Token:
    return Token(
        id=row["id"], name=row["name"], grant=Grant.model_validate_json(row["grant"]),
        made_by=row["made_by"], made=moment(row["made_at"]), expires=moment(row["expires_at"]),
        used=None if row["used_at"] is None else moment(row["used_at"]),
        revoked=None if row["revoked_at"] is None else moment(row["revoked_at"]),
    )  # fmt: skip
