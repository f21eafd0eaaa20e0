"""One way to a database: the user's own by `NEO4J_URI`, else the managed local one.

`connect` hands out a driver that has answered already, so that what is wrong with the address, the
password or the version shows here, by name, and not in the middle of a scan. `require_ours` keeps
us out of a database that holds something else.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, LiteralString

import neo4j
from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError

from graph.local import LocalNeo4j, LocalSettings, default_home
from graph.local.progress import Bar, silent

if TYPE_CHECKING:
    from collections.abc import Mapping

OLDEST = (5, 26)
CONNECT_SECONDS = 10

SETTINGS = {
    "NEO4J_URI": "Address of your own Neo4j, such as `neo4j://host:7687`. Default: a managed one.",
    "NEO4J_USERNAME": "User of your own Neo4j. Default: `neo4j`.",
    "NEO4J_PASSWORD": "Password of your own Neo4j.",
    "NEO4J_DATABASE": "Database of your own Neo4j. Default: `neo4j`.",
}


class ConnectionFailed(Exception):
    """The database cannot be used; the message names its address and the way out."""


class Unreachable(ConnectionFailed):
    """Nothing answers at the address, or the address cannot be read."""


class WrongPassword(ConnectionFailed):
    """The server refuses this user and password."""


class DatabaseRefused(ConnectionFailed):
    """The server answers, but not for this database."""


class ServerTooOld(ConnectionFailed):
    """The server is older than 5.26."""


class ForeignDatabase(ConnectionFailed):
    """The database holds nodes, and they are not ours."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Where the database is, and how to get in."""

    uri: str
    username: str = "neo4j"
    password: str = field(repr=False)
    database: str = "neo4j"

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ, *, progress: Bar = silent) -> Settings:
        """Read `NEO4J_*`; without `NEO4J_URI`, start the managed server and return where it is."""
        uri = env.get("NEO4J_URI")
        if not uri:
            return cls.managed(env, progress=progress)
        return cls(
            uri=uri,
            username=env.get("NEO4J_USERNAME") or "neo4j",
            password=env.get("NEO4J_PASSWORD", ""),
            database=env.get("NEO4J_DATABASE") or "neo4j",
        )

    @classmethod
    def managed(cls, env: Mapping[str, str] = os.environ, *, progress: Bar = silent) -> Settings:
        """Start the managed server, unless it runs, and return where it is."""
        local = LocalNeo4j(default_home(env), LocalSettings.from_env(env))
        at = local.start(progress=progress)
        return cls(uri=at.uri, username=at.username, password=at.password, database=at.database)


def connect(
    settings: Settings | None = None, *, progress: Bar = silent, retry_seconds: float = 30
) -> neo4j.Driver:
    """Return a driver that has answered; close it after use.

    `settings` are those of the environment by default. A managed transaction is tried again for
    `retry_seconds`. Raises a `ConnectionFailed`, or the managed server's `LocalNeo4jError`.
    Name `settings.database` in every session and query: a driver has no database of its own.
    """
    wanted = settings or Settings.from_env(progress=progress)
    driver = _driver(wanted, retry_seconds)
    try:
        _check(driver, wanted)
    except BaseException:  # whatever ends it, the connection is not left open
        driver.close()
        raise
    return driver


def _driver(settings: Settings, retry_seconds: float) -> neo4j.Driver:
    try:
        if not settings.uri.startswith(("bolt", "neo4j")):  # the driver would try HTTP, a preview
            raise ValueError("not bolt or neo4j")  # noqa: TRY301 - told like the driver's own
        return neo4j.GraphDatabase.driver(
            settings.uri,
            auth=(settings.username, settings.password),
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=60,
            max_transaction_retry_time=retry_seconds,
            retry_delay_multiplier=1.2,  # doubling, it would miss a restart by as long as it took
            notifications_min_severity="OFF",
            telemetry_disabled=True,
            user_agent="cirrograph",
        )
    except (ConfigurationError, ValueError) as error:
        raise Unreachable(
            f"NEO4J_URI={settings.uri!r} is no address of a Neo4j ({error}). "
            "Write it like neo4j://host:7687 or neo4j+s://host:7687."
        ) from None


def _check(driver: neo4j.Driver, settings: Settings) -> None:
    try:
        with driver.session(database=settings.database) as session:  # auto-commit: no retries
            agent = session.run("RETURN 1").consume().server.agent
    except AuthError:
        raise WrongPassword(
            f"{settings.uri} refuses user {settings.username!r} with this password. "
            "Check NEO4J_USERNAME and NEO4J_PASSWORD."
        ) from None
    except DriverError as error:
        raise Unreachable(
            f"No Neo4j answers at {settings.uri} ({type(error).__name__}). "
            "Check NEO4J_URI and the network; without NEO4J_URI a managed local one is used."
        ) from None
    except Neo4jError as error:
        raise DatabaseRefused(
            f"{settings.uri} refuses database {settings.database!r} ({error.code}). "
            "Check NEO4J_DATABASE."
        ) from None
    check_version(agent, settings.uri)


def check_version(agent: str, uri: str) -> None:
    """Raise `ServerTooOld` for an agent such as `Neo4j/5.20.0`; 2025.01 and later pass."""
    found = tuple(int(number) for number in re.findall(r"\d+", agent.partition("/")[2])[:2])
    if found < OLDEST:
        raise ServerTooOld(f"{uri} runs {agent}; Cirrograph needs Neo4j 5.26 or later.")


ONE_NODE: LiteralString = "MATCH (n) RETURN n LIMIT 1"
OUR_MARKER: LiteralString = "MATCH (marker:CirrographSchema {id: 1}) RETURN marker LIMIT 1"


def require_ours(driver: neo4j.Driver, database: str | None = None) -> None:
    """Raise `ForeignDatabase` unless the database is empty or carries our marker node."""
    if not driver.execute_query(ONE_NODE, database_=database).records:
        return
    if driver.execute_query(OUR_MARKER, database_=database).records:
        return
    raise ForeignDatabase(
        f"The database {database or 'of this user'!r} holds nodes that Cirrograph did not write. "
        "Name an empty one with NEO4J_URI or NEO4J_DATABASE, or unset NEO4J_URI for a managed one."
    )
