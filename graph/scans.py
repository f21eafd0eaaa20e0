"""The ledger of scans and their units, as nodes of the graph. It is the truth about the work.

A scan is one pass over a connector. It is asked for, planned into units, and each of its units is
planned, then staged (read, and kept in a file), then settled (published). Whoever works on a scan
takes it first: its `take` and the attempts of its unsettled units go up by one, and from then on
nothing counts that an earlier worker still writes. So a scan is never restarted, only taken over:
what is staged is not read again, and what is settled is not written again.

Times are the database's own: no decision rests on comparing two hosts' clocks.
"""

from __future__ import annotations

import dataclasses
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import neo4j

from graph import transactions
from graph.ledger import DEGRADED, OFFLINE, ONLINE, Connector
from graph.scan import AlreadyScanning, NoSuchScan, Progress, Scan, TooSoon
from graph.write import Overtaken
from graph.written import Written
from ingest.collect import Collected, Unit

QUEUED, READING, EVALUATING = "queued", "reading", "evaluating"
COMPLETE, INCOMPLETE, FAILED = "complete", "incomplete", "failed"
PLANNED, STAGED, SETTLED = "planned", "staged", "settled"
REMOVAL_SECONDS = 900  # a removal that has not been heard of for so long broke off
KEPT = 100  # scans of a connector
TOGETHER = 200  # units that are handed to a publisher at once


