"""Every change: that it is made, is recorded, takes its role, and says what is in the way."""

from __future__ import annotations

from typing import Any

import pytest

from schema.mutations import CHANGES
from server.changes import answers
from tests.server.changes.cases import (
    CASES,
    Case,
    each,
    outcome,
    override,
    prepared,
    schedule,
    token,
    waiver,
)
from tests.server.changes.estate import MANDATE, ONE, PAST, RETENTION, TWO, Estate, uid, viewer


def test_every_change_is_here_and_can_be_made() -> None:
    named = {change.name for change in CHANGES}
    assert named == set(answers.CHANGES)
    # Two ask a cloud: see `test_connecting`.
    assert named == {*CASES, "addConnector", "discoverConnectors"}


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
