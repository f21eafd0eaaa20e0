"""Let only reading queries through: the gate of queries that people paste, and of their controls.

A query is planned, not run, and refused unless Neo4j calls it reading, every operator of its plan
is known to read nodes and relationships only, no sub-query that the plan does not show does more
(`controls.reach`), and a deadline can end it (`controls.bounds`). That a session is opened for
reading is not enough: `LOAD CSV` reads local files in one.

The shipped controls do not pass here at each evaluation: lint has seen them.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator

import neo4j

from controls.bounds import unbounded
from controls.clauses import with_thresholds
from controls.control import Control
from controls.errors import ControlError, CypherUnreadable
from controls.operators import READS
from controls.plans import Plan, explain
from controls.reach import escaped, hidden, reaching
from controls.tokens import code

READING = "r"
ESCAPES = "spells ASCII characters as \\uXXXX, which hides what it is: write them as they are"

_passed: weakref.WeakKeyDictionary[neo4j.Driver, set[str]] = weakref.WeakKeyDictionary()


class NotReadOnly(ControlError):
    """A query does more than read the graph; the message names what."""


class NotBounded(ControlError):
    """A query holds what no deadline ends; the message names what, and what to write instead."""


def require_read_only(
    driver: neo4j.Driver, text: str, *, database: str | None = None, bounded: bool = True
) -> None:
    """Raise NotReadOnly, NotBounded, or NotExplained for a broken query; nothing is run."""
    if escaped(text):
        raise NotReadOnly(f"the query {ESCAPES}")
    try:
        tokens = code(text)
    except CypherUnreadable as error:
        raise NotReadOnly(f"the query can't be read: {error}") from None
    for token, what in reaching(tokens):
        raise NotReadOnly(
            f"line {token.line}, column {token.column}: the query {what}: "
            "only reading nodes and relationships is allowed"
        )
    for reason in more_than_reading(explain(driver, text, database=database)):
        raise NotReadOnly(f"the query does more than read: {reason}")
    for token, what in unbounded(tokens) if bounded else ():
        raise NotBounded(f"line {token.line}, column {token.column}: {what}")


def more_than_reading(plan: Plan) -> Iterator[str]:
    """Yield what a plan does beside reading nodes and relationships."""
    if plan.query_type != READING:
        yield "it writes or administers"
    for operator in plan.operators:
        if operator.name not in READS:
            yield f"it uses {operator.name}"
        yield from hidden(operator.details)


def require_harmless(
    driver: neo4j.Driver, control: Control, *, database: str | None = None
) -> None:
    """Raise what `require_read_only` does for a control of the user's, or one with their values.

    Each is asked about once for a driver.
    """
    if not control.own and not control.overridden:
        return
    passed = _passed.setdefault(driver, set())
    for text in _texts(control):
        if text not in passed:
            require_read_only(driver, text, database=database, bounded=control.own)
            passed.add(text)


def _texts(control: Control) -> Iterator[str]:
    changed = {name: control.thresholds[name] for name in control.overridden}
    yield with_thresholds(control.text, changed)
    if control.applies is not None:
        yield control.applies
