"""Schemathesis asks the real app whatever its schema allows: no failure of ours, nothing told.

Bounded: so many cases of each of a few root fields, those that stand for all others.
"""

from __future__ import annotations

import json
from typing import Any

import neo4j
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from server.api import create_app
from tests.schema.estate import SHELF, judged
from tests.widgets import CATALOGUE

FIELDS = (
    "awsWidgets", "resources", "resource", "search", "findings", "units", "report", "connectors",
    "verdicts", "control",
)  # fmt: skip
INSIDE = ("Traceback", "neo4j.", "MATCH (", "CypherSyntax", "site-packages", 'File "')


schemathesis.graphql.scalar(
    "Long", st.integers(-(2**65), 2**65).map(schemathesis.graphql.nodes.Int)
)
schemathesis.graphql.scalar("DateTime", st.text().map(schemathesis.graphql.nodes.String))
schemathesis.graphql.scalar("JSON", st.text().map(schemathesis.graphql.nodes.String))


@pytest.fixture(scope="module")
def app(driver: neo4j.Driver, tmp_path_factory: pytest.TempPathFactory) -> Starlette:
    driver.execute_query("MATCH (n) DETACH DELETE n")
    judged(driver, tmp_path_factory.mktemp("estate"))
    return create_app(driver, CATALOGUE, SHELF, hosts=("testserver",))


@pytest.mark.parametrize("field", FIELDS)
def test_whatever_is_asked_is_answered(app: Starlette, field: str) -> None:
    client = TestClient(app)
    sdl = client.get("/schema.graphql").text
    schema = schemathesis.graphql.from_file(sdl)
    found: list[Any] = list(schema.get_all_operations())
    operations = {one.ok().label: one.ok() for one in found}

    @given(case=operations[f"Query.{field}"].as_strategy())
    @settings(
        max_examples=10, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def ask(case: Any) -> None:
        answer = client.post("/graphql", json={"query": case.body})
        assert answer.status_code == 200, answer.text
        said: Any = answer.json()
        told = json.dumps(said.get("errors", []))
        assert "inside" not in told, (case.body, told)
        assert not [sign for sign in INSIDE if sign in told], told
        assert said["data"] is not None or said["errors"]

    ask()
