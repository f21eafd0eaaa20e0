"""The ledger: connectors, scans and units, as nodes of the graph. It is the truth about the work.

A connector is one account, subscription or project; its id is made of cloud, partition and scope,
so the same can't be there twice. A scan is one pass over it; a unit is a (connector, type, region)
and says which scan filled it last, and how that ended. An attempt's number on the unit fences off
late writes of older ones.

Times are the database's own: no decision rests on comparing two hosts' clocks.
"""

from __future__ import annotations

import dataclasses
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import neo4j
import neo4j.exceptions

from ingest.collect import Collected, Unit

PENDING, ONLINE, DEGRADED, OFFLINE = "pending", "online", "degraded", "offline"
STALE_SECONDS = 900  # a scan that has not been heard of for so long is over


class AlreadyConnected(Exception):
    """The same account, subscription or project is connected already, or the name is taken."""


class NoSuchConnector(LookupError):
    """No connector has this name or id; the message lists those that there are."""


class AlreadyScanning(Exception):
    """Another scan of the connector is under way; the message names it."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Connector:
    """An account, subscription or project that is read.

    `reference` says how credentials are found (a profile, a role and its external id), and never
    holds any. `options` are the user's choices, such as the regions to read.
    """

    name: str
    cloud: str
    partition: str
    scope: str
    reference: Mapping[str, str]
    options: Mapping[str, Any]
    state: str = PENDING
    last_error: str | None = None
    sequence: int = 0
    last_scan: str | None = None
    evaluation: str | None = None

    @property
    def id(self) -> str:
        """Its key: `aws:aws:123456789012`."""
        return f"{self.cloud}:{self.partition}:{self.scope}"


ADD = """
CREATE (c:Connector {id: $id, name: $name, cloud: $cloud, partition: $partition, scope: $scope,
  reference: $reference, options: $options, state: 'pending', sequence: 0, added_at: datetime()})
"""
ALL = "MATCH (c:Connector) RETURN c ORDER BY c.name"
REMOVE = """
MATCH (c:Connector {id: $id})
OPTIONAL MATCH (c)<-[:SCAN_OF|UNIT_OF|EVALUATION_OF]-(x)
DETACH DELETE x
WITH DISTINCT c DETACH DELETE c
"""
START = """
MATCH (c:Connector {id: $connector})
SET c.claimed = coalesce(c.claimed, 0) + 1
WITH c
OPTIONAL MATCH (running:Scan {id: c.scanning})
WHERE running.finished_at IS NULL
  AND running.heard_at > datetime() - duration({seconds: $stale})
WITH c, running, running IS NULL AS free
FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END |
  CREATE (s:Scan {id: $scan, connector: $connector, started_at: datetime(), heard_at: datetime()})
  CREATE (s)-[:SCAN_OF]->(c)
  SET c.scanning = $scan)
RETURN free, running.id AS running
"""
PLAN = """
MATCH (c:Connector {id: $connector})
UNWIND $units AS unit
MERGE (u:Unit {id: unit.id})
ON CREATE SET u.connector = $connector, u.type = unit.type, u.region = unit.region,
  u.state = 'planned', u.attempt = 0, u.count = 0
MERGE (u)-[:UNIT_OF]->(c)
SET u.attempt = u.attempt + 1, u.tried = $scan
RETURN u.id AS id, u.attempt AS attempt
"""
SETTLE = """
UNWIND $units AS unit
MATCH (u:Unit {id: unit.id})
WHERE u.attempt = unit.attempt
SET u.state = unit.state, u.call = unit.call, u.error = unit.error, u.tried_at = datetime(),
  u.refusals = unit.refusals, u.quarantined = unit.quarantined, u.seconds = unit.seconds
FOREACH (_ IN CASE WHEN unit.state = 'complete' THEN [1] ELSE [] END |
  SET u.scan = $scan, u.last_seen = datetime(), u.count = unit.count, u.held_sweep = unit.held)
"""
HEARD = "MATCH (s:Scan {id: $scan}) SET s.heard_at = datetime()"
FINISH = """
MATCH (c:Connector {id: $connector}), (s:Scan {id: $scan})
SET s.finished_at = datetime(), s.summary = $summary, s.state = $outcome,
  c.state = $state, c.last_error = $error, c.last_scan = $scan, c.scanning = null
