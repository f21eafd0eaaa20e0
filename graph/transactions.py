"""Run transactions that cannot stay open for ever.

A worker whose machine is frozen may have a transaction open, with locks that everybody else then
waits for. So each of ours carries a time limit that the server keeps, whatever became of its
client; `limit` sets it once for the process.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Concatenate, ParamSpec, TypeVar

import neo4j

from graph import trace

SECONDS = 60.0

P = ParamSpec("P")
R = TypeVar("R")

_limit = [SECONDS]


def limit(seconds: float) -> None:
    """Let no transaction of this process be open for longer."""
    _limit[0] = seconds


def run(
    driver: neo4j.Driver, database: str | None, text: str, given: Mapping[str, Any]
) -> list[neo4j.Record]:
    """Run one statement in a transaction of its own, tried again while that may help."""
    with driver.session(database=database) as session:
        return write(session, _run, text, given)


def write(
    session: neo4j.Session,
    work: Callable[Concatenate[neo4j.ManagedTransaction, P], R],
    *args: P.args,
    **kwargs: P.kwargs,
) -> R:
    """Run `work(transaction, ...)` for writing, tried again while that may help."""
    return session.execute_write(neo4j.unit_of_work(timeout=_limit[0])(work), *args, **kwargs)


def read(
    session: neo4j.Session,
    work: Callable[Concatenate[neo4j.ManagedTransaction, P], R],
    *args: P.args,
    **kwargs: P.kwargs,
) -> R:
    """Run `work(transaction, ...)` for reading, tried again while that may help."""
    return session.execute_read(neo4j.unit_of_work(timeout=_limit[0])(work), *args, **kwargs)


def _run(tx: neo4j.ManagedTransaction, text: Any, given: Mapping[str, Any]) -> list[neo4j.Record]:
    with trace.statement("ledger", text):
        return list(tx.run(text, dict(given)))
