"""Relationships several steps away."""

from __future__ import annotations

from typing import Any

import neo4j
import pytest

from schema.api import Api
from schema.viewer import Viewer
from tests.schema.estate import CONNECTOR, api
from tests.widgets import Estate, arn, ref, widget

QUERY = """query ($uid: String!, $depth: Int, $type: String, $way: Direction) {
  resource(uid: $uid) { relationships(depth: $depth, type: $type, direction: $way, first: 100) {
    type direction distance path other { uid ... on AwsWidget { color } } } } }"""


@pytest.fixture(scope="module")
def asked(driver: neo4j.Driver, tmp_path_factory: pytest.TempPathFactory) -> Api:
    """Make a chain a-b-c-d by PART_OF; a KNOWS c and x, x KNOWS d; z of another is by c."""
    driver.execute_query("MATCH (n) DETACH DELETE n")
    estate = Estate(driver, tmp_path_factory.mktemp("estate"))
    tags = {"env": "prod"}  # what they share must not be a way from one to the other
    estate.scan([
        widget("a", parent=ref("b"), friends=[ref("c"), ref("x")], tags=tags),
        widget("b", parent=ref("c"), tags=tags), widget("c", parent=ref("d"), tags=tags),
        widget("d", color="red", tags=tags), widget("x", friends=[ref("d")], tags=tags),
        widget("far", tags=tags),
    ])  # fmt: skip
    other = "222222222222"
    estate.scan([widget("z", other, parent=ref("c")), widget("y", other, parent=ref("z", other))],
                other)  # fmt: skip
    return api(driver)


def found(asked: Api, name: str, viewer: Viewer | None = None, **given: Any) -> list[str]:
    viewer = viewer or Viewer(name="all", everywhere="viewer")
    given = {"uid": arn(name), **given}
    result = asked.execute(QUERY, given, viewer=viewer)
    assert result.errors is None, result.errors
    assert asked.execute(QUERY, given, viewer=viewer, stock=True).data == result.data
    data: Any = result.data
    told = []
    for one in data["resource"]["relationships"]:
        assert len(one["path"]) == one["distance"] + 1
        assert (one["path"][0], one["path"][-1]) == (arn(name), one["other"]["uid"])
        way = "".join(uid.rpartition("/")[2] for uid in one["path"])
        told.append(f"{way} {one['type']} {one['direction']}")
    return told


def test_one_step_is_what_it_was(asked: Api) -> None:
    expected = ["ac KNOWS OUT", "ax KNOWS OUT", "ab PART_OF OUT"]
    assert found(asked, "a") == found(asked, "a", depth=1) == expected


def test_each_step_goes_on_from_what_was_new(asked: Api) -> None:
    two = ["ac KNOWS OUT", "ax KNOWS OUT", "ab PART_OF OUT",
           "axd KNOWS OUT", "acz PART_OF IN", "acd PART_OF OUT"]  # fmt: skip
    assert sorted(found(asked, "a", depth=2)) == sorted(two)
    three = found(asked, "a", depth=3)
    assert three[:3] == two[:3]
    assert sorted(three) == sorted([*two, "aczy PART_OF IN"])


def test_type_and_direction_hold_at_each_step(asked: Api) -> None:
    assert found(asked, "a", depth=3, type="PART_OF", way="OUT") == [
        "ab PART_OF OUT", "abc PART_OF OUT", "abcd PART_OF OUT",
    ]  # fmt: skip
    assert found(asked, "d", depth=2, type="KNOWS", way="IN") == ["dx KNOWS IN", "dxa KNOWS IN"]
    assert found(asked, "far", depth=3) == []


def test_no_step_leads_through_what_is_not_seen(asked: Api) -> None:
    ours = Viewer(name="ours", on={CONNECTOR: "viewer"})
    assert [t for t in found(asked, "a", ours, depth=3) if "z" in t or "y" in t] == []
    assert len(found(asked, "a", ours, depth=3)) == 5


def test_it_nests_and_is_one_statement(asked: Api) -> None:
    query = """query ($uid: String!) { resource(uid: $uid) { uid
      near: relationships(depth: 2, first: 9) { distance other { uid
        relationships(depth: 3, first: 9) { distance path } } } } }"""
    before = asked.statements
    assert asked.execute(query, {"uid": arn("a")}).errors is None
    assert asked.statements == before + 1


@pytest.mark.parametrize("depth", [0, 4, -1])
def test_other_depths_are_refused(asked: Api, depth: int) -> None:
    (error,) = asked.execute(QUERY, {"uid": arn("a"), "depth": depth}).errors or []
    assert "between 1 and 3" in error.message
