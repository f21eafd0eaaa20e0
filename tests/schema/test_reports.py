"""Findings and reports as the real evaluation writes them, asked for by GraphQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import neo4j
import pytest

from controls.evaluate import evaluate
from controls.report import Reports
from schema.api import Api
from schema.reader import Reader
from schema.shelf import Shelf, documents
from tests.schema.estate import HOUSE, ID, RED, SHELF, full
from tests.widgets import CATALOGUE, Estate, arn, widget

QUERY = """query ($uid: String!) { report(mandate: "house", connector: "a111111111111") {
  mandateId mandate { title } connector { state }
  findings { resource { uid ... on AwsWidget { parent { name } } } control { title } }
  verdicts { verdict failed passed control { id } }
  runs { number } first: run(number: 1) { verdict passed failed manual notCovered score
    document
    requirements { number verdict results { verdict } requirements { number assessment verdict
      results { controlId control { title } verdict counts findings { uid status evidence } }
      requirements { number } } } } }
  resource(uid: $uid) { findings { status evidence since control { why } } } }"""


@pytest.fixture
def asked(graph: neo4j.Driver, tmp_path: Path) -> Api:
    estate = Estate(graph, tmp_path)
    estate.scan([widget("root", color="red"), full("w1")])
    connector = estate.connector()
    evaluate(graph, estate.lake, CATALOGUE, {ID: RED}, connector)
    reports = Reports(graph, estate.lake, {"house": HOUSE}, {ID: RED})
    report = reports.add("house", connector)
    for _ in range(2):
        reports.run(report)
    shelf = Shelf(
        controls=SHELF.controls,
        policies=SHELF.policies,
        mandates=SHELF.mandates,
        document=documents(estate.lake),
    )
    return Api(CATALOGUE, Reader(graph), shelf)


def test_from_report_to_requirement_to_control_to_resource_to_neighbour(asked: Api) -> None:
    result = asked.execute(QUERY, {"uid": arn("w1")})
    assert result.errors is None, result.errors
    assert asked.execute(QUERY, {"uid": arn("w1")}, stock=True).data == result.data
    data: Any = result.data
    report, said = data["report"], data["report"]["first"]
    assert report["findings"] == [
        {
            "resource": {"uid": arn("w1"), "parent": {"name": "root"}},
            "control": {"title": "Widgets are red"},
        }
    ]
    assert report["verdicts"] == [
        {"verdict": "FAIL", "failed": 1, "passed": 1, "control": {"id": ID}}
    ]
    assert (report["runs"], said["verdict"]) == ([{"number": 2}, {"number": 1}], "FAIL")
    assert (said["failed"], said["passed"], said["score"]) == (1, 0, 0.0)
    (top,) = said["requirements"]
    (leaf,) = top["requirements"]
    (found,) = leaf["results"]
    assert (top["verdict"], top["results"], leaf["number"]) == ("FAIL", [], "1.1")
    assert found["control"] == {"title": "Widgets are red"}
    assert [(f["uid"], f["status"]) for f in found["findings"]] == [(arn("w1"), "FAIL")]
    assert found["findings"][0]["evidence"] == {"actual": "blue", "expected": "red"}
    (finding,) = data["resource"]["findings"]
    assert finding["evidence"] == {"actual": "blue", "expected": "red"}
    assert "results" in said["document"]
    assert "results" not in said["document"]["requirements"][0]["requirements"][0]


def test_a_run_that_is_not_in_the_lake_has_no_document(asked: Api, graph: neo4j.Driver) -> None:
    graph.execute_query("MATCH (r:ReportRun {number: 1}) SET r.hash = 'another'")
    query = (
        '{ report(mandate: "house", connector: "a111111111111") '
        "{ run(number: 1) { document requirements { number } } } }"
    )
    result = asked.execute(query)
    assert result.errors is None
    assert result.data == {"report": {"run": {"document": None, "requirements": []}}}
