"""Number the changes of findings, so that whoever pulls them misses none.

Every statement that opens, changes or closes findings begins with `COUNTED`: it takes the next
number and holds the counter's lock until it is committed. So numbers become visible in their order,
and who has seen one has seen all before it; a clock could not promise that. A finding's `change` is
the number of its last change and its id, as a text that sorts.

What is closed loses the label `Finding` and its relationships, and stays as a `FindingChange` that
says how it was closed, for `KEPT_DAYS`. The counter remembers the last change that was forgotten,
so that a puller who comes too late is told.
"""

from __future__ import annotations

import datetime
from typing import LiteralString

import neo4j

KEPT_DAYS = 35
FORGOTTEN_AT_ONCE = 10_000

# `bound` sorts behind every change of its number. The counter is written ahead of what it counts,
# and all of it becomes visible at once.
COUNTED: LiteralString = """
MERGE (counter:FindingCounter {id: 1})
ON CREATE SET counter.n = 0
SET counter.n = counter.n + 1
WITH counter, right('000000000000000' + toString(counter.n), 16) AS number
SET counter.bound = number + '~'
WITH number
"""
CLOSE: LiteralString = (
    COUNTED
    + """
UNWIND $rows AS row
MATCH (f:Finding {id: row.id})
USING INDEX SEEK f:Finding(id)
OPTIONAL MATCH (f)-[e]-()
DELETE e
WITH DISTINCT f, row, number
REMOVE f:Finding
SET f:FindingChange, f.closed = row.how, f.closed_at = $at, f.changed_at = $at,
  f.change = number + '|' + f.id
"""
)
CLOSE_ALL = "MATCH (f:Finding {connector: $connector}) RETURN f.id AS id LIMIT $most"
OLD = """
MATCH (f:FindingChange) WHERE f.closed_at < $before
WITH f ORDER BY f.closed_at LIMIT $most
WITH collect(f) AS old, max(f.change) AS last
WHERE last IS NOT NULL
MERGE (counter:FindingCounter {id: 1})
SET counter.forgotten =
  CASE WHEN last > coalesce(counter.forgotten, '') THEN last ELSE counter.forgotten END
FOREACH (f IN old | DELETE f)
"""
CONNECTOR_REMOVED = "connector_removed"


def close_all(
    driver: neo4j.Driver, connector: str, at: datetime.datetime, *, database: str | None = None
) -> None:
    """Close what stands of a connector that is removed."""
    while True:
        found = driver.execute_query(
            CLOSE_ALL, connector=connector, most=FORGOTTEN_AT_ONCE, database_=database
        ).records
        if not found:
            return
        rows = [{"id": row["id"], "how": CONNECTOR_REMOVED} for row in found]
        driver.execute_query(CLOSE, rows=rows, at=at, database_=database)


def forget(driver: neo4j.Driver, now: datetime.datetime, *, database: str | None = None) -> None:
    """Forget some of what was closed long ago."""
    before = now - datetime.timedelta(days=KEPT_DAYS)
    driver.execute_query(OLD, before=before, most=FORGOTTEN_AT_ONCE, database_=database)
