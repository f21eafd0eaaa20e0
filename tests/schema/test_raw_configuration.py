"""What the cloud said of a resource, off the lake: one read for an answer, and never another's."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import neo4j
import pytest

from graph.lake import Lake
from schema.api import Api
from schema.reader import Reader
from schema.shelf import Configurations, Key, configurations
from schema.viewer import Viewer
from tests.schema.estate import CONNECTOR, SHELF, arn, full
from tests.widgets import CATALOGUE, Estate, ref, widget

THEIRS = "222222222222"
PAGE = "{ awsWidgets(first: %d) { nodes { name rawConfiguration } } }"


@dataclasses.dataclass
class Counted:
    """Reads, and counts how often."""

    read: Configurations
    reads: int = 0

    def __call__(
        self, keys: Collection[Key], connectors: frozenset[str] | None
    ) -> Mapping[Key, Any]:
        self.reads += 1
        return self.read(keys, connectors)


@pytest.fixture
def estate(graph: neo4j.Driver, tmp_path: Path) -> Estate:
    return Estate(graph, tmp_path)


def over(estate: Estate) -> tuple[Api, Counted]:
    counted = Counted(configurations(Lake(estate.folder / "lake")))
    shelf = dataclasses.replace(SHELF, configurations=counted)
    return Api(CATALOGUE, Reader(estate.driver), shelf), counted


def raw_of(asked: Api, name: str, **more: Any) -> Any:
    query = f'{{ resource(uid: "{name}") {{ uid rawConfiguration }} }}'
    result = asked.execute(query, **more)
    assert result.errors is None, result.errors
    found: Any = result.data
    return found["resource"] and found["resource"]["rawConfiguration"]


def test_a_resource_tells_what_was_said_when_it_last_changed(estate: Estate) -> None:
    estate.scan([full("w", raw={"Name": "w", "Color": "blue"}), full("other")])
    estate.scan([full("w", color="red", raw={"Name": "w", "Color": "red"}), full("other")])
    asked, _ = over(estate)
    assert raw_of(asked, arn("w")) == {"Name": "w", "Color": "red"}
    assert raw_of(asked, arn("w"), stock=True) == {"Name": "w", "Color": "red"}
    assert raw_of(asked, arn("f1")) is None  # not inventoried
    assert raw_of(asked, arn("nothing")) is None


def test_what_is_gone_says_nothing_until_it_is_there_again(estate: Estate) -> None:
    others = [widget("a", friends=[ref("w")]), widget("b")]
    w = widget("w", raw={"is": 1})
    estate.scan([*others, w])
    estate.scan(others)
    asked, _ = over(estate)
    assert raw_of(asked, arn("w")) is None  # `a` still points there, so the node is
    estate.scan([*others, w])
    assert raw_of(asked, arn("w")) == {"is": 1}


def test_a_page_is_one_read_however_many_rows_and_places(estate: Estate) -> None:
    names = [f"w{i:02}" for i in range(40)]
    estate.scan([widget(n, raw={"n": n}, friends=[ref("w00")]) for n in names])
    asked, counted = over(estate)
    found: Any = asked.execute(PAGE % 50).data
    assert {n["name"]: n["rawConfiguration"] for n in found["awsWidgets"]["nodes"]} == {
        name: {"n": name} for name in names
    }
    assert counted.reads == 1
    nested = """{ awsWidgets(first: 5) { nodes { again: rawConfiguration
      relationships(first: 3) { other { rawConfiguration ... on AwsWidget { name } } } } } }"""
    assert asked.execute(nested).errors is None
    assert counted.reads == 2
    assert asked.execute("{ awsWidgets(first: 50) { nodes { uid } } }").errors is None
    assert counted.reads == 2  # who does not ask for it pays nothing


def test_a_page_of_a_hundred_costs_too_much(estate: Estate) -> None:
    asked, counted = over(estate)
    assert asked.execute(PAGE % 99).errors is None
    (error,) = asked.execute(PAGE % 100).errors or []
    assert "rows, and a request may read" in error.message
    assert counted.reads == 0


@pytest.mark.promise("S9")
def test_nobody_is_told_what_another_connector_read(estate: Estate) -> None:
    shared = widget("both", THEIRS, raw={"canary": 1})
    estate.scan([shared, widget("theirs", THEIRS, raw={"canary": 2})], THEIRS)
    estate.scan([widget("ours", raw={"mine": 1}), shared])
    asked, _ = over(estate)
    ours = Viewer(name="ours", on={CONNECTOR: "viewer"})
    theirs = Viewer(name="theirs", on={f"aws:aws:{THEIRS}": "viewer"})
    assert raw_of(asked, arn("ours"), viewer=ours) == {"mine": 1}
    assert raw_of(asked, arn("theirs", THEIRS), viewer=ours) is None
    assert raw_of(asked, arn("both", THEIRS), viewer=ours) is None  # they see it, not its owner
    assert raw_of(asked, arn("both", THEIRS), viewer=theirs) == {"canary": 1}
    assert raw_of(asked, arn("ours"), viewer=theirs) is None
    assert raw_of(asked, arn("ours"), viewer=Viewer(name="nobody")) is None


@pytest.mark.promise("S11")
def test_what_was_secret_is_not_told(estate: Estate) -> None:
    canary = "hunter2-hunter2"
    said = {"Name": "w", "Password": canary, "Env": {"DB_PASSWORD": canary}}
    estate.scan([widget("w", raw=said)])
    asked, _ = over(estate)
    told = raw_of(asked, arn("w"))
    assert canary not in str(told)
    assert told["Name"] == "w"
