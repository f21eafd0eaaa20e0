"""What an evaluation writes, leaves alone and closes; waivers; what is asked again."""

from __future__ import annotations

import dataclasses
import datetime
import json
from pathlib import Path
from typing import Any

import neo4j
import pytest

from controls.ask import Limits
from controls.finding import Finding
from controls.picture import digest
from controls.verdict import Counts, Status, Verdict
from controls.waivers import BadWaiver, Waiver, load, remove, store, stored
from tests.judged import AT, OPEN, PAPER, UNOWNED, Estate, control

ID = "aws/boxes/box_check"
LATER = AT + datetime.timedelta(days=1)


@pytest.fixture
def estate(graph: neo4j.Driver, tmp_path: Path) -> Estate:
    return Estate(graph, tmp_path)


def waiver(**said: Any) -> Waiver:
    plain: dict[str, Any] = {
        "id": "w1", "control": ID, "uid": "arn:AwsBox:a", "reason": "It is a display box",
        "owner": "web", "expires_at": LATER,
    }  # fmt: skip
    return Waiver(**(plain | said))


def changes(estate: Estate) -> list[tuple[str | None, str]]:
    rows = estate.lake.read("verdict_changes").to_pylist()
    return [(row["uid"] and row["uid"].split(":")[-1], row["status"]) for row in rows]


def test_an_unchanged_evaluation_writes_itself_and_nothing_else(estate: Estate) -> None:
    estate.box("a", is_open=True)
    estate.box("b", unread={"is_open": "boxes:GetState"})
    first = estate.evaluate([control(OPEN)])
    before = len(changes(estate))
    again = estate.evaluate([control(OPEN)], at=LATER)
    assert (first.opened, again.opened, again.changed, again.closed) == (2, 0, 0, 0)
    written = again.written
    assert (written.nodes, written.edges, written.removed, written.properties) == (0, 0, 0, 0)
    assert len(changes(estate)) == before
    (row,) = estate.run("MATCH (c:Connector)<-[:EVALUATION_OF]-(e {id: c.evaluation}) RETURN e.id")
    assert row["e.id"] == again.id


def test_a_finding_keeps_its_id_and_its_first_time(estate: Estate) -> None:
    estate.box("a", is_open=True)
    estate.evaluate([control(OPEN)])
    (first,) = estate.run("MATCH (f:Finding) RETURN f.id AS id, f.since AS since")
    estate.box("a", unread={"is_open": "boxes:GetState"})
    estate.run("MATCH (b:AwsBox) REMOVE b.is_open")
    estate.evaluate([control(OPEN)], at=LATER)
    (then,) = estate.run("MATCH (f:Finding) RETURN f.id AS id, f.since AS since, f.status AS s")
    assert (then["id"], then["since"], then["s"]) == (first["id"], first["since"], "NOT_EVALUATED")


def test_a_finding_that_another_evaluation_opened_meanwhile_is_one(estate: Estate) -> None:
    estate.box("a", is_open=True)
    estate.box("b", is_open=True)
    estate.evaluate([control(OPEN)])
    (there,) = estate.run("MATCH (f:Finding {uid: 'arn:AwsBox:a'}) RETURN f.id AS id")
    estate.run("MATCH (f:Finding) DETACH DELETE f")
    estate.run("CREATE (:Finding {id: $id})", id=there["id"])  # not among what stands
    estate.evaluate([control(OPEN)])
    assert estate.statuses() == {"a": "FAIL", "b": "FAIL"}
    (count,) = estate.run("MATCH (f:Finding)-[:OF]->(:Resource) RETURN count(f) AS n")
    assert count["n"] == 2


def test_what_is_fixed_goes_to_the_lake_and_leaves_the_graph(estate: Estate) -> None:
    estate.box("a", is_open=True)
    estate.evaluate([control(OPEN)])
    estate.box("a", is_open=False)
    done = estate.evaluate([control(OPEN)], at=LATER)
    assert (done.closed, estate.statuses()) == (1, {})
    assert changes(estate) == [("a", "FAIL"), (None, "FAIL"), ("a", "fixed"), (None, "PASS")]


