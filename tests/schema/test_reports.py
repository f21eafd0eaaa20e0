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


STANDS = """query ($first: Int!) { report(mandate: "house", connector: "a111111111111") {
  summary { verdict score passed failed manual notEvaluated notApplicable notCovered }
  requirements { number verdict counts requirements { number title verdict assessment
    controls { controlId verdict severity since counts control { title }
      findings(first: $first) { uid evidence cypher resource { name
        relationships(first: 5) { type other { uid } } } }
      waived: findings(status: WAIVED) { id } } } } } }"""


def test_a_report_as_it_stands_leads_to_neighbours_in_one_statement(
    asked: Api, graph: neo4j.Driver
) -> None:
    before = asked.statements
    result = asked.execute(STANDS, {"first": 5})
    assert result.errors is None, result.errors
    assert asked.statements == before + 1
    assert asked.execute(STANDS, {"first": 5}, stock=True).data == result.data
    report: Any = (result.data or {})["report"]
    assert report["summary"] == {
        "verdict": "FAIL", "score": 0.0, "passed": 0, "failed": 1, "manual": 0,
        "notEvaluated": 0, "notApplicable": 0, "notCovered": 0,
    }  # fmt: skip
    (top,) = report["requirements"]
    (leaf,) = top["requirements"]
    (control,) = leaf["controls"]
    assert (top["verdict"], top["counts"]["failed"], leaf["verdict"]) == ("FAIL", 1, "FAIL")
    assert (control["controlId"], control["verdict"], control["waived"]) == (ID, "FAIL", [])
    assert (control["counts"]["failed"], control["counts"]["passed"]) == (1, 1)
    (finding,) = control["findings"]
    assert finding["resource"]["name"] == "w1"
    assert {one["type"] for one in finding["resource"]["relationships"]} == {"KNOWS", "PART_OF"}
    shown = graph.execute_query(finding["cypher"]).records
    assert {node["uid"] for row in shown for node in row["p"].nodes if "uid" in node} == {arn("w1")}
    assert len(shown) == 3


def test_what_stands_is_what_a_run_says(asked: Api) -> None:
    query = """{ report(mandate: "house", connector: "a111111111111") {
      summary { verdict score passed failed }
      run { verdict score passed failed } } }"""
    data: Any = asked.execute(query).data
    assert data["report"]["summary"] == data["report"]["run"]
