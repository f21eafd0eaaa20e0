"""The managed server as its users see it: start, stop, status, wipe.

Every change holds the home's lock, so that any number of processes may call `start` at once and
all get the same server. Every wait has a deadline. A failed start leaves no process behind.
"""

from __future__ import annotations

import shutil
import socket
import time
import urllib.parse
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.local import config, jars, lock, process
from graph.local.errors import (
    DiskNearlyFull,
    PasswordLost,
    PortInUse,
    ServerDied,
    ServerSilent,
)
from graph.local.home import USERNAME, WIPE, Home, State
from graph.local.progress import Bar, silent
from graph.local.settings import MIB, LocalSettings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import psutil

DATABASE = "neo4j"
POLL_SECONDS = 0.1
LOG_LINES = 15
LOG_BYTES = 20_000


@dataclass(frozen=True, kw_only=True)
class Endpoint:
    """Where a running server is and how to get in."""

    uri: str
    http_url: str
    username: str
    password: str = field(repr=False)
    database: str
    pid: int


@dataclass(frozen=True, kw_only=True)
class Status:
    """What stands in a home; `endpoint` is None when no server runs. Sizes in bytes."""

    home: Path
    version: str
    log: Path
    endpoint: Endpoint | None
    store_bytes: int
    missing_jars: int


def browser_url(endpoint: Endpoint, *, guide: str | None = None, query: str | None = None) -> str:
    """Return Neo4j Browser's address with user and database filled in; never the password.

    It opens with a `guide`, played from that address, or with a `query` in its editor, not run.
    """
    bolt = endpoint.uri.replace("://", f"://{endpoint.username}@", 1)
    given = {"dbms": bolt, "db": endpoint.database}
    if query is not None:
        given |= {"cmd": "edit", "arg": query}
    elif guide is not None:
        given |= {"cmd": "play", "arg": guide}
    return f"{endpoint.http_url}/browser/?{urllib.parse.urlencode(given)}"


