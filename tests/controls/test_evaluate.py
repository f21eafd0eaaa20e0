"""What an evaluation says of resources and controls, on a real graph."""

from __future__ import annotations

import dataclasses
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


def test_a_fail_stands_beside_what_is_unread_unless_absence_was_looked_for(estate: Estate) -> None:
    box = estate.box("a", is_open=True, unread={"kind": "boxes:GetKind"})
    either = "MATCH (b:AwsBox) WHERE b.is_open OR b.kind = 'x' RETURN b AS resource"
    assert estate.evaluate([control(either)]).verdicts[ID].verdict == Verdict.FAIL
    absent = "MATCH (b:AwsBox) WHERE b.is_open OR b.kind IS NULL RETURN b AS resource"
    said = estate.evaluate([control(absent)]).verdicts[ID]
    assert said.verdict == Verdict.NOT_EVALUATED
    assert estate.statuses() == {"a": "NOT_EVALUATED"}
    assert box


CRATELESS = """
MATCH (b:AwsBox) WHERE NOT EXISTS { MATCH (c:AzureCrate) WHERE c.name = b.name }
RETURN b AS resource
"""
CRATES = """
MERGE (c:Connector {id: 'azure:azure:s'})
MERGE (u:Unit {id: 'azure:azure:s|AzureCrate|global'})
SET u += {connector: 'azure:azure:s', type: 'AzureCrate', region: 'global', state: $state,
  call: 'crates:List', error: 'Forbidden'}
"""


def test_what_another_cloud_could_not_read_is_unread(estate: Estate) -> None:
    estate.box("a")
    for state, verdict in (
        ("complete", Verdict.FAIL), ("unread", Verdict.NOT_EVALUATED), ("complete", Verdict.FAIL),
    ):  # fmt: skip
        estate.run(CRATES, state=state)
        said = estate.evaluate([control(CRATELESS)]).verdicts[ID]
        assert said.verdict == verdict
        assert ("crates:List" in (said.reason or "")) is (state == "unread")


def test_what_another_cloud_has_is_asked_again_though_no_scan_of_ours_touched_it(
    estate: Estate,
) -> None:
    estate.box("a")
    estate.run(CRATES, state="complete")
    controls = [control(CRATELESS), control(OPEN, name="open")]
    estate.evaluate(controls)
    assert estate.statuses() == {"a": "FAIL"}
    estate.run("CREATE (:Resource:AzureCrate {uid: 'c', name: 'a'})")
    again = estate.evaluate(controls, touched=())
    assert again.ran == (ID,)
    assert again.verdicts[ID].verdict == Verdict.PASS


def test_an_unread_field_of_what_is_joined(estate: Estate) -> None:
    for name, unread in (("a", {"material": "boxes:GetMaterial"}), ("b", None)):
        box = estate.box(name)
        lid = estate.node("AwsLid", name, unread=unread)
        estate.edge(box, "CLOSED_BY", lid)
    said = estate.evaluate([control(PAPER)]).verdicts[ID]
    assert (said.verdict, said.counts) == (
        Verdict.NOT_EVALUATED,
        Counts(passed=1, not_evaluated=1),
    )
    assert estate.statuses() == {"a": "NOT_EVALUATED"}
    assert "boxes:GetMaterial" in (said.reason or "")


def test_an_unread_field_two_steps_away(estate: Estate) -> None:
    box, lid = estate.box("a"), estate.node("AwsLid", "l")
    room = estate.node("AwsRoom", "r", "global", unread={"is_public": "rooms:GetRoom"})
    estate.edge(box, "CLOSED_BY", lid)
    estate.edge(lid, "KEPT_IN", room)
    estate.box("b")
    said = estate.evaluate([control(PUBLIC)]).verdicts[ID]
    assert (said.counts.not_evaluated, said.counts.passed) == (1, 1)


@pytest.mark.parametrize(
    ("label", "region"), [("AwsBox", "eu-west-1"), ("AwsLid", "eu-west-1"), ("AwsRoom", "global")]
)
def test_one_region_refused(estate: Estate, label: str, region: str) -> None:
    estate.box("here")
    estate.box("there", "us-east-1")
    estate.unread(label, region)
    said = estate.evaluate([control(PUBLIC)]).verdicts[ID]
    assert said.verdict == Verdict.NOT_EVALUATED
    everywhere = region == "global"
    wanted = {"here", "there"} if everywhere else {"here"}
    found = {k for k in estate.statuses() if not k.startswith("111")}
    assert {name for name in found if name in {"here", "there"}} == wanted
    assert said.counts.passed == (0 if everywhere else 1)
    assert "boxes:List" in (said.reason or "")