"""
REFUSE = """
MATCH (c:Connector {id: $connector})
SET c.state = $state, c.last_error = $error
"""
OLD_SCANS = """
MATCH (s:Scan {connector: $connector}) WHERE s.finished_at IS NOT NULL
WITH s ORDER BY s.started_at DESC SKIP $keep
DETACH DELETE s
"""
UNITS = """
MATCH (u:Unit {connector: $connector})
RETURN u ORDER BY u.type, u.region
"""


class Ledger:
    """Reads and writes the ledger of one database."""

    def __init__(self, driver: neo4j.Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database

    def add(self, connector: Connector) -> None:
        """Add a connector. Raises AlreadyConnected when its scope or name is there."""
        try:
            self._run(
                ADD, id=connector.id, name=connector.name, cloud=connector.cloud,
                partition=connector.partition, scope=connector.scope,
                reference=json.dumps(dict(connector.reference)),
                options=json.dumps(dict(connector.options)),
            )  # fmt: skip
        except neo4j.exceptions.ConstraintError:
            raise self._taken(connector) from None

    def connectors(self) -> tuple[Connector, ...]:
        """Return all connectors by name."""
        return tuple(_connector(row["c"]) for row in self._run(ALL))

    def connector(self, named: str) -> Connector:
        """Return a connector by name or id. Raises NoSuchConnector."""
        there = self.connectors()
        for connector in there:
            if named in {connector.name, connector.id, connector.scope}:
                return connector
        names = ", ".join(c.name for c in there) or "none yet: add one with `connectors add`"
        raise NoSuchConnector(f"no connector is called {named!r}; there are: {names}")

    def remove(self, connector: Connector) -> None:
        """Remove a connector with its scans and units; what only it saw must have been swept."""
        self._run(REMOVE, id=connector.id)

    def start(self, connector: Connector) -> str:
        """Open a scan and return its id. Raises AlreadyScanning."""
        scan = secrets.token_hex(8)
        (row,) = self._run(START, connector=connector.id, scan=scan, stale=STALE_SECONDS)
        if not row["free"]:
            raise AlreadyScanning(
                f"{connector.name} is being scanned (scan {row['running']}): wait for its end"
            )
        return scan

    def plan(self, connector: Connector, scan: str, units: Iterable[Unit]) -> dict[str, int]:
        """Give each unit of a scan its next attempt's number, and return them by unit id."""
        rows = [{"id": u.id, "type": u.type, "region": u.region} for u in units]
        found = self._run(PLAN, connector=connector.id, scan=scan, units=rows)
        return {row["id"]: row["attempt"] for row in found}

    def settle(self, scan: str, ended: Sequence[tuple[Collected, int, int]]) -> None:
        """Write how units ended, each with its attempt and how many resources its sweep held."""
        rows = [
            {
                "id": c.unit.id, "attempt": attempt, "state": c.state, "call": c.call,
                "error": c.error, "seconds": c.seconds, "quarantined": c.quarantined,
                "count": c.staged.count if c.staged else 0, "held": held or None,
                "refusals": json.dumps([dataclasses.asdict(r) for r in c.refusals])
                if c.refusals else None,
            }
            for c, attempt, held in ended
        ]  # fmt: skip
        self._run(SETTLE, scan=scan, units=rows)
        self._run(HEARD, scan=scan)

    def finish(
        self, connector: Connector, scan: str, *, summary: Mapping[str, Any], error: str | None
    ) -> None:
        """Close a scan; a connector with unread units or calls is degraded."""
        self._run(
            FINISH, connector=connector.id, scan=scan, summary=json.dumps(summary),
            outcome="complete" if error is None else "incomplete",
            state=ONLINE if error is None else DEGRADED, error=error,
        )  # fmt: skip
        self._run(OLD_SCANS, connector=connector.id, keep=100)

    def offline(self, connector: Connector, error: str) -> None:
        """Note that a connector could not be read at all."""
        self._run(REFUSE, connector=connector.id, state=OFFLINE, error=error)

    def units(self, connector: Connector) -> list[dict[str, Any]]:
        """Return the properties of a connector's units, by type and region."""
        return [dict(row["u"]) for row in self._run(UNITS, connector=connector.id)]

    def _run(self, text: str, **given: Any) -> list[neo4j.Record]:
        found = self._driver.execute_query(
            text,
            given,
            database_=self._database,
        )
        return found.records

    def _taken(self, connector: Connector) -> AlreadyConnected:
        for other in self.connectors():
            if other.id == connector.id:
                return AlreadyConnected(
                    f"{connector.cloud} {connector.scope} is connected already, as {other.name!r}: "
                    "scan that one, or remove it first"
                )
        return AlreadyConnected(f"another connector is called {connector.name!r}: choose a name")


def _connector(node: Any) -> Connector:
    return Connector(
        name=node["name"],
        cloud=node["cloud"],
        partition=node["partition"],
        scope=node["scope"],
        reference=json.loads(node["reference"]),
        options=json.loads(node["options"]),
        state=node["state"],
        last_error=node.get("last_error"),
        sequence=node["sequence"],
        last_scan=node.get("last_scan"),
        evaluation=node.get("evaluation"),
    )
