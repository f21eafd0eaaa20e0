"""CSV by RFC 4180: UTF-8, CRLF, a head, and no cell that a spreadsheet takes for a formula.

Findings are one line each. A run has other lines before them, told apart by the first column,
`record`: the run itself, each requirement, each control, each waiver.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from server.exports.inert import cell
from server.exports.row import Export, Row, Run
from server.exports.run import order

FINDING = (
    "id", "status", "severity", "control", "title", "uid", "type", "name", "region", "account",
    "cloud", "connector", "first_seen", "last_seen", "reason", "waiver", "waiver_owner",
    "waiver_expires_at", "requirements", "evidence", "console", "cli", "terraform",
)  # fmt: skip
RUN = ("record", "number", "verdict", "passed", "failed", "not_evaluated", "waived", "hash")
LONGEST = 32_000  # a spreadsheet takes no more in a cell, and some readers fail
TOO_LONG = "too long for a cell: see the JSON export"
MANY = 1 << 16  # characters that go out at once


def write(export: Export) -> Iterator[bytes]:
    """Write the rows."""
    names = (*RUN, *FINDING) if export.run else FINDING
    yield from _lines(names, _records(export))


def _records(export: Export) -> Iterator[Mapping[str, Any]]:
    if export.run:
        yield from _of_run(export.run)
    for row in export.rows():
        yield _finding(row, export)


def _lines(names: Iterable[str], records: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(names)
    for record in records:
        writer.writerow([cell(record.get(name)) for name in names])
        if out.tell() > MANY:
            yield out.getvalue().encode()
            out.seek(0)
            out.truncate()
    yield out.getvalue().encode()


def _finding(row: Row, export: Export) -> dict[str, Any]:
    fix, waiver = row.fix, row.waiver
    return {
        "record": "finding",
        "id": row.id, "status": row.status, "severity": row.severity, "control": row.control,
        "title": row.title, "uid": row.uid, "type": row.type, "name": row.name,
        "region": row.region, "account": row.account, "cloud": row.cloud,
        "connector": row.connector_name, "last_seen": row.seen.isoformat(),
        "first_seen": row.since.isoformat() if row.since else None,
        "reason": row.reason,
        "waiver": waiver.id if waiver else None,
        "waiver_owner": waiver.owner if waiver else None,
        "waiver_expires_at": waiver.expires_at if waiver else None,
        "requirements": _numbers(export, row.control),
        "evidence": row.evidence,
        **({name: _short(said) for name, said in fix.model_dump().items()} if fix else {}),
    }  # fmt: skip


def _short(said: str) -> str:
    """Return advice, but not where a name that is in it many times has blown it up."""
    return said if len(said) <= LONGEST else TOO_LONG


def _numbers(export: Export, control: str) -> str:
    return "; ".join(f"{m.mandate} {m.number}" for m in export.meets.get(control, ()))


def _of_run(run: Run) -> Iterator[dict[str, Any]]:
    said = run.said
    yield {
        "record": "run", "id": f"{run.mandate}|{run.connector}|{run.number}",
        "number": run.number, "title": said["mandate"]["title"], "verdict": said["verdict"],
        "connector": run.connector_name, "last_seen": said["at"], "hash": run.hash,
        **{name: said["counts"][name] for name in ("passed", "failed", "not_evaluated")},
    }  # fmt: skip
    yield from _requirements(said["requirements"])
    for control in order(said["requirements"]):
        result = said["results"][control]
        yield {
            "record": "control", "control": control, "hash": said["controls"]["files"][control],
            **{name: result[name] for name in ("title", "severity", "verdict", "reason")},
            **(result["counts"] or {}),
        }  # fmt: skip
    for waiver in said["waivers"]["set"]:
        yield {
            "record": "waiver", "waiver": waiver["id"], "control": waiver["control"],
            "uid": waiver["uid"], "reason": waiver["reason"], "waiver_owner": waiver["owner"],
            "waiver_expires_at": waiver["expires_at"],
        }  # fmt: skip


def _requirements(requirements: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in requirements:
        yield {
            "record": "requirement", "number": one["number"], "title": one["title"],
            "verdict": one["verdict"],
            "control": "; ".join(one.get("controls", ())), "reason": one.get("note"),
            "evidence": one.get("outcome"),
        }  # fmt: skip
        yield from _requirements(one.get("requirements", ()))
