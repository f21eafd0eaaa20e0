"""Many connectors evaluated together are told what each would be told by itself."""

from __future__ import annotations

from pathlib import Path

import neo4j
import pytest

from controls.ahead import Ahead
from controls.ask import Limits
from controls.company import evaluate_company, groups
from controls.control import Control
from controls.evaluate import Evaluation
from controls.verdict import Verdict
from tests.judged import AT, BARE, CATALOGUE, OPEN, PAPER, Estate, control

APPLIES = '"MATCH (b:AwsBox) WHERE b.owner IS NOT NULL RETURN b AS resource"'
CONTROLS = [
    control(OPEN, name="open"),
    control(OPEN, name="open_owned", applies=APPLIES),
    control(BARE, name="bare"),
    control(PAPER, name="paper"),
    control("MATCH (b:AwsBox) WITH collect(b) AS all UNWIND all AS b RETURN b AS resource",
            name="not_anchored"),
]  # fmt: skip


@pytest.fixture
def company(graph: neo4j.Driver, tmp_path: Path) -> list[Estate]:
    """Give three accounts: a mixed one, one with what it could not read, an empty one."""
    found = [Estate(graph, tmp_path, account=str(n) * 12) for n in (1, 2, 3)]
    for estate in found[:2]:
        own = estate.account[0]
        estate.box(f"open{own}", is_open=True, owner="web")
        estate.box(f"closed{own}", is_open=False)
        estate.box(f"odd{own}", "us-east-1", unread={"is_open": "boxes:GetState"}, owner="web")
        lid = estate.node("AwsLid", f"lid{own}", material="paper")
        estate.edge(estate.box(f"lidded{own}", is_open=True), "CLOSED_BY", lid)
        estate.box("shared", is_open=True, owner="both")  # both have it in view
    found[1].unread("AwsLid", "us-east-1")
    return found


def together(
    company: list[Estate], controls: list[Control], limits: Limits | None = None
) -> dict[str, Evaluation]:
    first = company[0]
    said = evaluate_company(
        first.driver, first.lake, CATALOGUE, {c.id: c for c in controls},
        [estate.connector for estate in company], at=AT, limits=limits or Limits(),
    )  # fmt: skip
    return {evaluation.connector: evaluation for evaluation in said}


def test_it_says_what_each_would_be_told_by_itself(company: list[Estate]) -> None:
    said = together(company, CONTROLS)
    assert set(said) == {estate.connector.id for estate in company}
    assert said[company[0].connector.id].opened > 5
    for estate in company:
        alone = estate.evaluate(CONTROLS)
        at_once = said[estate.connector.id]
        assert (alone.opened, alone.changed, alone.closed) == (0, 0, 0)
        counts = {c: (v.verdict, v.counts) for c, v in alone.verdicts.items()}
        assert {c: (v.verdict, v.counts) for c, v in at_once.verdicts.items()} == counts
        assert alone.written.nodes == 0


def test_groups_are_told_what_one_group_is(
    company: list[Estate], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("controls.company.MOST_CONNECTORS", 2)
    said = together(company, CONTROLS)
    assert list(said) == [estate.connector.id for estate in company]
    for estate in company:
        alone = estate.evaluate(CONTROLS)
        assert (alone.opened, alone.changed, alone.closed) == (0, 0, 0)


def test_what_is_too_much_for_all_is_asked_of_each(company: list[Estate]) -> None:
    said = together(company, [control(OPEN)], Limits(rows=3))
    verdict = said[company[0].connector.id].verdicts["aws/boxes/box_check"]
    assert (verdict.verdict, verdict.failed_to_run) == (Verdict.FAIL, False)


def test_one_that_was_published_to_meanwhile_is_asked_again(company: list[Estate]) -> None:
    first = company[0]
    ahead = Ahead(first.driver, [e.connector for e in company], Limits())
    ahead.ask([control(OPEN)], AT)
    first.run(
        "MATCH (c:Connector {id: $id}) SET c.sequence = c.sequence + 2", id=first.connector.id
    )
    first.box("later", is_open=True)
    company[1].box("later too", is_open=True)  # by nobody who publishes: not seen
    first.evaluate([control(OPEN)], ahead=ahead)
    company[1].evaluate([control(OPEN)], ahead=ahead)
    assert "later" in first.statuses()
    assert "later too" not in company[1].statuses()


def test_a_large_account_is_asked_by_itself(
    company: list[Estate], monkeypatch: pytest.MonkeyPatch
) -> None:
    connectors = [estate.connector for estate in company]
    driver = company[0].driver
    assert [len(g) for g in groups(driver, connectors)] == [3]
    monkeypatch.setattr("controls.company.MOST_HELD", 7)
    assert [len(g) for g in groups(driver, connectors)] == [1, 2]