def test_an_own_unit_that_is_unread_has_a_finding_of_its_own(estate: Estate) -> None:
    unit = estate.unread("AwsBox")
    said = estate.evaluate([control(OPEN)]).verdicts[ID]
    assert (said.verdict, said.counts.applicable) == (Verdict.NOT_EVALUATED, 0)
    (row,) = estate.run("MATCH (f:Finding)-[:OF]->(u:Unit) RETURN u.id AS id, f.reason AS reason")
    assert row["id"] == unit
    assert "boxes:ListBoxs: AccessDenied" in row["reason"]


def test_old_data_neither_fails_nor_passes(estate: Estate) -> None:
    estate.box("bad", is_open=True)
    estate.box("good", is_open=False)
    estate.unread("AwsBox")
    said = estate.evaluate([control(OPEN)]).verdicts[ID]
    assert said.counts == Counts(not_evaluated=2)
    (row,) = estate.run("MATCH (f:Finding {name: 'bad'}) RETURN f.evidence AS evidence")
    assert row["evidence"] == '{"open":true}'


def test_a_fail_does_not_rest_on_what_an_unread_unit_said_last(estate: Estate) -> None:
    box, lid = estate.box("a"), estate.node("AwsLid", "l", "us-east-1", material="paper")
    estate.edge(box, "CLOSED_BY", lid)
    assert estate.evaluate([control(PAPER)]).verdicts[ID].verdict == Verdict.FAIL
    estate.unread("AwsLid", "us-east-1")
    assert estate.evaluate([control(PAPER)]).verdicts[ID].verdict == Verdict.NOT_EVALUATED


def test_what_points_at_something_not_inventoried(estate: Estate) -> None:
    box = estate.box("a")
    estate.edge(box, "CLOSED_BY", "arn:AwsLid:elsewhere")
    assert estate.evaluate([control(PAPER)]).verdicts[ID].verdict == Verdict.PASS
    estate.unread("AwsLid", "us-east-1")
    said = estate.evaluate([control(PAPER)]).verdicts[ID]
    assert said.counts == Counts(not_evaluated=1)


def test_a_relationship_that_is_unread_on_the_far_side(estate: Estate) -> None:
    lids = "MATCH (l:AwsLid) WHERE NOT EXISTS { (:AwsBox)-[:CLOSED_BY]->(l) } RETURN l AS resource"
    estate.node("AwsLid", "l")
    estate.box("a", unread={"CLOSED_BY": "boxes:GetLid"})
    said = estate.evaluate([control(lids, resource="AwsLid")]).verdicts[ID]
    assert (said.verdict, said.counts) == (Verdict.NOT_EVALUATED, Counts(not_evaluated=1))


def test_what_is_read_but_joined_by_nothing(estate: Estate) -> None:
    beside = (
        "MATCH (b:AwsBox), (r:AwsRoom) WHERE r.name = b.kind AND r.is_public "
        "RETURN DISTINCT b AS resource"
    )
    estate.box("a", kind="x")
    estate.node("AwsRoom", "x", "global", is_public=False)
    assert estate.evaluate([control(beside)]).verdicts[ID].verdict == Verdict.PASS
    estate.node("AwsRoom", "y", "global", unread={"is_public": "rooms:GetRoom"})
    assert estate.evaluate([control(beside)]).verdicts[ID].verdict == Verdict.NOT_EVALUATED


@pytest.mark.parametrize("state", ["not_offered", "not_enabled"])
def test_a_region_without_the_service_is_a_fact(estate: Estate, state: str) -> None:
    estate.unit("AwsBox", "us-east-1", state)
    assert estate.evaluate([control(OPEN)]).verdicts[ID].verdict == Verdict.NOT_APPLICABLE
    estate.box("a", is_open=False)
    assert estate.evaluate([control(OPEN)]).verdicts[ID].verdict == Verdict.PASS


def test_what_the_user_left_out_takes_nothing_from_a_pass(estate: Estate) -> None:
    estate.unit("AwsBox", "us-east-1", "excluded")
    said = estate.evaluate([control(OPEN)]).verdicts[ID]
    assert (said.verdict, said.reason) == (Verdict.NOT_EVALUATED, "excluded by the user")
    estate.box("a", is_open=False)
    assert estate.evaluate([control(OPEN)]).verdicts[ID].verdict == Verdict.PASS


