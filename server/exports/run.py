"""The rows of a report's run: what its document says, and how to put it right.

The document is taken from the lake and held on disk; it is exactly what the run's hash is of, or
nothing is exported. What it says never changes. Only the remediation is of today: it is filled
with the properties that the resource has now, and with those of the document where it is gone.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import neo4j
import pyarrow as pa

from controls.control import Control
from controls.report import RunChanged
from graph.lake import Lake
from server.exports.findings import accepted, filled, parts
from server.exports.held import Held
from server.exports.row import Row, Run

BATCH = 200
FILLED = """
UNWIND $rows AS row
MATCH (r:Resource {uid: row.uid})
USING INDEX SEEK r:Resource(uid)
RETURN row.uid AS uid,
  [name IN row.names WHERE r[name] IS NOT NULL | [name, r[name]]] AS filled
"""


def take(lake: Lake, report: str, number: int, digest: str) -> Held:
    """Return a run's document from the lake. Raises RunChanged where it is not what was written."""
    column = lake.read("report_runs", report=report, number=number).column("document")
    for document in column:
        held = Held(_parts(document))
        if held.hash == digest:
            return held
    raise RunChanged(
        f"run {number} of {report} is not in the lake as it was written "
        f"(SHA-256 {digest}): bring the table report_runs back from a backup"
    )


def _parts(document: pa.BinaryScalar) -> Iterator[memoryview]:
    yield memoryview(document.as_buffer())


def order(requirements: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the controls in the order of the requirements, each once."""
    found: dict[str, None] = {}
    for one in requirements:
        found |= dict.fromkeys(one.get("controls", ()))
        found |= dict.fromkeys(order(one.get("requirements", ())))
    return list(found)


def rows(
    run: Run,
    controls: Mapping[str, Control],
    driver: neo4j.Driver | None,
    database: str | None,
) -> Iterator[Row]:
    """Yield a run's findings, control by control; without a driver nothing is looked up."""
    said = run.said
    waivers = {w["id"]: accepted(w) for w in said["waivers"]["set"]}
    at = datetime.datetime.fromisoformat(said["at"])
    cloud, partition, account = parts(run.connector)
    for id_ in order(said["requirements"]):
        control, title = controls.get(id_), said["results"][id_]["title"]
        for batch in _batches(run.held.findings(id_)):
            now = _now(batch, control, driver, database)
            for one in batch:
                then = {k: one[k] for k in ("uid", "name", "region")}
                known = then | now.get(one["uid"], {})
                yield Row(
                    id=one["id"], status=one["status"], severity=one["severity"], control=id_,
                    title=title, uid=one["uid"], type=one["type"], name=one["name"],
                    region=one["region"], account=account, partition=partition, cloud=cloud,
                    connector=run.connector, connector_name=run.connector_name, seen=at,
                    on_unit=one["on_unit"], reason=one["reason"], evidence=one["evidence"],
                    waiver=waivers.get(one["waiver"] or ""),
                    fix=filled(control, one["status"], run.connector, known),
                )  # fmt: skip


def _now(
    batch: Iterable[Mapping[str, Any]],
    control: Control | None,
    driver: neo4j.Driver | None,
    database: str | None,
) -> dict[str, dict[str, Any]]:
    """Return, by uid, what the remediation names of the resources as they are now."""
    names = sorted(control.fix.placeholders()) if control else []
    asked = [{"uid": one["uid"], "names": names} for one in batch if one["status"] == "FAIL"]
    if driver is None or not names or not asked:
        return {}
    found = driver.execute_query(
        FILLED, rows=asked, database_=database, routing_=neo4j.RoutingControl.READ
    ).records
    return {row["uid"]: dict(row["filled"]) for row in found}


def _batches(findings: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while batch := list(itertools.islice(findings, BATCH)):
        yield batch