def test_what_is_gone_is_not_called_fixed(estate: Estate) -> None:
    estate.box("a", is_open=True)
    estate.evaluate([control(OPEN)])
    estate.run("MATCH (b:AwsBox) DETACH DELETE b")
    estate.evaluate([control(OPEN)], at=LATER)
    assert ("a", "resource_gone") in changes(estate)


def test_what_is_made_again_is_another_finding(estate: Estate) -> None:
    estate.box("a", is_open=True)
    estate.evaluate([control(OPEN)])
    estate.box("a", is_open=True, incarnation="2")
    done = estate.evaluate([control(OPEN)], at=LATER)
    assert (done.opened, done.closed) == (1, 1)
    assert ("a", "resource_gone") in changes(estate)


def test_a_control_that_is_taken_away_takes_its_findings_along(estate: Estate) -> None:
    estate.box("a", is_open=True)
    estate.evaluate([control(OPEN)])
    estate.evaluate([], at=LATER)
    assert estate.run("MATCH (x:Finding|Verdict) RETURN x") == []
    assert changes(estate)[-2:] == [("a", "withdrawn"), (None, "withdrawn")]


def test_a_finding_whose_resource_came_back_is_tied_again(estate: Estate) -> None:
    estate.box("a", is_open=True)
    estate.evaluate([control(OPEN)])
    estate.run("MATCH (b:AwsBox) DETACH DELETE b")
    estate.box("a", is_open=True)
    estate.evaluate([control(OPEN)], at=LATER)
    assert len(estate.run("MATCH (:AwsBox)<-[:OF]-(f:Finding) RETURN f.id")) == 1


def test_a_waiver_counts_until_it_expires(estate: Estate) -> None:
    estate.box("a", is_open=True)
    store(estate.driver, [waiver()])
    said = estate.evaluate([control(OPEN)]).verdicts[ID]
    assert (said.verdict, said.counts) == (Verdict.PASS, Counts(waived=1))
    assert estate.statuses() == {"a": "WAIVED"}
    later = estate.evaluate([control(OPEN)], at=LATER, touched=())
    assert (later.verdicts[ID].verdict, later.ran) == (Verdict.FAIL, (ID,))


@pytest.mark.parametrize(
    ("said", "covers"),
    [
        ({"uid": None}, True),
        ({"uid": "arn:AwsBox:b"}, False),
        ({"connector": "aws:aws:111111111111"}, True),
        ({"connector": "aws:aws:222222222222"}, False),
        ({"incarnation": "1"}, True),
        ({"incarnation": "0"}, False),
        ({"control": "aws/boxes/other"}, False),
        ({"expires_at": AT}, False),
    ],
)
def test_a_waiver_covers_what_it_names(
    estate: Estate,
    said: dict[str, Any],
    covers: bool,  # noqa: FBT001 - a column of a table
) -> None:
    estate.box("a", is_open=True)
    estate.evaluate([control(OPEN)], waivers=[waiver(**said)])
    assert estate.statuses() == {"a": "WAIVED" if covers else "FAIL"}


