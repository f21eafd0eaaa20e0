"""The changes as a table: what each is given and gives, by whom at least, and what it needs."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from schema.viewer import Role
from tests.server.changes.estate import (
    MANDATE,
    MANUAL,
    ONE,
    RETENTION,
    SOON,
    VERSIONING,
    Estate,
    uid,
)


def waiver(**more: Any) -> dict[str, Any]:
    return {
        "control": VERSIONING, "reason": "Emptied every night.", "owner": "data team",
        "expires": SOON, "connector": "one", "uid": uid(ONE), **more,
    }  # fmt: skip


def override(**more: Any) -> dict[str, Any]:
    return {"control": RETENTION, "thresholds": {"min_days": 30}, "reason": "Ours.", **more}


def outcome(**more: Any) -> dict[str, Any]:
    return {
        "mandate": MANDATE, "requirement": MANUAL, "connector": "one", "verdict": "PASS",
        "evidence": "Minutes of May", "owner": "web", "until": SOON, **more,
    }  # fmt: skip


def schedule(**more: Any) -> dict[str, Any]:
    return {"kind": "REPORT", "connector": "one", "cron": "0 3 * * *", "mandate": MANDATE, **more}


def token(**more: Any) -> dict[str, Any]:
    return {"name": "pull", "role": "viewer", "connectors": ["one"], "expires": None, **more}


@dataclasses.dataclass(frozen=True, kw_only=True)
class Case:
    """A change that is made: by whom at least, where, and what has to be there before."""

    field: str
    gives: str
    role: Role
    given: dict[str, Any] = dataclasses.field(default_factory=dict)
    before: str | None = None  # the change that makes what this one takes away
    everywhere: bool = False  # a role on the one connector is not enough


CASES = {
    case.field: case
    for case in (
        Case(field="removeConnector", gives="ConnectorRemoved", role="admin",
             given={"connector": "one"}),
        Case(field="refreshConnector", gives="ScanRequested", role="operator",
             given={"connector": "one"}),
        Case(field="evaluateConnector", gives="Evaluated", role="operator",
             given={"connector": "one"}),
        Case(field="runReport", gives="ReportRan", role="operator",
             given={"mandate": MANDATE, "connector": "one"}),
        Case(field="waive", gives="Waived", role="operator", given={"input": waiver()}),
        Case(field="removeWaiver", gives="WaiverRemoved", role="operator", before="waive",
             given={"id": "id"}),
        Case(field="overrideControl", gives="ControlOverridden", role="admin", everywhere=True,
             given={"input": override()}),
        Case(field="removeOverride", gives="OverrideRemoved", role="admin", everywhere=True,
             before="overrideControl", given={"control": "control"}),
        Case(field="recordOutcome", gives="OutcomeRecorded", role="operator",
             given={"input": outcome()}),
        Case(field="addSchedule", gives="ScheduleAdded", role="operator",
             given={"input": schedule()}),
        Case(field="removeSchedule", gives="ScheduleRemoved", role="operator",
             before="addSchedule", given={"id": "id"}),
        Case(field="createToken", gives="TokenCreated", role="admin", everywhere=True,
             given={"input": token()}),
        Case(field="revokeToken", gives="TokenRevoked", role="admin", everywhere=True,
             before="createToken", given={"id": "id"}),
    )
}  # fmt: skip
each = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


def prepared(estate: Estate, case: Case) -> dict[str, Any]:
    """Make what a change needs, and return what it is given."""
    estate.evaluate()
    if case.before is None:
        return case.given
    before = CASES[case.before]
    made = estate.change(before.field, **before.given)
    return {name: made[key] for name, key in case.given.items()}


LISTS = """{
  waivers { uid owner reason expires condition isRecorded controlId control { title }
    connector { name } }
  outcomes { requirement verdict evidence owner until isRunning mandate { id } connector { name } }
  schedules { kind cron due lastAt lastOutcome mandateId connector { name } }
  overrides { controlId isDisabled severity thresholds reason by isRecorded ignored }
  tokens { name role on { connectors role } by isGood used revoked }
  me { name role on { connectors role } }
}"""
