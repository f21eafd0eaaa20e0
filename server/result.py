"""What a scan came to, from the ledger."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from typing import Any

from controls.evaluate import Evaluation
from graph.ledger import Connector
from graph.scan import Scan
from graph.written import Written
from ingest.collect import COMPLETE, UNREAD
from server.deployment import Deployment

RELATIONSHIPS = """
MATCH (u:Unit {connector: $connector})<-[:SEEN_BY]-(r:Resource)-[e]-(:Resource)
RETURN count(DISTINCT e) AS relationships
"""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Unread:
    """A type of a region, or fields of it, that could not be read."""

    type: str
    region: str
    call: str | None
    error: str | None
    permission: str | None = None
    fields: tuple[str, ...] = ()
    resources: int = 0


@dataclasses.dataclass(frozen=True, kw_only=True)
class ScanResult:
    """What a scan came to; `to_dict` is the documented JSON."""

    connector: str
    scan: str
    seconds: float
    calls: int
    resources: int
    relationships: int
    written: Written
    unread: tuple[Unread, ...]
    units: Mapping[str, int]
    quarantined: int
    held_sweeps: Mapping[str, int]
    evaluation: Mapping[str, Any]

    @property
    def first_error(self) -> str | None:
        """The first of what could not be read, and how many more there are."""
        if not self.unread:
            return None
        more = f" (and {len(self.unread) - 1} more)" if len(self.unread) > 1 else ""
        first = self.unread[0]
        return f"{first.call} for {first.type}: {first.error}{more}"

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        said = dataclasses.asdict(self)
        said["seconds"] = round(self.seconds, 3)
        return said

    @classmethod
    def of(cls, summary: Mapping[str, Any]) -> ScanResult:
        """Return what `to_dict` wrote."""
        said = dict(summary)
        unread = tuple(Unread(**(u | {"fields": tuple(u["fields"])})) for u in said.pop("unread"))
        return cls(unread=unread, written=Written(**said.pop("written")), **said)


def result_of(deployment: Deployment, connector: Connector, scan_id: str) -> ScanResult:
    """Return what a scan came to once all its units are settled; its evaluation is empty."""
    scan: Scan = deployment.scans.scan(scan_id)
    units = [u for u in deployment.scans.units(connector) if u.get("tried") == scan_id]
    states = sorted(u["state"] for u in units)
    read = [u for u in units if u["state"] == COMPLETE]
    (row,) = deployment.driver.execute_query(
        RELATIONSHIPS, connector=connector.id, database_=deployment.database
    ).records
    return ScanResult(
        connector=connector.name, scan=scan_id, seconds=0, calls=scan.calls,
        resources=sum(u["count"] for u in read), relationships=row["relationships"],
        written=scan.written, unread=_unread(units),
        units={state: states.count(state) for state in dict.fromkeys(states)},
        quarantined=sum(u.get("quarantined") or 0 for u in units),
        held_sweeps={u["id"]: u["held_sweep"] for u in read if u.get("held_sweep")},
        evaluation={},
    )  # fmt: skip


def evaluated(evaluation: Evaluation) -> dict[str, Any]:
    """Return the documented JSON of an evaluation."""
    verdicts = [v.verdict for v in evaluation.verdicts.values()]
    return {
        "id": evaluation.id,
        "controls": len(verdicts),
        "ran": len(evaluation.ran),
        "verdicts": {v: verdicts.count(v) for v in sorted(set(verdicts))},
        "opened": evaluation.opened,
        "closed": evaluation.closed,
    }


def _unread(units: Iterable[Mapping[str, Any]]) -> tuple[Unread, ...]:
    found: list[Unread] = []
    for unit in units:
        about = {"type": unit["type"], "region": unit["region"]}
        if unit["state"] == UNREAD:
            found.append(Unread(**about, call=unit.get("call"), error=unit.get("error")))
        found += [
            Unread(**(about | refusal | {"fields": tuple(refusal["fields"])}))
            for refusal in json.loads(unit.get("refusals") or "[]")
        ]
    return tuple(sorted(found, key=lambda u: (u.type, u.region, u.call or "")))
