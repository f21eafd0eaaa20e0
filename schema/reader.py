"""Run the one statement of a root field: a session of its own, read access, a time limit.

`statements` counts what was run, so that a test can hold contract 4: the number depends on the
shape of a selection, never on the number of rows.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

import neo4j

from graph import trace

SECONDS = 30.0


class Reader:
    """Reads one database."""

    def __init__(
        self, driver: neo4j.Driver, database: str | None = None, *, seconds: float = SECONDS
    ) -> None:
        self.driver = driver
        self.database = database
        self._seconds = seconds
        self._lock = threading.Lock()
        self.statements = 0
        self.last: tuple[str, Mapping[str, Any]] = ("", {})

    def run(self, text: str, given: Mapping[str, Any]) -> list[neo4j.Record]:
        """Return the rows of one statement; raises what the driver raises, tries once."""
        with self._lock:
            self.statements += 1
            self.last = text, given
        with self.driver.session(
            database=self.database, default_access_mode=neo4j.READ_ACCESS, fetch_size=-1
        ) as session:
            query = neo4j.Query(text, timeout=self._seconds)
            with trace.statement("graphql", text):
                return list(session.run(query, dict(given)))

    def ping(self) -> None:
        """Raise what the driver raises when the database does not answer."""
        self.run("RETURN 1 AS one", {})
