"""Who sees little is answered from what their connectors list, and the same as by any other way."""

from __future__ import annotations

from typing import Any

import neo4j
import pytest

from schema import visible
from schema.viewer import LOCAL, Viewer
from tests.schema.estate import CONNECTOR, api, full
from tests.widgets import Estate, ref, widget

THEIRS = "222222222222"
MEETING = """
MATCH (ours:AwsWidget {name: 'w0003'}), (theirs:AwsWidget {name: 'theirs'})
CREATE (here:Resource {uid: 'ip:1', cloud: 'internet', name: 'w1'}),
  (there:Resource {uid: 'ip:2', cloud: 'internet', name: 'w2'})
CREATE (ours)-[:KNOWS]->(here)<-[:KNOWS]-(theirs)-[:KNOWS]->(there)
"""
VIEWERS = (
    Viewer(name="ours", on={CONNECTOR: "viewer"}),
    Viewer(name="theirs", on={f"aws:aws:{THEIRS}": "viewer"}),
    Viewer(name="both", on={CONNECTOR: "viewer", f"aws:aws:{THEIRS}": "admin"}),
    Viewer(name="nobody"),
)
PAGE = "{ totalCount pageInfo { hasNextPage endCursor } nodes { uid name } }"
ASKED = (
    "resources(first: 4%s)", "awsWidgets(first: 4%s)", 'resources(first: 4, type: "AwsWidget"%s)',
    'resources(first: 2, type: "UnseenResource"%s)',
    'resources(first: 3, where: {nameIs: {contains: "W"}}%s)',
    'awsWidgets(first: 3, where: {tags: {key: "env", value: "prod"}}%s)',
    'resources(first: 3, where: {any: [{name: "w0001"}, {tags: {key: "owner"}}]}%s)',
)  # fmt: skip


@pytest.fixture(scope="module")
def crowd(driver: neo4j.Driver, tmp_path_factory: pytest.TempPathFactory) -> neo4j.Driver:
    driver.execute_query("MATCH (n) DETACH DELETE n")
    estate = Estate(driver, tmp_path_factory.mktemp("estate"))
    shared = widget("both", THEIRS, tags={"env": "prod"})
    estate.scan([*(full(f"w{i:04}") for i in range(9)), shared])
    estate.scan([*(full(f"e{i:04}") for i in range(3))], region="eu-north-1")
    estate.scan([widget("theirs", THEIRS, friends=[ref("x"), ref("w0000")]), shared], THEIRS)
    driver.execute_query(MEETING)
    return driver


def pages(driver: neo4j.Driver, viewer: Viewer, asked: str) -> list[Any]:
    """Return all pages of a list."""
    served, found, after = api(driver), [], ""
    while True:
        result = served.execute(f"{{ page: {asked % after} {PAGE} }}", viewer=viewer)
        assert result.errors is None, result.errors
        assert result.data
        page = result.data["page"]
        cursor = page["pageInfo"].pop("endCursor")
        found.append(page)
        if not page["pageInfo"]["hasNextPage"]:
            return found
        after = f', after: "{cursor}"'


@pytest.mark.promise("S9")
@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("viewer", VIEWERS, ids=lambda viewer: viewer.name)
def test_both_ways_lead_to_the_same(
    crowd: neo4j.Driver, viewer: Viewer, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from_units = pages(crowd, viewer, asked)
    monkeypatch.setattr(visible, "FEW", -1)
    through_all = pages(crowd, viewer, asked)
    assert from_units == through_all
    if viewer.is_stranger:
        assert [page["totalCount"] for page in from_units] == [0]


def test_how_much_is_held_is_looked_at_once_a_minute(crowd: neo4j.Driver) -> None:
    served = api(crowd)
    for _ in range(3):
        served.execute("{ resources(first: 2) { nodes { uid } } }", viewer=VIEWERS[0])
    assert served.statements == 3 + 1
    served.execute("{ resources(first: 2) { nodes { uid } } }", viewer=LOCAL)
    served.execute("{ connectors { id } }", viewer=VIEWERS[1])
    assert served.statements == 3 + 1 + 2
