"""Every change: that it is made, is recorded, takes its role, and says what is in the way."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from schema.mutations import CHANGES
from schema.viewer import Role
from server.changes import answers
from tests.server.changes.estate import (
    MANDATE,
    MANUAL,
    ONE,
    PAST,
    RETENTION,
    SOON,
    TWO,
    VERSIONING,
    Estate,
    asking,
    uid,
    viewer,
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


def test_every_change_is_here_and_can_be_made() -> None:
    named = {change.name for change in CHANGES}
    assert named == set(answers.CHANGES)
    assert named == {*CASES, "addConnector"}  # which asks a cloud: see `test_connecting`


@each
def test_a_change_is_made_and_recorded(estate: Estate, case: Case) -> None:
    given = prepared(estate, case)
    known = len(estate.records())
    said = estate.change(case.field, viewer("admin"), **given)
    assert said["__typename"] == case.gives
    asked, done = estate.records()[known:]
    assert (asked.who, asked.via, asked.action, asked.outcome) == (
        "ann", "api", case.field, "asked",
    )  # fmt: skip
    assert (done.outcome, done.of) == ("done", asked.number)


@each
def test_a_role_on_the_connector_is_enough_unless_it_is_about_all(
    estate: Estate, case: Case
) -> None:
    given = prepared(estate, case)
    said = estate.change(case.field, viewer(one=case.role), **given)
    assert said["__typename"] == ("NotAllowed" if case.everywhere else case.gives)


@pytest.mark.promise("S9")
@each
@pytest.mark.parametrize("who", ["one below", "foreign", "nobody"])
def test_without_its_role_nothing_is_changed(estate: Estate, case: Case, who: str) -> None:
    given = prepared(estate, case)
    before, known = estate.picture(), len(estate.records())
    below: Role = "operator" if case.role == "admin" else "viewer"
    asks = {
        "one below": viewer(below), "foreign": viewer(two="admin"), "nobody": viewer(),
    }[who]  # fmt: skip
    said = estate.change(case.field, asks, **given)
    hidden = "NotAllowed" if case.everywhere else "NoSuchConnector"
    if case.field in {"removeWaiver", "removeSchedule"}:
        hidden = "NotFound"
    assert said["__typename"] == ("NotAllowed" if who == "one below" else hidden)
    if who != "one below":
        assert "one" not in said["message"].split(": ", 1)[-1].split(", ")
        assert ONE not in said["message"]
    assert (estate.picture(), len(estate.records())) == (before, known)


@pytest.mark.promise("S12")
@each
def test_what_can_not_be_recorded_is_not_done(estate: Estate, case: Case) -> None:
    given = prepared(estate, case)
    estate.records()
    before = estate.picture()
    work = estate.folder / "work.sqlite"
    aside = work.rename(estate.folder / "aside.sqlite")
    estate.deployment.access.store.close()
    work.mkdir()  # no database can be made where a folder is
    result = estate.api.execute(asking(case.field, given), given)
    work.rmdir()
    aside.rename(work)
    estate.deployment.access.store.close()
    assert result.errors is not None
    assert str(estate.folder) not in result.errors[0].message
    assert "audit log can't be written, so nothing was changed" in result.errors[0].message
    assert estate.picture() == before


@pytest.mark.parametrize(
    ("field", "given", "problem", "about"),
    [
        ("waive", {"input": waiver(control="aws/s3/nothing")}, "NotFound", "no control is called"),
        ("waive", {"input": waiver(connector="three")}, "NoSuchConnector", "there are: one, two"),
        ("waive", {"input": waiver(expires=PAST)}, "BadInput", "expires"),
        ("waive", {"input": waiver(expires="tomorrow")}, "BadInput", "expires"),
        ("waive", {"input": waiver(reason=" ")}, "BadInput", "reason"),
        ("waive", {"input": waiver(owner="x" * 201)}, "BadInput", "owner"),
        ("waive", {"input": waiver(uid=uid(TWO))}, "BadInput", "uid"),
        ("waive", {"input": waiver(uid=uid(ONE, "log"))}, "BadInput", "uid"),
        ("waive", {"input": waiver(condition={"is_gone": True})}, "BadInput", "condition"),
        ("waive", {"input": waiver(condition={"versioning": ["a"]})}, "BadInput", "condition"),
        ("waive", {"input": waiver(condition="versioning")}, "BadInput", "condition"),
        ("removeWaiver", {"id": "none"}, "NotFound", "no waiver has the id"),
        ("overrideControl", {"input": override(control="no/such")}, "NotFound", "no control"),
        ("overrideControl", {"input": override(thresholds=None)}, "BadInput", "isDisabled"),
        ("overrideControl", {"input": override(thresholds={"days": 1})}, "BadInput",
         "thresholds"),
        ("overrideControl", {"input": override(thresholds={"min_days": "x"})}, "BadInput",
         "thresholds"),
        ("overrideControl", {"input": override(thresholds={"min_days": 2**63})}, "BadInput",
         "thresholds"),
        ("overrideControl", {"input": override(thresholds=[1])}, "BadInput", "thresholds"),
        ("removeOverride", {"control": RETENTION}, "NotFound", "nothing is changed about"),
        ("runReport", {"mandate": "none", "connector": "one"}, "NotFound", "no mandate is called"),
        ("runReport", {"mandate": "cis-gcp-4.0", "connector": "one"}, "NotFound", "about gcp"),
        ("runReport", {"mandate": MANDATE, "connector": "two"}, "NotFound", "scan it first"),
        ("recordOutcome", {"input": outcome(requirement="2")}, "NotFound", "no requirement"),
        ("recordOutcome", {"input": outcome(until=PAST)}, "BadInput", "until"),
        ("recordOutcome", {"input": outcome(evidence="")}, "BadInput", "evidence"),
        ("recordOutcome", {"input": outcome(mandate="none")}, "NotFound", "no mandate"),
        ("addSchedule", {"input": schedule(cron="at three")}, "BadInput", "cron"),
        ("addSchedule", {"input": schedule(mandate=None)}, "BadInput", "mandate"),
        ("addSchedule", {"input": schedule(kind="SCAN")}, "BadInput", "mandate"),
        ("addSchedule", {"input": schedule(mandate="none")}, "NotFound", "no mandate"),
        ("removeSchedule", {"id": "none"}, "NotFound", "no schedule has the id"),
        ("createToken", {"input": token(name="")}, "BadInput", "name"),
        ("createToken", {"input": token(name="a\u0000b")}, "BadInput", "name"),
        ("createToken", {"input": token(expires=PAST)}, "BadInput", "expires"),
        ("createToken", {"input": token(expires="9999-01-01")}, "BadInput", "expires"),
        ("createToken", {"input": token(connectors=["three"])}, "NoSuchConnector", "no connector"),
        ("revokeToken", {"id": "none"}, "NotFound", "no token"),
    ],
)  # fmt: skip
def test_what_is_in_the_way_is_told(
    estate: Estate, field: str, given: dict[str, Any], problem: str, about: str
) -> None:
    estate.evaluate()
    before = estate.picture()
    said = estate.change(field, **given)
    assert said["__typename"] == problem
    assert about == said.get("field") or about in said["message"]
    assert estate.picture() == before
