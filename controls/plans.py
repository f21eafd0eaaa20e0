"""Ask Neo4j how it would run a query, without running it.

`explain` flattens the planner's answer: operators with their details, the columns, the kind of
query, and what the planner noticed, with the place in the text. Parameters are never given: with
them, literals would not show as `$autostring_0`. Nothing is judged here.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import neo4j
from neo4j.exceptions import ClientError

from controls.errors import NotExplained

PREFIX = "EXPLAIN "
POSITION = re.compile(r"\(line (\d+), column (\d+) \(offset: \d+\)\)")
UNINTERESTING = ("00000", "00001", "02000")  # success, and no data

# The driver logs what we ask for; without a handler Python would print it.
logging.getLogger("neo4j.notifications").addHandler(logging.NullHandler())


@dataclass(frozen=True, kw_only=True)
class Operator:
    """One step of a plan: `name` without the runtime, `details` as the planner words them."""

    name: str
    details: str


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What the planner noticed: its GQLSTATUS, its words, and where; line and column from 1."""

    code: str
    message: str
    line: int
    column: int


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How Neo4j would run a query; `query_type` is `r` for one that only reads."""

    query_type: str
    columns: tuple[str, ...]
    operators: tuple[Operator, ...]
    notices: tuple[Notice, ...]


def explain(driver: neo4j.Driver, text: str, *, database: str | None = None) -> Plan:
    """Return the plan of a query. Raises NotExplained where Neo4j refuses it."""
    with driver.session(
        database=database,
        default_access_mode=neo4j.READ_ACCESS,
        notifications_min_severity="INFORMATION",
    ) as session:
        try:
            result = session.run(PREFIX + text)
            columns = tuple(result.keys())
            summary = result.consume()
        except ClientError as error:
            raise _refused(error) from error
    return Plan(
        query_type=summary.query_type or "",
        columns=columns,
        operators=tuple(_operators(summary.plan or {})),
        notices=tuple(_notices(summary)),
    )


def _operators(plan: dict[str, Any]) -> Iterator[Operator]:
    if "operatorType" in plan:
        yield Operator(
            name=plan["operatorType"].partition("@")[0],
            details=str(plan["args"].get("Details", "")),
        )
    for child in plan.get("children", ()):
        yield from _operators(child)


def _notices(summary: neo4j.ResultSummary) -> Iterator[Notice]:
    for status in summary.gql_status_objects:
        if status.gql_status not in UNINTERESTING:
            at = status.position
            line, column = _place(at.line, at.column) if at else (1, 1)
            message = status.status_description
            yield Notice(code=status.gql_status, message=message, line=line, column=column)


def _place(line: int, column: int) -> tuple[int, int]:
    return line, max(1, column - len(PREFIX)) if line == 1 else column


def _refused(error: ClientError) -> NotExplained:
    told = error.message or str(error)
    found = POSITION.search(told)
    line, column = _place(int(found[1]), int(found[2])) if found else (1, 1)
    first = POSITION.sub("", told.partition("\n")[0]).strip()
    return NotExplained(first, line=line, column=column)