@pytest.mark.promise("R6")
def test_a_malformed_record_takes_the_pass_and_leaves_what_was_read(estate: Estate) -> None:
    estate.box("good", is_open=False)
    estate.unit("AwsBox", quarantined=2)
    said = estate.evaluate([control(OPEN)]).verdicts[ID]
    assert (said.verdict, said.counts) == (Verdict.NOT_EVALUATED, Counts(passed=1))
    assert "2 malformed in quarantine (AwsBox in eu-west-1)" in (said.reason or "")
    estate.box("bad", is_open=True)
    assert estate.evaluate([control(OPEN)]).verdicts[ID].verdict == Verdict.FAIL


@pytest.mark.promise("R6")
def test_a_malformed_record_of_what_would_be_joined(estate: Estate) -> None:
    box = estate.box("a")
    estate.edge(box, "CLOSED_BY", estate.node("AwsLid", "plain"))
    estate.unit("AwsLid", quarantined=1)
    said = estate.evaluate([control(PAPER)]).verdicts[ID]
    assert (said.verdict, said.counts) == (Verdict.NOT_EVALUATED, Counts(not_evaluated=1))
    estate.edge(box, "CLOSED_BY", estate.node("AwsLid", "paper", material="paper"))
    assert estate.evaluate([control(PAPER)]).verdicts[ID].verdict == Verdict.FAIL


APPLIES = "MATCH (b:AwsBox) WHERE b.kind = 'box' RETURN b AS resource"


def test_applies_narrows_what_is_counted(estate: Estate) -> None:
    estate.box("a", kind="box", is_open=True)
    estate.box("b", kind="box", is_open=False)
    estate.box("c", kind="bag", is_open=True)
    said = estate.evaluate([control(OPEN, applies=APPLIES)]).verdicts[ID]
    assert (said.verdict, said.counts) == (Verdict.FAIL, Counts(passed=1, failed=1))
    assert estate.statuses() == {"a": "FAIL"}


def test_what_may_or_may_not_apply_is_not_evaluated(estate: Estate) -> None:
    estate.box("a", unread={"kind": "boxes:GetKind"}, is_open=False)
    estate.box("b", kind="bag", unread={"is_open": "boxes:GetState"})
    said = estate.evaluate([control(OPEN, applies=APPLIES)]).verdicts[ID]
    assert said.counts == Counts(not_evaluated=1)
    assert estate.statuses() == {"a": "NOT_EVALUATED"}


def test_only_what_the_connector_sees_counts(estate: Estate) -> None:
    estate.box("a", is_open=True)
    other = Estate(estate.driver, estate.folder, "222222222222")
    other.box("b", is_open=True)
    assert estate.evaluate([control(OPEN)]).verdicts[ID].counts == Counts(failed=1)
    assert other.evaluate([control(OPEN)]).verdicts[ID].counts == Counts(failed=1)
    assert (estate.statuses(), other.statuses()) == ({"a": "FAIL"}, {"b": "FAIL"})


def test_a_thing_that_two_connectors_see_has_a_finding_of_each(estate: Estate) -> None:
    shared = estate.box("a", is_open=True)
    other = Estate(estate.driver, estate.folder, "222222222222")
    other.box("a", is_open=True)
    for one in (estate, other):
        assert one.evaluate([control(OPEN)]).verdicts[ID].verdict == Verdict.FAIL
    (row,) = estate.run("MATCH (f:Finding {uid: $uid}) RETURN count(f) AS many", uid=shared)
    assert row["many"] == 2


def test_a_type_that_was_never_read_is_not_evaluated(estate: Estate) -> None:
    estate.box("a")
    estate.run("MATCH (u:Unit {type: 'AwsLid'}) DETACH DELETE u")
    said = estate.evaluate([control(PAPER)]).verdicts[ID]
    assert said.verdict == Verdict.NOT_EVALUATED
    assert "AwsLid has never been read" in (said.reason or "")


def test_disabled_controls_and_those_of_other_clouds_say_nothing(estate: Estate) -> None:
    off = dataclasses.replace(control(OPEN), disabled=True)
    foreign = dataclasses.replace(control(OPEN), id="gcp/boxes/other")
    assert estate.evaluate([off, foreign]).verdicts == {}
