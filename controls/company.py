"""Evaluate many connectors: in groups, each control asked once for a group.

A group is as many connectors as hold no more resources than one question may be about; a large
account is a group of its own. The verdicts are those of `evaluate`, connector by connector.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence

import neo4j

from controls import waivers as waiving
from controls.ahead import Ahead
from controls.ask import Limits
from controls.control import Control
from controls.evaluate import LIMITS, Evaluation, evaluate, now
from graph.lake import Lake
from graph.ledger import Connector
from ingest.catalogue import Catalogue

MOST_HELD, MOST_CONNECTORS = 50_000, 25

HELD = """
UNWIND $connectors AS connector
MATCH (u:Unit {connector: connector})
USING INDEX SEEK u:Unit(connector)
RETURN connector, sum(COUNT { (u)<-[:SEEN_BY]-() }) AS held
"""


def evaluate_company(
    driver: neo4j.Driver,
    lake: Lake,
    catalogue: Catalogue,
    controls: Mapping[str, Control],
    connectors: Sequence[Connector],
    *,
    database: str | None = None,
    at: datetime.datetime | None = None,
    limits: Limits = LIMITS,
) -> Iterator[Evaluation]:
    """Yield the evaluation of each connector, all controls asked; raises what `evaluate` does."""
    at = at or now(driver, database)
    waivers = waiving.stored(driver, database=database)
    for group in groups(driver, connectors, database=database):
        ahead = Ahead(driver, group, limits, database) if len(group) > 1 else None
        if ahead:
            mine = (c for c in controls.values() if not c.disabled)
            ahead.ask([c for c in mine if c.cloud == group[0].cloud], at)
        for connector in group:
            yield evaluate(
                driver, lake, catalogue, controls, connector, database=database, at=at,
                waivers=waivers, limits=limits, ahead=ahead,
            )  # fmt: skip


def groups(
    driver: neo4j.Driver, connectors: Iterable[Connector], *, database: str | None = None
) -> Iterator[list[Connector]]:
    """Yield connectors of one cloud together, as many as may be asked about at once."""
    listed = sorted(connectors, key=lambda c: c.cloud)
    rows = driver.execute_query(HELD, connectors=[c.id for c in listed], database_=database).records
    held = {row["connector"]: row["held"] for row in rows}
    group: list[Connector] = []
    size = 0
    for connector in listed:
        more = held.get(connector.id, 0)
        is_full = size + more > MOST_HELD or len(group) == MOST_CONNECTORS
        if group and (is_full or group[0].cloud != connector.cloud):
            yield group
            group, size = [], 0
        group.append(connector)
        size += more
    if group:
        yield group
