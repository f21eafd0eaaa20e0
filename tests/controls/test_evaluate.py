"""What an evaluation says of resources and controls, on a real graph."""

from __future__ import annotations

from pathlib import Path

import neo4j
import pytest

from controls.verdict import Counts, Verdict
from tests.judged import BARE, OPEN, PAPER, PUBLIC, UNOWNED, Estate, control

ID = "aws/boxes/box_check"


@pytest.fixture
def estate(graph: neo4j.Driver, tmp_path: Path) -> Estate:
    return Estate(graph, tmp_path)


def test_one_that_fails_fails_the_control_and_the_others_are_counted(estate: Estate) -> None:
    estate.box("a", is_open=True)
    estate.box("b", is_open=False)
    estate.box("c", "us-east-1", is_open=False)
    said = estate.evaluate([control(OPEN)]).verdicts[ID]
    assert (said.verdict, said.counts) == (Verdict.FAIL, Counts(passed=2, failed=1))
    assert estate.statuses() == {"a": "FAIL"}
    (finding,) = estate.run("MATCH (r)<-[:OF]-(f:Finding)-[:BY]->(c:Control) RETURN r.uid, f, c.id")
    assert finding["r.uid"] == "arn:AwsBox:a"
    assert finding["f"]["evidence"] == '{"open":true}'
    assert finding["c.id"] == ID


def test_all_pass(estate: Estate) -> None:
    estate.box("a", is_open=False)
    said = estate.evaluate([control(OPEN)]).verdicts[ID]
    assert (said.verdict, said.counts) == (Verdict.PASS, Counts(passed=1))
    assert estate.statuses() == {}


def test_nothing_applies(estate: Estate) -> None:
    said = estate.evaluate([control(OPEN)]).verdicts[ID]
    assert said.verdict == Verdict.NOT_APPLICABLE


@pytest.mark.parametrize("query", [OPEN, UNOWNED, BARE, PAPER, PUBLIC])
def test_what_is_read_and_right_passes(estate: Estate, query: str) -> None:
    box = estate.box("a", is_open=False, owner="web")
    lid = estate.node("AwsLid", "l", material="steel")
    room = estate.node("AwsRoom", "r", "global", is_public=False)
    estate.edge(box, "CLOSED_BY", lid)
    estate.edge(lid, "KEPT_IN", room)
    assert estate.evaluate([control(query)]).verdicts[ID].verdict == Verdict.PASS


def test_an_unread_field_of_its_own(estate: Estate) -> None:
    estate.box("a", unread={"is_open": "boxes:GetState"}, owner="web")
    said = estate.evaluate([control(OPEN)]).verdicts[ID]
    assert said.verdict == Verdict.NOT_EVALUATED
    assert "boxes:GetState" in (said.reason or "")
    other = estate.evaluate([control(UNOWNED)]).verdicts[ID]
    assert other.verdict == Verdict.PASS  # it does not read what is unread
