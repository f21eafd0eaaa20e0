"""The current findings, in pages that go on where the last one ended: a million need no memory.

Each page is one read of the index on ids, so a finding comes once, whatever opens and closes
meanwhile; what is opened behind the place that has been reached is not in the export any more.
Sorted by id, not by severity: nothing has to be collected before the first row goes out.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import neo4j

from controls.control import Control, Fix
from controls.remedy import remediation
from graph.ledger import Connector
from server.exports.row import Accepted, Row

PAGE = 1_000
FINDINGS = """
MATCH (f:Finding)
USING INDEX f:Finding(id)
WHERE f.id > $after
  AND ($connectors IS NULL OR f.connector IN $connectors)
  AND ($control IS NULL OR f.control = $control)
  AND ($severity IS NULL OR f.severity = $severity)
  AND ($status IS NULL OR f.status = $status)
WITH f ORDER BY f.id LIMIT $page
OPTIONAL MATCH (f)-[:OF]->(r:Resource)
OPTIONAL MATCH (f)-[:BY]->(c:Control)
RETURN properties(f) AS finding, c.title AS title, r.name AS name, r.region AS region,
  r.account AS account,
  [name IN coalesce($fills[f.control], []) WHERE r[name] IS NOT NULL | [name, r[name]]] AS filled
ORDER BY f.id
"""
TIMES = """
MATCH (c:Connector)
MATCH (e:Evaluation {id: c.evaluation})
RETURN c.id AS connector, e.at AS at
"""
WAIVERS = "MATCH (w:Waiver) RETURN properties(w) AS waiver"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which findings: None is all of them. `connectors` are ids, those of the viewer at most."""

    connectors: Collection[str] | None = None
    control: str | None = None
    severity: str | None = None
    status: str | None = None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Around:
    """What is small and read once: names of connectors, times of evaluations, waivers."""

    connectors: Mapping[str, Connector]
    times: Mapping[str, datetime.datetime]
    waivers: Mapping[str, Accepted]
    controls: Mapping[str, Control]

    @property
    def fills(self) -> dict[str, list[str]]:
        """For each control the properties that its remediation names."""
        return {id_: sorted(c.fix.placeholders()) for id_, c in self.controls.items()}


def around(
    driver: neo4j.Driver,
    database: str | None,
    connectors: Sequence[Connector],
    controls: Mapping[str, Control],
) -> Around:
    """Read what all rows share."""

    def rows(text: str) -> list[neo4j.Record]:
        return driver.execute_query(
            text,
            database_=database,
            routing_=neo4j.RoutingControl.READ,
        ).records

    return Around(
        connectors={c.id: c for c in connectors},
        times={row["connector"]: row["at"].to_native() for row in rows(TIMES)},
        waivers={row["waiver"]["id"]: accepted(row["waiver"]) for row in rows(WAIVERS)},
        controls=controls,
    )


def accepted(said: Mapping[str, Any]) -> Accepted:
    """Return a waiver as a node or a document tells it."""
    ends = said["expires_at"]
    return Accepted(
        id=said["id"], reason=said["reason"], owner=said["owner"],
        expires_at=ends.iso_format() if hasattr(ends, "iso_format") else str(ends),
    )  # fmt: skip


def rows(
    driver: neo4j.Driver,
    database: str | None,
    wanted: Wanted,
    about: Around,
) -> Iterator[Row]:
    """Yield the findings that are wanted, by id."""
    given = dataclasses.asdict(wanted) | {"fills": about.fills, "page": PAGE}
    if wanted.connectors is not None:
        given["connectors"] = sorted(wanted.connectors)
    after = ""
    while True:
        found = driver.execute_query(
            FINDINGS, given, after=after, database_=database,
            routing_=neo4j.RoutingControl.READ,
        ).records  # fmt: skip
        yield from (_row(record, about) for record in found)
        if len(found) < PAGE:
            return
        after = found[-1]["finding"]["id"]


def filled(
    control: Control | None, status: str, connector: str, said: Mapping[str, Any]
) -> Fix | None:
    """Return how to put a failure right; None where there is none to be put right."""
    if control is None or status != "FAIL":
        return None
    cloud, partition, account = parts(connector)
    known = {"cloud": cloud, "partition": partition, "account": account, **said}
    return remediation(control, known)


def parts(connector: str) -> tuple[str, str, str]:
    """Return cloud, partition and scope of a connector's id."""
    cloud, partition, scope = (*connector.split(":", 2), "", "")[:3]
    return cloud, partition, scope


def _row(record: neo4j.Record, about: Around) -> Row:
    said = record["finding"]
    since = said["since"].to_native()
    connector = about.connectors.get(said["connector"])
    cloud, partition, account = parts(said["connector"])
    control = about.controls.get(said["control"])
    name = record["name"] or said.get("name")
    known = {"uid": said["uid"], "name": name, "region": said.get("region")}
    return Row(
        id=said["id"], status=said["status"], severity=said["severity"], control=said["control"],
        title=(control.title if control else None) or record["title"] or said["control"],
        uid=said["uid"], type=said.get("type") or "Unit", name=name,
        region=record["region"] or said.get("region"), account=record["account"] or account,
        partition=partition, cloud=cloud, connector=said["connector"],
        connector_name=connector.name if connector else said["connector"],
        seen=about.times.get(said["connector"], since), since=since,
        on_unit=bool(said.get("on_unit")), reason=said.get("reason"),
        evidence=json.loads(said["evidence"]) if said.get("evidence") else None,
        waiver=about.waivers.get(said.get("waiver") or ""),
        fix=filled(control, said["status"], said["connector"], known | dict(record["filled"])),
    )  # fmt: skip


__all__ = ["FINDINGS", "Around", "Wanted", "accepted", "around", "filled", "parts", "rows"]
