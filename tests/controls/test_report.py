"""Reports, their runs, the resources behind them, and remediation with names filled in."""

from __future__ import annotations

import datetime
import json
import shlex
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import neo4j
import pytest

from controls.control import Control
from controls.inventory import judged_resources
from controls.mandates import Mandate, Requirement
from controls.outcomes import BadOutcome, Outcome, record_outcome
from controls.remedy import remediation
from controls.report import NoSuchReport, NotEvaluated, ReportExists, Reports, RunChanged
from controls.verdict import Counts, Score, Verdict
from controls.waivers import Waiver
from tests.judged import AT, OPEN, PAPER, UNOWNED, Estate, control

CHECKS = (control(OPEN), control(UNOWNED, name="owned"), control(PAPER, name="paper"))
LATER = AT + datetime.timedelta(days=30)


def leaf(number: str, *names: str, manual: bool = False) -> Requirement:
    return Requirement(
        number=number, title=f"Title of {number}", levels=("Level 1",),
        assessment="manual" if manual else "automated",
        controls=tuple(f"aws/boxes/{name}" for name in names),
    )  # fmt: skip


def mandate(id_: str = "own", clouds: tuple[str, ...] = ("aws",)) -> Mandate:
    chapter = Requirement(
        number="1", title="Boxes", levels=(), assessment="automated", controls=(),
        requirements=(leaf("1.1", "box_check"), leaf("1.2", "owned", "paper")),
    )  # fmt: skip
    return Mandate(
        id=id_, title="Ours", version="1", clouds=clouds, source="Ourselves",
        requirements=(chapter, leaf("2"), leaf("3", manual=True)),
    )  # fmt: skip


def reports(estate: Estate, *mandates: Mandate, checks: Iterable[Control] = CHECKS) -> Reports:
    chosen = mandates or (mandate(),)
    return Reports(estate.driver, estate.lake, {m.id: m for m in chosen}, {c.id: c for c in checks})


@pytest.fixture
def estate(graph: neo4j.Driver, tmp_path: Path) -> Estate:
    made = Estate(graph, tmp_path)
    made.box("a", is_open=True, owner="web")
    made.box("b", is_open=False, owner="web")
    return made


def said(estate: Estate, ours: Reports) -> Any:
    report = ours.get("own", estate.connector, add=True)
    return json.loads(ours.read_run(report, ours.run(report).number))


