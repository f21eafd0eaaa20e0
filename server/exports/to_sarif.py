"""SARIF 2.1.0: controls are rules, findings are results.

A failure has the kind `fail` and a level by its severity; what was not evaluated is `open` ("there
was not enough to decide"); a waived failure carries its suppression with the reason. A resource is
a logical location: it has no file. What passes is not among the results, so a run's rules carry the
verdict and the counts of their controls.

Results come before the rules, which are then known without a second look at the findings.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from controls.control import Control
from server.exports.inert import line
from server.exports.row import PRODUCT, VERSION, Export, Row, Run
from server.exports.run import order

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVEL = {"critical": "error", "high": "error", "medium": "warning", "low": "note", "info": "note"}
SCORE = {"critical": "9.5", "high": "8.0", "medium": "5.5", "low": "3.0", "info": "0.0"}


def write(export: Export) -> Iterator[bytes]:
    """Write a log of one run."""
    rules: dict[str, dict[str, Any]] = {}
    places: dict[str, int] = {}
    run = export.run
    taxa = _taxonomy(run) if run else None
    for control in order(run.said["requirements"]) if run else ():
        _known(control, rules, places, export, taxa)
    yield b'{"$schema":' + line(SCHEMA) + b',"version":"2.1.0","runs":[{"columnKind":'
    yield b'"unicodeCodePoints","results":['
    separator = b""
    for row in export.rows():
        _known(row.control, rules, places, export, taxa)
        yield separator + line(_result(row, places[row.control]))
        separator = b","
    yield b"]," + line(_about(export, list(rules.values()), taxa))[1:] + b"]}"


def _about(
    export: Export, rules: Sequence[dict[str, Any]], taxa: dict[str, Any] | None
) -> dict[str, Any]:
    """Return what stands beside the results."""
    run = export.run
    driver = {"name": PRODUCT, "version": VERSION, "rules": rules}
    if taxa:
        driver["supportedTaxonomies"] = [{"name": taxa["name"]}]
    return {
        "tool": {"driver": driver},
        "invocations": [_invocation(export)],
        **({"taxonomies": [taxa]} if taxa else {}),
        **({"automationDetails": {"id": f"{run.mandate}/{run.connector}/{run.number}"},
            "properties": _properties(run)} if run else {}),
    }  # fmt: skip


def _invocation(export: Export) -> dict[str, Any]:
    unread = export.run.held.unread if export.run else {}
    return {
        "executionSuccessful": True,
        "endTimeUtc": _utc(export.at),
        "toolExecutionNotifications": [
            {"level": "warning", "message": {"text": f"Not evaluated, {many} times: {reason}"}}
            for reason, (many, _) in sorted(unread.items())
        ],
    }  # fmt: skip


def _properties(run: Run) -> dict[str, Any]:
    said = run.said
    return {
        "sha256": run.hash, "evaluation": said["evaluation"], "verdict": said["verdict"],
        "score": said["score"], "counts": said["counts"], "connector": run.connector_name,
    }  # fmt: skip


def _known(
    control: str,
    rules: dict[str, dict[str, Any]],
    places: dict[str, int],
    export: Export,
    taxa: dict[str, Any] | None,
) -> None:
    """Add a control to the rules, unless it is there."""
    if control not in rules:
        places[control] = len(rules)
        rules[control] = _rule(control, export, taxa)


def _rule(id_: str, export: Export, taxa: dict[str, Any] | None) -> dict[str, Any]:
    control, run = export.controls.get(id_), export.run
    result = run.said["results"].get(id_) if run else None
    severity = (result and result["severity"]) or (control and control.severity) or "info"
    title = (result and result["title"]) or (control and control.title) or id_
    meets = export.meets.get(id_, ())
    rule: dict[str, Any] = {
        "id": id_,
        "shortDescription": {"text": title},
        "defaultConfiguration": {"level": LEVEL[severity]},
        "properties": {
            "security-severity": SCORE[severity],
            "tags": ["security", "compliance", *(f"{m.mandate}/{m.number}" for m in meets)],
        },
    }
    if control:
        rule["fullDescription"] = {"text": control.why}
        rule["help"] = _help(control)
    if result:
        rule["properties"] |= {
            "verdict": result["verdict"], "counts": result["counts"], "reason": result["reason"],
        }  # fmt: skip
    if taxa:
        numbers = {m.number for m in meets}
        rule["relationships"] = [
            {"target": {"id": taxon["id"], "index": i, "toolComponent": {"name": taxa["name"]}},
             "kinds": ["relevant"]}
            for i, taxon in enumerate(taxa["taxa"]) if taxon["id"] in numbers
        ]  # fmt: skip
    return rule


def _help(control: Control) -> dict[str, str]:
    fix = control.fix
    return {
        "text": f"Console: {fix.console}\n\nCommand line: {fix.cli}\n\nTerraform: {fix.terraform}"
    }


def _taxonomy(run: Run) -> dict[str, Any]:
    about = run.said["mandate"]
    return {
        "name": about["id"], "version": about["version"],
        "shortDescription": {"text": about["title"]},
        "taxa": list(_taxa(run.said["requirements"])),
    }  # fmt: skip


def _taxa(requirements: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in requirements:
        yield {
            "id": one["number"], "shortDescription": {"text": one["title"]},
            "properties": {"verdict": one["verdict"]},
        }  # fmt: skip
        yield from _taxa(one.get("requirements", ()))


def _result(row: Row, place: int) -> dict[str, Any]:
    fails = row.status != "NOT_EVALUATED"
    said: dict[str, Any] = {
        "ruleId": row.control, "ruleIndex": place,
        "kind": "fail" if fails else "open",
        "level": LEVEL[row.severity] if fails else "none",
        "message": {"text": _message(row)},
        "locations": [{"logicalLocations": [_location(row)]}],
        "partialFingerprints": {"cirrograph/v1": row.id},
        "properties": {
            "status": row.status, "severity": row.severity, "region": row.region,
            "account": row.account, "cloud": row.cloud, "connector": row.connector_name,
            "evidence": row.evidence, "reason": row.reason,
            "firstSeen": _utc(row.since) if row.since else None, "lastSeen": _utc(row.seen),
            "remediation": row.fix.model_dump() if row.fix else None,
        },
    }  # fmt: skip
    if row.status == "WAIVED":
        said["suppressions"] = [_suppression(row)]
    return said


def _message(row: Row) -> str:
    name = row.name or row.uid
    if row.status == "NOT_EVALUATED":
        return f"Not evaluated: {row.title}. {row.reason or ''} ({name})"
    return f"Not so: {row.title} ({name})"


def _location(row: Row) -> dict[str, Any]:
    return {
        "name": row.name or row.uid, "fullyQualifiedName": row.uid,
        "kind": "unit" if row.on_unit else row.type,
    }  # fmt: skip


def _suppression(row: Row) -> dict[str, Any]:
    waiver = row.waiver
    return {
        "kind": "external", "status": "accepted",
        "justification": waiver.reason if waiver else row.reason or "waived",
        "properties": {"waiver": waiver.id, "owner": waiver.owner, "expiresAt": waiver.expires_at}
        if waiver else {},
    }  # fmt: skip


def _utc(at: datetime.datetime) -> str:
    return at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
