"""What is kept about access: tokens, sessions, logins under way, the audit log; with the jobs.

The engine's database holds it, SQLite by default and PostgreSQL for several machines, in tables of
its own that are made when they are missing. Secrets are never kept, only their digests: whoever
reads this database can't sign in with what it holds.

A table that is there is left as it is: a later form of one gets a name of its own.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import sqlalchemy.event
import sqlalchemy.exc

from server.access.errors import AccessStoreFailed

WAIT_SECONDS = 10  # for another process to end its transaction
MAKING = 8484  # the lock under which two processes do not make the tables at once
WRITES: Mapping[str, Any] = {"writes": True}

FIRST = "0" * 64  # what stands before the first record of the audit log

METADATA = sa.MetaData()
TOKENS = sa.Table(
    "cirrograph_tokens",
    METADATA,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("digest", sa.String(64), nullable=False, unique=True),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("grant", sa.Text, nullable=False),
    sa.Column("made_by", sa.String(400), nullable=False),
    sa.Column("made_at", sa.Float, nullable=False),
    sa.Column("expires_at", sa.Float, nullable=False),
    sa.Column("used_at", sa.Float),
    sa.Column("revoked_at", sa.Float),
)
SESSIONS = sa.Table(
    "cirrograph_sessions",
    METADATA,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("name", sa.String(400), nullable=False),
    sa.Column("keys", sa.Text, nullable=False),
    sa.Column("token", sa.String(32)),
    sa.Column("begun_at", sa.Float, nullable=False),
    sa.Column("seen_at", sa.Float, nullable=False),
    sa.Column("expires_at", sa.Float, nullable=False),
)
LOGINS = sa.Table(
    "cirrograph_logins",
    METADATA,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("browser", sa.String(64), nullable=False),
    sa.Column("nonce", sa.String(64), nullable=False),
    sa.Column("verifier", sa.String(128), nullable=False),
    sa.Column("back_to", sa.Text, nullable=False),
    sa.Column("expires_at", sa.Float, nullable=False, index=True),
)
AUDIT = sa.Table(
    "cirrograph_audit",
    METADATA,
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("record", sa.Text, nullable=False),
    sa.Column("hash", sa.String(64), nullable=False),
)
AUDIT_HEAD = sa.Table(
    "cirrograph_audit_head",
    METADATA,
    sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("number", sa.BigInteger, nullable=False),
    sa.Column("hash", sa.String(64), nullable=False),
)


class Store:
    """The database that holds it; its tables are made at first use."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._lock = threading.Lock()
        self._engine: sa.Engine | None = None

    @property
    def file(self) -> str | None:
        """The file that it is in; None where it is no file."""
        at = sa.make_url(self._url)
        return at.database if at.get_backend_name() == "sqlite" else None

    @contextlib.contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give a connection to read with. Raises AccessStoreFailed."""
        with self._told(), self._open().connect() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Give a transaction; on SQLite it is the only one that writes, from its beginning.

        Raises AccessStoreFailed; nothing is written then.
        """
        with self._told(), self._open().connect() as connection:
            connection = connection.execution_options(**WRITES)  # noqa: PLW2901 - the same one
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Give back its connections."""
        with self._lock:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None

    def _open(self) -> sa.Engine:
        with self._lock:
            if self._engine is None:
                self._engine = _ready(self._url)
            return self._engine

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlalchemy.exc.SQLAlchemyError, OSError) as error:
            raise _failed(self._url, error) from error


def digest(secret: str) -> str:
    """Return what is kept of a secret; it has 256 random bits, so no salt and no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def now() -> float:
    """Return the time in seconds, as it is kept."""
    return datetime.datetime.now(datetime.UTC).timestamp()


def moment(at: float) -> datetime.datetime:
    """Return a kept time."""
    return datetime.datetime.fromtimestamp(at, datetime.UTC)


def _ready(url: str) -> sa.Engine:
    at = sa.make_url(url)
    if at.get_backend_name() == "sqlite":
        Path(at.database or "").parent.mkdir(parents=True, exist_ok=True)
        engine = sa.create_engine(at, connect_args={"timeout": WAIT_SECONDS})
        sqlalchemy.event.listen(engine, "connect", _begin_nothing)
        sqlalchemy.event.listen(engine, "begin", _begin)
    else:
        engine = sa.create_engine(
            at.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=10,
            connect_args={"connect_timeout": WAIT_SECONDS},
        )  # fmt: skip
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(MAKING)))
        METADATA.create_all(connection)
        if connection.execute(sa.select(AUDIT_HEAD.c.one)).first() is None:
            connection.execute(AUDIT_HEAD.insert().values(one=1, number=0, hash=FIRST))
    return engine


def _begin_nothing(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # else sqlite3 begins transactions when it thinks fit


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _failed(url: str, error: Exception) -> AccessStoreFailed:
    try:
        shown = sa.make_url(url).render_as_string(hide_password=True)
    except sqlalchemy.exc.ArgumentError:
        shown = "what CIRROGRAPH_WORK_URL names"
    said = str(getattr(error, "orig", None) or error).strip().splitlines()
    return AccessStoreFailed(
        f"tokens, sessions and the audit log in {shown} can't be reached "
        f"({said[0] if said else type(error).__name__}): check that it runs and that "
        "CIRROGRAPH_WORK_URL is right"
    )
