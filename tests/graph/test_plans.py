"""A statement over rows finds each row's nodes by an index, however small the graph is.

The planner of a nearly empty database holds going through all nodes for as cheap as a look into an
index, and the server keeps what it planned: a first scan then goes through all it has written, for
each row that it writes.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import neo4j
import pytest

import controls
import graph as graphs
from graph.migrate import migrate
from ingest.catalogue import discover

SCANS = ("NodeByLabelScan", "NodeIndexScan", "AllNodesScan", "RelationshipTypeScan")
SOME = """
CREATE (c:Connector {id: 'c', name: 'c'})
WITH c UNWIND range(1, 20) AS i
CREATE (n:Resource {uid: 'r' + i, name: 'r' + i, first_seen: datetime()})
CREATE (u:Unit {id: 'u' + i, connector: 'c', type: 'AwsBox', attempt: 1})-[:UNIT_OF]->(c)
CREATE (k:Control {id: 'k' + i}), (t:Tag {id: 't' + i, key: 't', value: 't'})
CREATE (f:Finding {id: 'f' + i, control: 'k' + i, connector: 'c', uid: 'r' + i})
CREATE (v:Verdict {id: 'v' + i, connector: 'c', control: 'k' + i}), (w:Waiver {id: 'w' + i})
CREATE (n)-[:SEEN_BY]->(u), (n)-[:TAGGED]->(t), (f)-[:OF]->(n), (f)-[:BY]->(k), (v)-[:BY]->(k)
"""
LEFT_OUT = {
    "controls.lint": "makes names known in a database of the tests",
    "controls.inventory": "part of a statement",
}
LISTS = ("rows", "uids", "ids", "units", "ticks", "tags", "connectors")
SINGLE = (
    "now", "at", "unit", "label", "scan", "connector", "take", "id", "was", "next", "lock", "most",
    "types",
)  # fmt: skip
GIVEN: dict[str, Any] = {name: [] for name in LISTS} | dict.fromkeys(SINGLE)


def statements() -> Iterator[tuple[str, str]]:
    """Yield the name and text of every statement that starts with rows."""
    for package in (graphs, controls):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if found.name in LEFT_OUT:
                continue
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                if name.isupper() and isinstance(value, str) and "UNWIND $" in value:
                    yield f"{found.name}.{name}", value


@pytest.fixture
def small(graph: neo4j.Driver) -> neo4j.Driver:
    migrate(graph, discover())
    graph.execute_query(SOME)
    graph.execute_query("CALL db.clearQueryCaches()")
    return graph


@pytest.mark.parametrize("text", [pytest.param(t, id=name) for name, t in statements()])
def test_rows_are_found_by_an_index(small: neo4j.Driver, text: Any) -> None:
    query = "EXPLAIN " + text.replace("$$TYPES", "IN|OUT")
    plan = small.execute_query(query, GIVEN).summary.plan
    assert plan
    operators = list(_operators(plan))
    assert not [o for o in operators if o.startswith(SCANS)], operators


def _operators(plan: dict[str, Any]) -> Iterator[str]:
    yield plan["operatorType"]
    for child in plan.get("children", ()):
        yield from _operators(child)
