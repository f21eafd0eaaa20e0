"""Let only reading queries through: the gate of queries that people paste.

The same two tests that lint puts controls to: Neo4j calls the query reading, and every operator of
its plan is known to read nodes and relationships only. That a session is opened for reading is not
enough: `LOAD CSV` reads local files in one.
"""

from __future__ import annotations

import neo4j

from controls.errors import ControlError
from controls.operators import READS
from controls.plans import explain

READING = "r"


class NotReadOnly(ControlError):
    """A query does more than read the graph; the message names what."""


def require_read_only(driver: neo4j.Driver, text: str, *, database: str | None = None) -> None:
    """Raise NotReadOnly for a query that does more than read, NotExplained for a broken one."""
    plan = explain(driver, text, database=database)
    if plan.query_type != READING:
        raise NotReadOnly("the query writes or administers: only reading ones are run here")
    for operator in plan.operators:
        if operator.name not in READS:
            raise NotReadOnly(
                f"the query uses {operator.name}: only reading nodes and relationships is allowed"
            )