class LocalNeo4j:
    """The managed server of one `CIRROGRAPH_HOME`; cheap to make, holds nothing open."""

    def __init__(self, home: Path, settings: LocalSettings | None = None) -> None:
        self.home = Home.below(home)
        self.settings = settings or LocalSettings.from_env()
        self.jars = self.settings.jars or self.home.root / "jars"

    def start(self, *, progress: Bar = silent) -> Endpoint:
        """Start the server unless it runs, wait until it answers, and return where it is.

        `progress` shows the download of the jars (see `graph.local.progress.bar`). Raises a
        `LocalNeo4jError` that names what is wrong; no process is left then.
        """
        wait = self.settings.start_seconds + jars.LOCK_SECONDS
        with lock.held(self.home.lock, seconds=wait):
            running = self._running()
            if running is None:
                running = self._launch(progress)
            return self._answering(*running)

    def stop(self) -> bool:
        """End the server; return whether one ran. Kills it after the grace of the settings."""
        wait = self.settings.start_seconds + self.settings.stop_seconds
        with lock.held(self.home.lock, seconds=wait):
            return self._end()

    def wipe(self) -> None:
        """End the server and remove its store, password and logs; the jars stay."""
        wait = self.settings.start_seconds + self.settings.stop_seconds
        with lock.held(self.home.lock, seconds=wait):
            self._end()
            self.home.wipe()

    def status(self) -> Status:
        """Look at the home without changing or waiting for anything."""
        running = self._running()
        data = self.home.root / "data"
        return Status(
            home=self.home.root,
            version=jars.NEO4J_VERSION,
            log=self.home.console,
            endpoint=self._endpoint(*running) if running else None,
            store_bytes=sum(p.stat().st_size for p in data.rglob("*") if p.is_file()),
            missing_jars=len(jars.missing(self.jars, jars.locked())),
        )

    def _running(self) -> tuple[State, psutil.Process] | None:
        state = self.home.state()
        if state is None:
            return None
        found = process.find(self.home, state.pid)
        return (state, found) if found else None

    def _end(self) -> bool:
        state = self.home.state()
        found = process.find(self.home, state.pid if state else 0)
        if found is not None:
            process.end(found, seconds=self.settings.stop_seconds)
        return found is not None

    def _launch(self, progress: Bar) -> tuple[State, psutil.Process]:
        self.home.check_version()
        self.home.make()
        min_free = self.settings.min_free_mib * MIB
        paths = jars.ensure(
            self.jars,
            jars.locked(),
            url=self.settings.jars_url,
            min_free=min_free,
            progress=progress,
        )
        self._check_disk(min_free)
        self.home.prepare_password()
        state = self._ports()
        (self.home.conf / "neo4j.conf").write_text(config.neo4j_conf(self.settings, state))
        self.home.remember(state)
        child = process.spawn(self.home, config.java_options(self.settings), paths)
        state = replace(state, pid=child.pid)
        self.home.remember(state)
        return state, child

    def _check_disk(self, min_free: int) -> None:
        free = shutil.disk_usage(self.home.root).free
        if free < min_free:
            raise DiskNearlyFull(
                f"{self.home.root} has {free:,} bytes free, and Neo4j is not started below "
                f"{min_free:,}. Free some space, move CIRROGRAPH_HOME, or lower "
                "CIRROGRAPH_NEO4J_MIN_FREE_MIB."
            )

    def _ports(self) -> State:
        last = self.home.state()
        bolt = _port(
            "CIRROGRAPH_NEO4J_BOLT_PORT", self.settings.bolt_port, last.bolt_port if last else 0
        )
        http = _port(
            "CIRROGRAPH_NEO4J_HTTP_PORT", self.settings.http_port, last.http_port if last else 0
        )
        return State(bolt_port=bolt, http_port=http)

    def _endpoint(self, state: State, found: psutil.Process) -> Endpoint:
        return Endpoint(
            uri=f"bolt://{config.HOST}:{state.bolt_port}",
            http_url=f"http://{config.HOST}:{state.http_port}",
            username=USERNAME,
            password=self.home.password(),
            database=DATABASE,
            pid=found.pid,
        )

    def _answering(self, state: State, found: psutil.Process) -> Endpoint:
        endpoint = self._endpoint(state, found)
        deadline = time.monotonic() + self.settings.start_seconds
        try:
            self._wait(found, deadline, lambda: _listens(state.bolt_port))
            self._wait(found, deadline, lambda: _listens(state.http_port))
            self._wait(found, deadline, lambda: _answers(endpoint))
        except AuthError:
            process.end(found, seconds=self.settings.stop_seconds)
            raise PasswordLost(
                f"{self.home.root / 'password'} is not the store's password: {WIPE}."
            ) from None
        except (ServerDied, ServerSilent):
            process.end(found, seconds=self.settings.stop_seconds)
            raise
        self.home.mark_started()
        return endpoint

    def _wait(self, found: psutil.Process, deadline: float, ready: Callable[[], bool]) -> None:
        while not ready():
            if not process.is_alive(found):
                raise ServerDied(f"Neo4j ended before it answered. {self._log()}")
            if time.monotonic() > deadline:
                raise ServerSilent(
                    f"Neo4j did not answer within {self.settings.start_seconds:g} s and was ended; "
                    f"CIRROGRAPH_NEO4J_START_SECONDS gives it more. {self._log()}"
                )
            time.sleep(POLL_SECONDS)

    def _log(self) -> str:
        with self.home.console.open("rb") as file:
            file.seek(max(0, self.home.console.stat().st_size - LOG_BYTES))
            lines = file.read().decode(errors="replace").splitlines()[-LOG_LINES:]
        return f"The end of {self.home.console}:\n" + "\n".join(lines or ["(empty)"])


def _port(setting: str, wanted: int, last: int) -> int:
    if wanted == 0:
        return last if last and process.is_free(last) else process.free_port()
    if not process.is_free(wanted):
        raise PortInUse(
            f"Port {wanted} is in use by {process.holder(wanted)}. "
            f"End it, or name another port with {setting} (0 picks a free one)."
        )
    return wanted


def _listens(port: int) -> bool:
    try:
        with socket.create_connection((config.HOST, port), timeout=1):
            return True
    except OSError:
        return False


def _answers(endpoint: Endpoint) -> bool:
    auth = (endpoint.username, endpoint.password)
    try:
        with neo4j.GraphDatabase.driver(
            endpoint.uri,
            auth=auth,
            connection_timeout=5,
            connection_acquisition_timeout=10,
            max_transaction_retry_time=0,
            telemetry_disabled=True,
        ) as driver:
            driver.execute_query("RETURN 1", database_=endpoint.database)
    except AuthError:
        raise
    except (DriverError, Neo4jError):
        return False
    return True
