"""JSON: a run is its document, byte by byte; findings are one object a line.

A run's file is what its hash is of, so that `sha256sum` is all that a check of it takes. Nothing is
added to it, nor escaped in it that is not in the lake.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from server.exports.inert import line
from server.exports.row import Export, Row


def write(export: Export) -> Iterator[bytes]:
    """Write the document of a run, or a line for each finding."""
    if export.run:
        yield from export.run.held.parts()
        return
    for row in export.rows():
        yield line(_finding(row, export)) + b"\n"


def _finding(row: Row, export: Export) -> dict[str, Any]:
    """Return a finding in the form of `cirrograph findings --json`, and more."""
    control = export.controls.get(row.control)
    return {
        "id": row.id, "status": row.status, "control": row.control, "title": row.title,
        "severity": row.severity,
        "resource": {
            "uid": row.uid, "type": "Unit" if row.on_unit else row.type, "name": row.name,
            "region": row.region, "account": row.account,
        },
        "cloud": row.cloud, "connector": row.connector_name, "evidence": row.evidence,
        "reason": row.reason, "first_seen": row.since, "last_seen": row.seen,
        "waiver": asdict(row.waiver) if row.waiver else None,
        "requirements": [
            {"mandate": m.mandate, "number": m.number} for m in export.meets.get(row.control, ())
        ],
        "also": {tool: list(ids) for tool, ids in control.also.items()} if control else {},
        "remediation": row.fix.model_dump() if row.fix else None,
    }  # fmt: skip