def verdicts(document: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    todo = list(document["requirements"])
    while todo:
        one = todo.pop()
        found[one["number"]] = one["verdict"]
        todo += one.get("requirements", [])
    return found


def test_a_run_says_all_that_it_rests_on(estate: Estate) -> None:
    evaluation = estate.evaluate(CHECKS, waivers=[])
    document = said(estate, reports(estate))
    assert verdicts(document) == {
        "1": "FAIL", "1.1": "FAIL", "1.2": "PASS", "2": "NOT_COVERED", "3": "MANUAL",
    }  # fmt: skip
    assert (document["number"], document["evaluation"]) == (1, evaluation.id)
    assert (document["verdict"], document["score"]) == ("FAIL", 0.5)
    assert document["counts"] == {
        "passed": 1, "failed": 1, "not_evaluated": 0, "not_applicable": 0, "manual": 1,
        "not_covered": 1,
    }  # fmt: skip
    assert ["aws:aws:111111111111|AwsRoom|global", "s1", "complete"] in document["snapshot"][
        "units"
    ]
    assert document["controls"]["files"] == {c.id: c.hash for c in CHECKS}
    result = document["results"]["aws/boxes/box_check"]
    assert result["counts"] == {
        "passed": 1, "failed": 1, "not_evaluated": 0, "waived": 0, "applicable": 2
    }  # fmt: skip
    (finding,) = result["findings"]
    assert (finding["uid"], finding["name"], finding["type"], finding["region"]) == (
        "arn:AwsBox:a", "a", "AwsBox", "eu-west-1",
    )  # fmt: skip
    assert (finding["status"], finding["evidence"]) == ("FAIL", {"open": True})


def test_runs_are_numbered_and_verified(estate: Estate) -> None:
    ours = reports(estate)
    report = ours.add("own", estate.connector)
    estate.evaluate(CHECKS)
    first, second = ours.run(report), ours.run(report)
    assert [r.number for r in ours.runs(report)] == [2, 1]
    assert ours.runs(report) == (second, first)
    assert first.score == Score(passed=1, failed=1, manual=1, not_covered=1)
    assert all(ours.verify(run) for run in (first, second))
    estate.run("MATCH (r:ReportRun {number: 1}) SET r.hash = 'changed'")
    (_, broken) = ours.runs(report)
    assert not ours.verify(broken)
    with pytest.raises(RunChanged, match="run 1 of own"):
        ours.read_run(report, 1)


def test_the_same_report_twice_is_refused(estate: Estate) -> None:
    ours = reports(estate)
    ours.add("own", estate.connector)
    with pytest.raises(ReportExists, match="own on a111111111111"):
        ours.add("own", estate.connector)
    assert len(ours.all()) == 1


def test_what_is_not_there_is_told(estate: Estate) -> None:
    ours = reports(estate, mandate(), mandate("azure-only", ("azure",)))
    with pytest.raises(
        NoSuchReport, match="no mandate is called 'missing': there are azure-only, own"
    ):
        ours.add("missing", estate.connector)
    with pytest.raises(NoSuchReport, match="azure-only is about azure"):
        ours.add("azure-only", estate.connector)
    report = ours.add("own", estate.connector)
    with pytest.raises(NotEvaluated, match="scan it first"):
        ours.run(report)
    with pytest.raises(NoSuchReport, match="no run 1"):
        ours.read_run(report, 1)


def test_what_was_recorded_counts_until_it_expires(estate: Estate) -> None:
    outcome = Outcome(
        mandate="own", requirement="3", connector=estate.connector.id, outcome=Verdict.PASS,
        note="Seen in the minutes of May", by="web", at=AT, expires_at=LATER,
    )  # fmt: skip
    record_outcome(estate.driver, mandate(), outcome)
    estate.evaluate(CHECKS)
    document = said(estate, reports(estate))
    assert verdicts(document)["3"] == "PASS"
    assert document["counts"]["passed"] == 2
    estate.evaluate(CHECKS, at=LATER)
    assert verdicts(said(estate, reports(estate)))["3"] == "MANUAL"


def test_an_outcome_of_nothing_is_refused(estate: Estate) -> None:
    outcome = Outcome(
        mandate="own", requirement="9", connector=estate.connector.id, outcome=Verdict.PASS,
        note="", by="web", at=AT,
    )  # fmt: skip
    with pytest.raises(BadOutcome, match="own has no requirement 9"):
        record_outcome(estate.driver, mandate(), outcome)


def test_what_is_waived_passes_and_says_so(estate: Estate) -> None:
    waiver = Waiver(
        id="w", control="aws/boxes/box_check", reason="On display", owner="web", expires_at=LATER
    )
    estate.evaluate(CHECKS, waivers=[waiver])
    document = said(estate, reports(estate))
    result = document["results"]["aws/boxes/box_check"]
    assert (result["verdict"], result["counts"]["waived"]) == ("PASS", 1)
    assert result["findings"][0]["waiver"] == "w"
    assert [w["id"] for w in document["waivers"]["set"]] == ["w"]


def test_a_control_in_three_mandates_is_asked_once(estate: Estate) -> None:
    done = estate.evaluate(CHECKS)
    assert len(done.ran) == 3
    ours = reports(estate, mandate("one"), mandate("two"), mandate("three"))
    for name in ("one", "two", "three"):
        ours.run(ours.add(name, estate.connector))
    assert len(estate.run("MATCH (v:Verdict) RETURN v.id")) == 3
    assert len(estate.run("MATCH (f:Finding) RETURN f.id")) == 1


def test_the_resources_behind_a_mandate(estate: Estate) -> None:
    estate.box("c", unread={"owner": "boxes:GetOwner"}, is_open=True)
    estate.node("AwsRoom", "r", "global")
    some = control(
        OPEN, name="some", applies="MATCH (b:AwsBox) WHERE b.name = 'a' RETURN b AS resource"
    )
    checks = [*CHECKS, some]
    estate.evaluate(checks)

    def page(**given: Any) -> dict[str | None, Counts]:
        found = judged_resources(estate.driver, checks, estate.connector.id, at=AT, **given)
        return {one.name: one.controls for one in found}

    assert page() == {
        "a": Counts(passed=2, failed=2),
        "b": Counts(passed=3),
        "c": Counts(passed=1, failed=1, not_evaluated=1),
    }
    assert list(page(most=2)) == ["a", "b"]
    assert list(page(after="arn:AwsBox:b")) == ["c"]


def test_remediation_has_the_resource_in_its_place() -> None:
    fix = remediation(CHECKS[0], {"name": "my box; rm -rf ~", "uid": "arn:aws:b:::x"})
    assert shlex.split(fix.cli)[:4] == ["box", "close", "--name", "my box; rm -rf ~"]
    assert fix.console == "Close my box; rm -rf ~."
    assert "{uid}" not in fix.cli
    assert "{uid}" in remediation(CHECKS[0], {"name": "b"}).cli


@pytest.mark.parametrize("name", ["it's", 'say "x"', "$(id)", "`id`", "a b", "\\", "plain"])
@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_a_name_never_leaves_its_place(name: str, quote: str) -> None:
    one = control(OPEN)
    cli = f"box close {quote}{{name}}{quote} --now"
    fixed = one.fix.model_copy(update={"cli": cli})
    changed = Control(**(one.__dict__ | {"fix": fixed}))
    done = remediation(changed, {"name": name}).cli
    out = subprocess.run(  # noqa: S603 - a shell that prints its own words
        ["/bin/sh", "-c", f'set -- {done}; for w in "$@"; do printf "%s\\n" "$w"; done'],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert out.stdout.splitlines() == ["box", "close", name, "--now"]