REQUEST = """
MATCH (c:Connector {id: $connector})
SET c.claimed = coalesce(c.claimed, 0) + 1
WITH c
OPTIONAL MATCH (running:Scan {id: c.scanning})
WHERE running.finished_at IS NULL AND (running.kind = 'scan'
  OR running.heard_at > datetime() - duration({seconds: $removal_seconds}))
WITH c, running, CASE WHEN $interval > 0 THEN c.read_at + duration({seconds: $interval}) END AS next
WITH c, running, CASE WHEN next > datetime() THEN next END AS next
WITH c, running, next, running IS NULL AND next IS NULL AS free
FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END |
  CREATE (s:Scan {id: $scan, connector: $connector, kind: $kind, state: 'queued', take: 0,
    failures: 0, calls: 0, nodes: 0, edges: 0, removed: 0, properties: 0,
    sweep_large: $sweep_large, started_at: datetime(), heard_at: datetime()})
  CREATE (s)-[:SCAN_OF]->(c)
  SET c.scanning = $scan)
RETURN free, running.id AS running, running.kind AS kind, next
"""
TAKE = """
MATCH (s:Scan {id: $scan}) WHERE s.finished_at IS NULL
SET s.take = s.take + 1, s.heard_at = datetime()
WITH s
OPTIONAL MATCH (u:Unit {connector: s.connector})
WHERE u.tried = s.id AND u.phase <> 'settled'
SET u.attempt = u.attempt + 1
RETURN s.take AS take, count(u) AS units
"""
PLAN = """
MATCH (c:Connector {id: $connector}), (s:Scan {id: $scan})
WHERE $take IS NULL OR (s.take = $take AND s.state = 'queued')
SET s.state = 'reading', s.heard_at = datetime(), c.read_at = datetime()
WITH c
UNWIND $units AS unit
MERGE (u:Unit {id: unit.id})
ON CREATE SET u.connector = $connector, u.type = unit.type, u.region = unit.region,
  u.state = 'planned', u.attempt = 0, u.count = 0
MERGE (u)-[:UNIT_OF]->(c)
SET u.attempt = u.attempt + 1, u.tried = $scan, u.service = unit.service,
  u.phase = CASE WHEN unit.staged IS NULL THEN 'planned' ELSE 'staged' END, u.staged = unit.staged
RETURN u.id AS id, u.attempt AS attempt
"""
STAGE = """
UNWIND $units AS unit
MATCH (u:Unit {id: unit.id})
USING INDEX SEEK u:Unit(id)
WHERE u.tried = $scan AND u.phase = 'planned'
SET u.phase = 'staged', u.staged = unit.staged
"""
UNSTAGE = """
UNWIND $units AS id
MATCH (u:Unit {id: id})
USING INDEX SEEK u:Unit(id)
WHERE u.tried = $scan AND u.phase = 'staged'
SET u.phase = 'planned', u.staged = null
"""
CALLED = "MATCH (s:Scan {id: $scan}) SET s.calls = s.calls + $calls, s.heard_at = datetime()"
WAITING = """
MATCH (s:Scan {id: $scan})
MATCH (u:Unit {connector: s.connector})
WHERE u.tried = $scan AND u.phase = 'planned' AND u.service = $service
RETURN u.type AS type, u.region AS region ORDER BY type, region
"""
TO_PUBLISH = """
MATCH (s:Scan {id: $scan})
MATCH (u:Unit {connector: s.connector})
WHERE u.tried = $scan AND u.phase = 'staged'
RETURN u.type AS type, u.region AS region, u.attempt AS attempt, u.staged AS staged
ORDER BY type, region LIMIT $most
"""
SETTLE = """
UNWIND $units AS unit
MATCH (u:Unit {id: unit.id})
USING INDEX SEEK u:Unit(id)
WHERE u.attempt = unit.attempt
SET u.state = unit.state, u.call = unit.call, u.error = unit.error, u.tried_at = datetime(),
  u.refusals = unit.refusals, u.quarantined = unit.quarantined, u.seconds = unit.seconds,
  u.phase = 'settled', u.staged = null
FOREACH (_ IN CASE WHEN unit.state = 'complete' THEN [1] ELSE [] END |
  SET u.scan = $scan, u.last_seen = datetime(), u.count = unit.count, u.held_sweep = unit.held)
"""
WROTE = """
MATCH (s:Scan {id: $scan})
SET s.heard_at = datetime(), s.nodes = s.nodes + $nodes, s.edges = s.edges + $edges,
  s.removed = s.removed + $removed, s.properties = s.properties + $properties
"""
PUBLISHED = """
MATCH (c:Connector {id: $connector}), (s:Scan {id: $scan, take: $take})
WHERE s.finished_at IS NULL
SET s.state = 'evaluating', c.state = $state, c.last_error = $error, c.last_scan = $scan
RETURN s.id
"""
FINISH = """
MATCH (c:Connector {id: $connector}), (s:Scan {id: $scan})
WHERE s.finished_at IS NULL AND ($take IS NULL OR s.take = $take)
SET s.finished_at = datetime(), s.summary = $summary, s.state = $state, s.error = $error,
  c.state = $connector_state, c.last_error = $error
FOREACH (_ IN CASE WHEN c.scanning = $scan THEN [1] ELSE [] END | SET c.scanning = null)
"""
FAULT = """
MATCH (s:Scan {id: $scan}) WHERE s.finished_at IS NULL
SET s.failures = s.failures + 1, s.error = $error
RETURN s.failures AS failures
"""
OLD_SCANS = """
MATCH (s:Scan {connector: $connector}) WHERE s.finished_at IS NOT NULL
WITH s ORDER BY s.started_at DESC SKIP $keep
DETACH DELETE s
"""
ONE = "MATCH (s:Scan {id: $scan}) RETURN properties(s) AS s"
UNFINISHED = """
MATCH (c:Connector) WHERE c.scanning IS NOT NULL
MATCH (s:Scan {id: c.scanning, kind: 'scan'}) WHERE s.finished_at IS NULL
RETURN properties(s) AS s ORDER BY s.started_at
"""
LAST = """
MATCH (:Connector {id: $connector})<-[:SCAN_OF]-(s:Scan {kind: 'scan'})
RETURN properties(s) AS s ORDER BY s.started_at DESC LIMIT 1
"""
PROGRESS = """
MATCH (s:Scan {id: $scan})
CALL (s) {
  OPTIONAL MATCH (u:Unit {connector: s.connector}) WHERE u.tried = s.id
  WITH u.phase AS phase, u.service AS service, u.state = 'unread' AS unread, count(u) AS units,
    sum(u.count) AS resources
  RETURN collect({phase: phase, service: service, unread: unread, units: units,
    resources: resources}) AS groups
}
RETURN s.state AS state, s.calls AS calls, groups,
  (coalesce(s.finished_at, datetime()).epochMillis - s.started_at.epochMillis) / 1000.0 AS seconds
"""
UNITS = """
MATCH (u:Unit {connector: $connector})
RETURN properties(u) AS u ORDER BY u.type, u.region
"""


