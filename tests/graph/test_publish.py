"""What a publish writes, leaves alone and takes away."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import neo4j
import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.model import Document, Unread
from ingest.refusal import Refused
from tests.neo4j_fixture import wipe
from tests.widgets import Estate, arn, ref, widget

MADE = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
REFUSED_COLOR = Unread(call="widgets:GetColor", permission="widgets:GetColor", error="AccessDenied")
REFUSED_PARENT = Unread(
    call="widgets:GetParent", permission="widgets:GetParent", error="AccessDenied"
)


@pytest.fixture
def estate(graph: neo4j.Driver, tmp_path: Path) -> Estate:
    return Estate(graph, tmp_path)


def full(name: str, **fields: Any) -> Any:
    return widget(
        name,
        **{
            "color": "red", "size_gib": 4, "weight": 1.5, "is_round": True, "made_at": MADE,
            "labels": ["a", "b"], "policy": Document({"b": 1, "a": [None]}),
            "parent": ref("root"), "friends": [ref("f1", since=2001), ref("f2")],
            "tags": {"env": "prod", "owner": "web"}, **fields,
        },
    )  # fmt: skip


def test_every_kind_of_field_arrives(estate: Estate) -> None:
    estate.scan([full("one", owner=ref("boss"))])
    node = estate.node("one")
    assert node["labels"] == {"Resource", "AwsWidget"}
    assert node["first_seen"] is not None
    assert node["made_at"].to_native() == MADE
    assert {k: node[k] for k in ("uid", "name", "cloud", "partition", "account", "region")} == {
        "uid": arn("one"), "name": "one", "cloud": "aws", "partition": "aws",
        "account": "111111111111", "region": "eu-west-1",
    }  # fmt: skip
    assert (node["color"], node["size_gib"], node["weight"]) == ("red", 4, 1.5)
    assert (node["is_round"], node["labels"] and node["incarnation"]) == (True, "w-one")
    assert node["policy"] == '{"a":[null],"b":1}'
    _, edges = estate.dump()
    assert edges == [
        (arn("boss"), "OWNS", arn("one"), []),
        (arn("one"), "KNOWS", arn("f1"), [("since", 2001)]),
        (arn("one"), "KNOWS", arn("f2"), []),
        (arn("one"), "PART_OF", arn("root"), []),
        (arn("one"), "TAGGED", "env=prod", []),
        (arn("one"), "TAGGED", "owner=web", []),
    ]


def test_an_end_that_is_not_inventoried_is_unseen_until_its_record_arrives(estate: Estate) -> None:
    estate.scan([full("one")])
    assert estate.node("root")["labels"] == {"Resource", "Unseen"}
    estate.scan([full("one"), widget("root")])
    assert estate.node("root")["labels"] == {"Resource", "AwsWidget"}


def test_a_second_scan_writes_nothing(estate: Estate) -> None:
    records = [full(f"w{i}") for i in range(20)]
    first = estate.scan(records).written
    assert (first.nodes > 20, first.edges > 100) == (True, True)
    before = estate.dump()
    again = estate.scan(list(reversed(records))).written
    assert (again.nodes, again.edges, again.removed, again.properties) == (0, 0, 0, 0)
    assert estate.dump() == before


def test_a_change_writes_only_the_difference(estate: Estate) -> None:
    estate.scan([full("one"), full("two")])
    written = estate.scan(
        [full("one", color="blue", friends=[ref("f2")], tags={"env": "dev"}), full("two")]
    ).written
    assert (written.nodes, written.edges, written.removed) == (1, 1, 3)  # one friend, two tags
    node = estate.node("one")
    assert node["color"] == "blue"
    assert estate.node("f1")["labels"] == {"Resource", "Unseen"}  # two still knows it


def test_a_value_that_became_null_goes(estate: Estate) -> None:
    estate.scan([full("one")])
    seen = estate.node("one")["first_seen"]
    estate.scan([full("one", color=None, parent=None)])
    node = estate.node("one")
    assert "color" not in node
    assert node["first_seen"] == seen
    assert not any(t == "PART_OF" for _, t, _, _ in estate.dump()[1])


def test_an_unread_field_is_absent_and_its_edges_stay_marked(estate: Estate) -> None:
    estate.scan([full("one")])
    estate.scan([full("one", color=REFUSED_COLOR, parent=REFUSED_PARENT)])
    node = estate.node("one")
    assert "color" not in node
    assert node["unread"] == ["PART_OF", "color"]
    assert node["unread_why"] == [
        "PART_OF: widgets:GetParent: AccessDenied",
        "color: widgets:GetColor: AccessDenied",
    ]
    assert (arn("one"), "PART_OF", arn("root"), [("stale", True)]) in estate.dump()[1]
    assert estate.scan([full("one", color=REFUSED_COLOR, parent=REFUSED_PARENT)]).written.nodes == 0
    estate.scan([full("one")])
    assert "unread" not in estate.node("one")
    assert (arn("one"), "PART_OF", arn("root"), []) in estate.dump()[1]


def test_unread_tags_stay(estate: Estate) -> None:
    estate.scan([full("one")])
    estate.scan([full("one", tags=REFUSED_COLOR)])
    assert estate.node("one")["unread"] == ["TAGGED"]
    assert (arn("one"), "TAGGED", "env=prod", []) in estate.dump()[1]


def test_a_refused_listing_changes_nothing(estate: Estate) -> None:
    estate.scan([full("one")])
    before = estate.dump()
    written = estate.scan(Refused("widgets:ListWidgets", "AccessDenied")).written
    assert (written.nodes, written.edges, written.removed, written.properties) == (0, 0, 0, 0)
    assert estate.dump() == before
    (unit,) = estate.scans.units(estate.connector())
    assert (unit["state"], unit["call"], unit["error"], unit["count"]) == (
        "unread", "widgets:ListWidgets", "AccessDenied", 1,
    )  # fmt: skip


def test_what_vanished_is_swept_and_stays_unseen_while_pointed_at(estate: Estate) -> None:
    estate.scan([full("one"), widget("root"), widget("lonely", tags={"x": "y"})])
    written = estate.scan([full("one")]).written
    assert written.removed > 0
    assert estate.node("lonely") == {}
    root = estate.node("root")
    assert root["labels"] == {"Resource", "Unseen"}
    assert set(root) == {"uid", "first_seen", "labels"}
    tags = estate.driver.execute_query("MATCH (t:Tag {key: 'x'}) RETURN count(t) AS n").records
    assert tags[0]["n"] == 0


def test_a_sweep_of_more_than_half_of_a_large_unit_is_held(estate: Estate) -> None:
    many = [widget(f"w{i}") for i in range(150)]
    estate.scan(many)
    published = estate.scan(many[:10])
    assert list(published.held.values()) == [140]
    assert len(estate.dump()[0]) == 150
    (unit,) = estate.scans.units(estate.connector())
    assert unit["held_sweep"] == 140
    estate.scan(many[:10], sweep_large=True)
    assert len(estate.dump()[0]) == 10


@pytest.mark.promise("R7")
def test_two_viewers_have_one_node_and_one_owner(estate: Estate) -> None:
    a, b = "111111111111", "222222222222"
    mine = full("one")
    theirs = widget("one", account=a, color="guessed")
    estate.scan([mine], account=a)
    estate.scan([theirs, widget("two", account=b)], account=b)
    assert estate.node("one")["color"] == "red"
    for account, records in ((a, [mine]), (b, [theirs, widget("two", account=b)])):
        written = estate.scan(records, account=account).written
        assert (written.nodes, written.edges, written.removed, written.properties) == (0, 0, 0, 0)
    before = estate.dump()
    changed = widget("one", account=a, color="guessed again")
    estate.scan([changed, widget("two", account=b)], account=b)
    assert estate.dump() == before  # what b thinks of it takes nothing from a
    estate.scan([], account=a)
    assert "uid" in estate.node("one")  # b still sees it
    estate.scan([widget("two", account=b)], account=b)
    assert estate.node("one") == {}


def test_a_record_that_does_not_fit_is_quarantined_redacted_and_the_rest_goes_on(
    estate: Estate,
) -> None:
    bad = widget("bad", size_gib="four", raw={"Name": "bad", "Secrets": {"k": "canary-1"}})
    estate.scan([widget("good"), bad])
    assert estate.node("bad") == {}
    assert estate.node("good")["name"] == "good"
    rows = estate.lake.read("quarantine").to_pylist()
    assert [r["error"] for r in rows] == ["AwsWidget.size_gib: int is declared, str came"]
    kept = orjson.loads(rows[0]["record"])
    assert kept["Name"] == "bad"
    assert kept["Secrets"]["k"].startswith("redacted:")


@pytest.mark.promise("R6")
def test_what_became_malformed_is_not_swept(estate: Estate) -> None:
    estate.scan([widget("good"), widget("one")])
    published = estate.scan([widget("good"), widget("one", size_gib="four")])
    assert list(published.held.values()) == [1]
    assert estate.node("one")["labels"] == {"Resource", "AwsWidget"}
    estate.scan([widget("good")])
    assert estate.node("one") == {}


def test_the_lake_has_every_change(estate: Estate) -> None:
    estate.scan([full("one"), full("two")])
    estate.scan([full("one", color="blue", parent=None)])
    changes = estate.lake.read("resource_changes").to_pylist()
    assert sorted((c["uid"], c["change"]) for c in changes) == [
        (arn("one"), "added"), (arn("one"), "changed"), (arn("two"), "added"),
        (arn("two"), "removed"),
    ]  # fmt: skip
    gone = [e for e in estate.lake.read("edge_changes").to_pylist() if e["change"] == "removed"]
    assert {(e["source"], e["type"], e["target"]) for e in gone} == {
        (arn("one"), "PART_OF", arn("root")),
        (arn("two"), "PART_OF", arn("root")),
        (arn("two"), "KNOWS", arn("f1")),
        (arn("two"), "KNOWS", arn("f2")),
    }


NAMES = st.sampled_from(["a", "b", "c", "d"])
RECORDS = st.lists(
    st.builds(
        lambda name, color, parent, friends, owner, tags: widget(
            name, color=color, parent=parent and ref(parent), friends=[ref(f) for f in friends],
            owner=owner and ref(owner), tags=tags,
        ),
        NAMES, st.sampled_from([None, "red", REFUSED_COLOR]), st.none() | NAMES,
        st.sets(NAMES), st.none() | NAMES,
        st.dictionaries(st.sampled_from("xy"), st.sampled_from("12")),
    ),
    max_size=5, unique_by=lambda w: w.arn,
)  # fmt: skip


@pytest.mark.promise("R9")
@settings(
    max_examples=15, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(before=RECORDS, after=RECORDS, data=st.data())
def test_same_input_in_any_order_and_repetition_gives_the_same_graph(
    driver: neo4j.Driver, tmp_path_factory: pytest.TempPathFactory, before: list[Any],
    after: list[Any], data: st.DataObject,
) -> None:  # fmt: skip
    wipe(driver)
    estate = Estate(driver, tmp_path_factory.mktemp("direct"))
    estate.scan(after)
    wanted = estate.dump()
    wipe(driver)
    estate = Estate(driver, tmp_path_factory.mktemp("roundabout"))
    estate.scan(before)
    estate.scan(data.draw(st.permutations([*after, *after])))
    estate.scan(data.draw(st.permutations(after)))
    assert estate.dump() == wanted
