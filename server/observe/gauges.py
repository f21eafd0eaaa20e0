"""What the database knows of the work, asked when somebody looks, at most every few seconds.

Any process of a deployment gives the same answers: how many scans, units, connectors, findings and
jobs there are, in which state, and how long ago each worker was heard of. A database that does not
answer leaves all of it out, and `cirrograph_database_up` says 0.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from typing import Any

import neo4j
import neo4j.exceptions
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

FRESH_SECONDS = 5.0
SECONDS = 10.0
MOST_WORKERS = 100
STUCK_SECONDS = 120  # a transaction that was ended goes in a moment, unless it can't be ended

COUNTED = {
    "connectors": (
        "Connectors by cloud and state.", ("cloud", "state"),
        "MATCH (c:Connector) RETURN [c.cloud, c.state] AS labels, count(*) AS value",
    ),
    "scans": (
        "Scans that the ledger has, by state.", ("state",),
        "MATCH (s:Scan) RETURN [s.state] AS labels, count(*) AS value",
    ),
    "units": (
        "Units by cloud and how they ended last.", ("cloud", "state"),
        ("MATCH (u:Unit)-[:UNIT_OF]->(c:Connector) "
        "RETURN [c.cloud, u.state] AS labels, count(*) AS value"),
    ),
    "units_waiting": (
        "Units of running scans that wait to be read (planned) or published (staged).", ("phase",),
        ("MATCH (c:Connector) WHERE c.scanning IS NOT NULL MATCH (u:Unit {connector: c.id}) "
        "WHERE u.tried = c.scanning AND u.phase <> 'settled' "
        "RETURN [u.phase] AS labels, count(*) AS value"),
    ),
    "scans_under_way": (
        "Scans that are asked for and not finished.", (),
        "MATCH (c:Connector) WHERE c.scanning IS NOT NULL RETURN [] AS labels, count(*) AS value",
    ),
    "publishing": (
        "Connectors whose picture is not whole just now.", (),
        "MATCH (c:Connector) WHERE c.sequence % 2 = 1 RETURN [] AS labels, count(*) AS value",
    ),
    "ticks_waiting": (
        "Ticks of schedules that are due and not done.", (),
        "MATCH (t:Tick) WHERE t.state IN ['due', 'taken'] RETURN [] AS labels, count(*) AS value",
    ),
    "findings": (
        "Current findings by severity and status.", ("severity", "status"),
        "MATCH (f:Finding) RETURN [f.severity, f.status] AS labels, count(*) AS value",
    ),
    "worker_heartbeat_age_seconds": (
        "How long ago each worker was heard of, on the database's clock.", ("worker",),
        ("MATCH (w:Worker) WITH w ORDER BY w.heard_at DESC LIMIT $workers RETURN [w.id] AS labels, "
        "(datetime().epochMillis - w.heard_at.epochMillis) / 1000.0 AS value"),
    ),
    "scan_silence_seconds": (
        "The longest time since a running scan was heard of.", (),
        ("MATCH (c:Connector) WHERE c.scanning IS NOT NULL MATCH (s:Scan {id: c.scanning}) "
        "RETURN [] AS labels, coalesce(max(datetime().epochMillis - s.heard_at.epochMillis), 0) "
        "/ 1000.0 AS value"),
    ),
    "stuck_transactions": (
        "Transactions that were ended long ago and go on all the same: only a restart ends them.",
        (),
        ("SHOW TRANSACTIONS YIELD status, elapsedTime WHERE status STARTS WITH 'Terminated' "
        "AND elapsedTime > duration({seconds: $stuck}) RETURN [] AS labels, count(*) AS value"),
    ),
}  # fmt: skip
GIVEN = {"workers": MOST_WORKERS, "stuck": STUCK_SECONDS}


class Gauges(Collector):
    """Asks one database; who looks more often than it is asked gets what it said last."""

    def __init__(self, driver: neo4j.Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database
        self._lock = threading.Lock()
        self._asked = float("-inf")
        self._said: list[Metric] = []

    def collect(self) -> Iterable[Metric]:
        """Return the series."""
        with self._lock:
            if time.monotonic() - self._asked > FRESH_SECONDS:
                self._said = list(self._ask())
                self._asked = time.monotonic()
            return list(self._said)

    def _ask(self) -> Iterator[Metric]:
        up = GaugeMetricFamily("cirrograph_database_up", "Whether the database answers.")
        try:
            found = {name: self._rows(text) for name, (_, _, text) in COUNTED.items()}
        except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError):
            up.add_metric([], 0)
            yield up
            return
        up.add_metric([], 1)
        yield up
        for name, (doc, labels, _) in COUNTED.items():
            family = GaugeMetricFamily(f"cirrograph_{name}", doc, labels=labels)
            for row in found[name]:
                family.add_metric([str(label) for label in row["labels"]], row["value"])
            yield family

    def _rows(self, text: Any) -> list[neo4j.Record]:
        with self._driver.session(
            database=self._database, default_access_mode=neo4j.READ_ACCESS
        ) as session:
            return list(session.run(neo4j.Query(text, timeout=SECONDS), GIVEN))
