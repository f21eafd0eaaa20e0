"""OCSF 1.5.0, class Compliance Finding (2003), with the profiles `cloud` and `datetime`.

One event a line. A finding of ours is one of theirs, under the same `finding_info.uid` for as long
as it is about the same thing, so that what receives it again updates it. What was not evaluated is
*unknown*, never a pass; what is waived is a failure that is *suppressed*.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from controls.control import Control
from server.exports.inert import line
from server.exports.row import PRODUCT, VENDOR, VERSION, Export, Row

OCSF = "1.5.0"
CATEGORY, CLASS = 2, 2003
CREATE, UPDATE = (1, "Create"), (2, "Update")
SEVERITY = {
    "critical": (5, "Critical"), "high": (4, "High"), "medium": (3, "Medium"), "low": (2, "Low"),
    "info": (1, "Informational"),
}  # fmt: skip
NEW, SUPPRESSED = (1, "New"), (3, "Suppressed")
JUDGED = {"FAIL": (3, "Fail"), "WAIVED": (3, "Fail"), "NOT_EVALUATED": (0, "Unknown")}
PROVIDER = {"aws": "AWS", "azure": "Azure", "gcp": "GCP"}
ACCOUNT = {
    "aws": (10, "AWS Account"), "azure": (13, "Azure Subscription"), "gcp": (11, "GCP Project"),
}  # fmt: skip


def write(export: Export) -> Iterator[bytes]:
    """Write a line for each finding."""
    for row in export.rows():
        yield line(_event(row, export)) + b"\n"


def _event(row: Row, export: Export) -> dict[str, Any]:
    severity, severity_name = SEVERITY[row.severity]
    activity, activity_name = UPDATE if row.since and row.since < row.seen else CREATE
    status, status_name = SUPPRESSED if row.status == "WAIVED" else NEW
    said = {
        "activity_id": activity, "activity_name": activity_name,
        "category_uid": CATEGORY, "category_name": "Findings",
        "class_uid": CLASS, "class_name": "Compliance Finding",
        "type_uid": CLASS * 100 + activity,
        "type_name": f"Compliance Finding: {activity_name}",
        "severity_id": severity, "severity": severity_name,
        "status_id": status, "status": status_name, "status_code": row.status,
        "time": _ms(row.seen), "time_dt": row.seen.isoformat(),
        "message": f"{row.title}: {row.status} on {row.name or row.uid}",
        "metadata": _metadata(row, export),
        "finding_info": _finding_info(row, export.controls.get(row.control)),
        "compliance": _compliance(row, export),
        "cloud": _cloud(row),
        "resources": [_resource(row)],
        "unmapped": _unmapped(row, export),
    }  # fmt: skip
    if row.reason:
        said["status_detail"] = row.reason
    if row.waiver:
        said["comment"] = row.waiver.reason
    if row.evidence is not None:
        said["evidences"] = [{"data": row.evidence}]
    if row.fix:
        said["remediation"] = {
            "desc": f"Console: {row.fix.console}\n\nCommand line: {row.fix.cli}\n\n"
            f"Terraform: {row.fix.terraform}"
        }
    return said


def _metadata(row: Row, export: Export) -> dict[str, Any]:
    instance = f"{row.id}|{row.seen.isoformat()}|{row.status}"
    return {
        "version": OCSF,
        "profiles": ["cloud", "datetime"],
        "product": {"name": PRODUCT, "vendor_name": VENDOR, "version": VERSION},
        "uid": hashlib.sha256(instance.encode("utf-8", "replace")).hexdigest()[:32],
        "event_code": row.control,
        **({"correlation_uid": export.run.hash} if export.run else {}),
    }


def _finding_info(row: Row, control: Control | None) -> dict[str, Any]:
    analytic: dict[str, Any] = {"uid": row.control, "name": row.title, "type_id": 1, "type": "Rule"}
    if control:
        analytic |= {"category": control.policy, "version": control.hash}
    since = row.since
    return {
        "uid": row.id, "title": row.title, "types": ["Misconfiguration"], "analytic": analytic,
        "last_seen_time": _ms(row.seen), "last_seen_time_dt": row.seen.isoformat(),
        **({"desc": control.why} if control else {}),
        **({"created_time": _ms(since), "created_time_dt": since.isoformat(),
            "first_seen_time": _ms(since), "first_seen_time_dt": since.isoformat()}
           if since else {}),
    }  # fmt: skip


def _compliance(row: Row, export: Export) -> dict[str, Any]:
    meets = export.meets.get(row.control, ())
    status, status_name = JUDGED[row.status]
    severity, severity_name = SEVERITY[row.severity]
    standards = list(dict.fromkeys(m.standard for m in meets))
    control = export.controls.get(row.control)
    said: dict[str, Any] = {
        "control": row.control,
        "status_id": status, "status": status_name, "status_code": row.status,
        "standards": standards,
        "requirements": [f"{m.standard} {m.number}" for m in meets],
        "checks": [
            {"uid": row.control, "name": row.title, "standards": standards, "status_id": status,
             "status": status_name, "severity_id": severity, "severity": severity_name}
        ],
    }  # fmt: skip
    if row.reason:
        said["status_details"] = [row.reason]
    if control:
        said |= {"desc": control.why, "category": control.policy}
        said["control_parameters"] = _parameters(control.thresholds)
    return said


def _parameters(thresholds: Mapping[str, Any]) -> Sequence[dict[str, str]]:
    return [
        {"name": name, "value": value if isinstance(value, str) else line(value).decode()}
        for name, value in thresholds.items()
    ]


def _cloud(row: Row) -> dict[str, Any]:
    kind, kind_name = ACCOUNT.get(row.cloud, (99, row.cloud))
    return {
        "provider": PROVIDER.get(row.cloud, row.cloud),
        "account": {"uid": row.account, "type_id": kind, "type": kind_name},
        **({"region": row.region} if row.region else {}),
        **({"cloud_partition": row.partition} if row.partition else {}),
    }


def _resource(row: Row) -> dict[str, Any]:
    said = {
        "uid": row.uid, "name": row.name, "type": "Unit" if row.on_unit else row.type,
        "region": row.region, "cloud_partition": row.partition or None,
    }  # fmt: skip
    return {name: value for name, value in said.items() if value is not None}


def _unmapped(row: Row, export: Export) -> dict[str, Any]:
    """Return what the class has no place for."""
    control, waiver, run = export.controls.get(row.control), row.waiver, export.run
    also = {tool: list(ids) for tool, ids in control.also.items()} if control else {}
    return {
        "connector": {"id": row.connector, "name": row.connector_name},
        **({"also": also} if also else {}),
        **({"unread_type": row.type} if row.on_unit else {}),
        **({"waiver": {"id": waiver.id, "owner": waiver.owner, "expires_at": waiver.expires_at}}
           if waiver else {}),
        **({"run": {"mandate": run.mandate, "number": run.number, "sha256": run.hash,
                    "evaluation": run.said["evaluation"]}} if run else {}),
    }  # fmt: skip


def _ms(at: datetime.datetime) -> int:
    return round(at.timestamp() * 1000)
