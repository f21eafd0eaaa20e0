"""Evaluate many connectors: in groups, each control asked once for a group.

A group is as many connectors as hold no more resources than one question may be about; a large
account is a group of its own. The verdicts are those of `evaluate`, connector by connector.

While one group's findings are written, the next is asked about, and while one connector's are, the
next one's are judged: writing keeps one core of the server busy, and no other.
"""

from __future__ import annotations

import collections
import datetime
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeAlias

import neo4j

from controls import waivers as waiving
from controls.ahead import Ahead
from controls.ask import Limits
from controls.control import Control
from controls.evaluate import LIMITS, Evaluation, evaluate, now
from graph import trace
from graph.lake import Lake
from graph.ledger import Connector
from ingest.catalogue import Catalogue

Group: TypeAlias = Sequence[Connector]

MOST_HELD, MOST_CONNECTORS = 50_000, 25
JUDGED_AT_ONCE = 2  # one is judged while another one's findings are written

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
    enabled = [c for c in controls.values() if not c.disabled]

    def ask(group: Group) -> Ahead | None:
        if len(group) < 2:  # noqa: PLR2004 - one connector's own evaluation asks as well
            return None
        ahead = Ahead(driver, group, limits, database)
        ahead.ask([c for c in enabled if c.cloud == group[0].cloud], at)
        return ahead

    def judge(ahead: Ahead | None, connector: Connector) -> Evaluation:
        return evaluate(
            driver, lake, catalogue, controls, connector, database=database, at=at,
            waivers=waivers, limits=limits, ahead=ahead,
        )  # fmt: skip

    with ThreadPoolExecutor(JUDGED_AT_ONCE) as pool:
        for group, ahead in _one_ahead(
            trace.carried(ask), groups(driver, connectors, database=database)
        ):
            yield from pool.map(trace.carried(functools.partial(judge, ahead)), group)


def _one_ahead(
    ask: Callable[[Group], Ahead | None], groups: Iterable[Group]
) -> Iterator[tuple[Group, Ahead | None]]:
    """Yield each group with what was asked about it, while the next one is asked about."""
    asked: collections.deque[tuple[Group, Future[Ahead | None]]] = collections.deque()
    with ThreadPoolExecutor(1) as pool:
        for group in groups:
            asked.append((group, pool.submit(ask, group)))
            if len(asked) > 1:
                done, ahead = asked.popleft()
                yield done, ahead.result()
        for done, ahead in asked:
            yield done, ahead.result()


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