class Scans:
    """Reads and writes the scans and units of one database."""

    def __init__(self, driver: neo4j.Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database

    def request(
        self, connector: Connector, *, interval: float = 0, sweep_large: bool = False
    ) -> tuple[str, bool]:
        """Ask for a scan; return its id, and whether it is new: one under way is returned as it is.

        Raises TooSoon when the connector was read less than `interval` seconds ago, AlreadyScanning
        while it is being removed.
        """
        scan = secrets.token_hex(8)
        row = self._request(connector, scan, "scan", interval, sweep_large=sweep_large)
        if row["free"]:
            return scan, True
        if row["running"] and row["kind"] != "scan":
            doing = "removed" if row["kind"] == "removal" else "written by somebody else"
            raise AlreadyScanning(
                f"{connector.name} is being {doing} (scan {row['running']}): wait for its end",
                row["running"],
            )
        if row["running"]:
            return row["running"], False
        at = row["next"].to_native()
        raise TooSoon(
            f"{connector.name} was read less than {interval:g} s ago, and may be read again at "
            f"{at:%Y-%m-%d %H:%M:%S %Z}: wait, evaluate what is there with `cirrograph evaluate`, "
            "or set CIRROGRAPH_SCAN_INTERVAL",
            at,
        )

    def start(self, connector: Connector, *, kind: str = "direct") -> str:
        """Open a scan that no worker runs, for who publishes by himself. Raises AlreadyScanning."""
        scan = secrets.token_hex(8)
        row = self._request(connector, scan, kind, 0)
        if not row["free"]:
            raise AlreadyScanning(
                f"{connector.name} is being scanned (scan {row['running']}): wait for its end",
                row["running"],
            )
        return scan

    def take(self, scan: str) -> int:
        """Take a scan over and return the take's number. Raises NoSuchScan where it is finished."""
        rows = self._run(TAKE, scan=scan)
        if not rows:
            raise NoSuchScan(f"scan {scan} is finished, or there is none")
        return int(rows[0]["take"])

    def plan(
        self,
        connector: Connector,
        scan: str,
        units: Iterable[Unit],
        *,
        services: Mapping[str, str] | None = None,
        ended: Iterable[Collected] = (),
        take: int | None = None,
    ) -> dict[str, int]:
        """Plan a scan: give each unit its next attempt's number, and return them by unit id.

        `services` says, by type, in which job a unit is read; `ended` are units there is no need
        to read. All or nothing is planned; with a `take`, nothing once a newer one has the scan.
        """
        service = services or {}
        rows = [
            {"id": u.id, "type": u.type, "region": u.region, "service": service.get(u.type),
             "staged": None}
            for u in units
        ] + [
            {"id": c.unit.id, "type": c.unit.type, "region": c.unit.region,
             "service": service.get(c.unit.type), "staged": c.to_json()}
            for c in ended
        ]  # fmt: skip
        found = self._run(PLAN, connector=connector.id, scan=scan, units=rows, take=take)
        return {row["id"]: row["attempt"] for row in found}

    def waiting(self, connector: str, scan: str, service: str) -> list[Unit]:
        """Return the units of a service that are not read yet."""
        found = self._run(WAITING, scan=scan, service=service)
        return [Unit(connector=connector, type=r["type"], region=r["region"]) for r in found]

    def stage(self, scan: str, ended: Sequence[Collected]) -> None:
        """Note what was read; a unit that somebody else has read meanwhile stays as it is."""
        rows = [{"id": c.unit.id, "staged": c.to_json()} for c in ended]
        self._run(STAGE, scan=scan, units=rows)

    def unstage(self, scan: str, units: Iterable[Unit]) -> None:
        """Have units read again whose files are gone."""
        self._run(UNSTAGE, scan=scan, units=[u.id for u in units])

    def called(self, scan: str, calls: int) -> None:
        """Add calls to a scan's count."""
        self._run(CALLED, scan=scan, calls=calls)

    def to_publish(
        self, connector: str, scan: str, *, most: int = TOGETHER
    ) -> list[tuple[Collected, int]]:
        """Return units that are read and not published, each with its attempt."""
        found = self._run(TO_PUBLISH, scan=scan, most=most)
        return [
            (
                Collected.from_json(
                    Unit(connector=connector, type=r["type"], region=r["region"]), r["staged"]
                ),
                r["attempt"],
            )
            for r in found
        ]

    def settle(
        self, scan: str, ended: Sequence[tuple[Collected, int, int]], written: Written
    ) -> None:
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
        self._run(WROTE, scan=scan, **dataclasses.asdict(written))

    def published(self, connector: Connector, scan: str, take: int, error: str | None) -> None:
        """Note that all is published; a connector with unread units or calls is degraded.

        Raises Overtaken when another worker has taken the scan over.
        """
        found = self._run(
            PUBLISHED, connector=connector.id, scan=scan, take=take, error=error,
            state=ONLINE if error is None else DEGRADED,
        )  # fmt: skip
        if not found:
            raise Overtaken(f"scan {scan}: take {take} was overtaken by a newer one")

    def finish(
        self,
        connector: Connector,
        scan: str,
        *,
        summary: Mapping[str, Any],
        error: str | None,
        take: int | None = None,
    ) -> None:
        """Close a scan; with an error it is incomplete, and its connector degraded.

        Nothing happens to one that is closed, nor, with a `take`, once a newer one has it.
        """
        self._run(
            FINISH, connector=connector.id, scan=scan, summary=json.dumps(summary),
            state=COMPLETE if error is None else INCOMPLETE, error=error,
            connector_state=ONLINE if error is None else DEGRADED, take=take,
        )  # fmt: skip
        self._run(OLD_SCANS, connector=connector.id, keep=KEPT)

    def fail(self, connector: Connector, scan: str, error: str, *, offline: bool = False) -> None:
        """Close a scan that could not be done; what it settled stays."""
        self._run(
            FINISH, connector=connector.id, scan=scan, summary=None, state=FAILED, error=error,
            connector_state=OFFLINE if offline else DEGRADED, take=None,
        )  # fmt: skip

    def fault(self, scan: str, error: str) -> int:
        """Count a fault that stopped a worker, and return how many there were."""
        rows = self._run(FAULT, scan=scan, error=error)
        return int(rows[0]["failures"]) if rows else 0

    def scan(self, scan: str) -> Scan:
        """Return a scan. Raises NoSuchScan."""
        rows = self._run(ONE, scan=scan)
        if not rows:
            raise NoSuchScan(f"there is no scan {scan}")
        return Scan.of(rows[0]["s"])

    def last(self, connector: Connector) -> Scan | None:
        """Return a connector's newest scan."""
        rows = self._run(LAST, connector=connector.id)
        return Scan.of(rows[0]["s"]) if rows else None

    def unfinished(self) -> list[Scan]:
        """Return the scans that a worker has to work on, oldest first."""
        return [Scan.of(row["s"]) for row in self._run(UNFINISHED)]

    def progress(self, scan: str) -> Progress:
        """Return how far a scan is. Raises NoSuchScan."""
        rows = self._run(PROGRESS, scan=scan)
        if not rows:
            raise NoSuchScan(f"there is no scan {scan}")
        groups = [g for g in rows[0]["groups"] if g["units"]]
        done = [g for g in groups if g["phase"] == SETTLED]
        waiting: dict[str, int] = {}
        for group in groups:
            if group["phase"] == PLANNED:
                waiting[group["service"]] = waiting.get(group["service"], 0) + group["units"]
        return Progress(
            state=rows[0]["state"], calls=rows[0]["calls"], seconds=rows[0]["seconds"],
            units=sum(g["units"] for g in groups), settled=sum(g["units"] for g in done),
            staged=sum(g["units"] for g in groups if g["phase"] == STAGED),
            resources=sum(g["resources"] for g in done),
            unread=sum(g["units"] for g in done if g["unread"]), waiting=waiting,
        )  # fmt: skip

    def units(self, connector: Connector) -> list[dict[str, Any]]:
        """Return the properties of a connector's units, by type and region."""
        return [row["u"] for row in self._run(UNITS, connector=connector.id)]

    def _request(
        self,
        connector: Connector,
        scan: str,
        kind: str,
        interval: float,
        *,
        sweep_large: bool = False,
    ) -> neo4j.Record:
        (row,) = self._run(
            REQUEST, connector=connector.id, scan=scan, kind=kind, interval=interval,
            removal_seconds=REMOVAL_SECONDS, sweep_large=sweep_large,
        )  # fmt: skip
        return row

    def _run(self, text: str, **given: Any) -> list[neo4j.Record]:
        return transactions.run(self._driver, self._database, text, given)