def test_waivers_of_a_folder_are_kept_in_the_graph(estate: Estate, tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    text = (
        "- {id: w1, control: aws/boxes/box_check, reason: Because, owner: web,\n"
        "   expires_at: 2026-04-01T00:00:00Z}\n"
    )
    path.write_text(text)
    store(estate.driver, load([tmp_path]))
    assert [w.id for w in stored(estate.driver)] == ["w1"]
    path.write_text(text.replace("w1", "w2"))
    store(estate.driver, load([tmp_path]))
    assert [w.id for w in stored(estate.driver)] == ["w2"]
    assert remove(estate.driver, "w2")
    assert not remove(estate.driver, "w2")


def test_a_waiver_without_an_end_is_refused(tmp_path: Path) -> None:
    (tmp_path / "waivers.yaml").write_text("- {id: w, control: c, reason: r, owner: o}\n")
    with pytest.raises(BadWaiver, match=r"(?s)waivers\.yaml.*expires_at"):
        load([tmp_path])


def test_only_what_a_scan_touched_is_asked_again(estate: Estate) -> None:
    estate.box("a", is_open=True)
    controls = [control(OPEN), control(PAPER, name="paper"), control(UNOWNED, name="unowned")]
    estate.evaluate(controls)
    assert estate.evaluate(controls, touched=()).ran == ()
    assert estate.evaluate(controls, touched={"AwsLid"}).ran == ("aws/boxes/paper",)
    assert set(estate.evaluate(controls, touched={"AwsBox"}).ran) == {c.id for c in controls}
    rated = dataclasses.replace(controls[2], severity="low")
    done = estate.evaluate([*controls[:2], rated], touched=())
    assert done.ran == ("aws/boxes/unowned",)
    assert set(done.verdicts) == {c.id for c in controls}
    estate.unread("AwsLid")
    assert estate.evaluate([*controls[:2], rated], touched=()).ran == ("aws/boxes/paper",)


def test_what_uses_the_clock_is_asked_each_time(estate: Estate) -> None:
    old = (
        "MATCH (b:AwsBox) WHERE b.created_at < datetime() - duration({days: 90}) "
        "RETURN b AS resource"
    )
    estate.box("a", created_at=AT - datetime.timedelta(days=89))
    assert estate.evaluate([control(old)]).verdicts[ID].verdict == Verdict.PASS
    later = AT + datetime.timedelta(days=2)
    done = estate.evaluate([control(old)], at=later, touched=())
    assert (done.ran, done.verdicts[ID].verdict) == ((ID,), Verdict.FAIL)


def test_a_verdict_says_since_when(estate: Estate) -> None:
    estate.box("a", is_open=True)
    assert estate.evaluate([control(OPEN)]).verdicts[ID].since == AT
    estate.box("b", is_open=True)
    assert estate.evaluate([control(OPEN)], at=LATER).verdicts[ID].since == AT
    estate.run("MATCH (b:AwsBox) SET b.is_open = false")
    last = LATER + datetime.timedelta(days=1)
    assert estate.evaluate([control(OPEN)], at=last).verdicts[ID].since == last


def test_a_control_of_too_many_rows_is_an_error_of_its_own(estate: Estate) -> None:
    for name in "abc":
        estate.box(name, is_open=True)
    said = estate.evaluate([control(OPEN)], limits=Limits(rows=2)).verdicts[ID]
    assert (said.verdict, said.failed_to_run) == (Verdict.NOT_EVALUATED, True)
    assert "more than 2 resources" in (said.reason or "")


def test_evidence_of_every_kind_becomes_json(estate: Estate) -> None:
    box, lid = estate.box("a", created_at=AT), estate.node("AwsLid", "l")
    estate.edge(box, "CLOSED_BY", lid)
    query = (
        "MATCH path = (b:AwsBox)-[c:CLOSED_BY]->(l:AwsLid) RETURN b AS resource, "
        "{path: path, at: b.created_at, many: [1, 2.5, true, null], edge: c, "
        "odd: 0.0 / 0.0, long: duration('P1D')} AS evidence"
    )
    estate.evaluate([control(query)])
    (row,) = estate.run("MATCH (f:Finding) RETURN f.evidence AS evidence")
    said = json.loads(row["evidence"])
    assert [step.get("uid", step.get("type")) for step in said["path"]] == [
        "arn:AwsBox:a",
        "CLOSED_BY",
        "arn:AwsLid:l",
    ]
    assert said["at"].startswith("2026-03-01T12:00:00")
    assert (said["many"], said["odd"], said["long"]) == ([1, 2.5, True, None], "nan", "P1D")


def test_a_finding_keeps_its_id_and_hash_whatever_makes_them() -> None:
    found = Finding(
        control="a/b", connector="c", uid='ü"', incarnation="", status=Status.FAIL,
        severity="high", name=None, type="AwsBox", region="r", evidence='{"a":1}',
    )  # fmt: skip
    said = {
        "control": "a/b", "connector": "c", "uid": 'ü"', "incarnation": "", "status": "FAIL",
        "severity": "high", "type": "AwsBox", "region": "r", "evidence": '{"a":1}',
        "on_unit": False,
    }  # fmt: skip
    assert found.id == digest(["a/b", 'ü"', "", "c"])[:16]
    assert found.hash == found.row()["hash"] == digest(said)
