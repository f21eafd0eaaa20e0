from __future__ import annotations

from pathlib import Path

import neo4j
import pytest

from controls.cases import Outcome, run_cases
from controls.lint import declare_tokens
from ingest.catalogue import discover
from tests.controls.written import CASES, QUERY, control


def outcomes(
    driver: neo4j.Driver, tmp_path: Path, cases: str, query: str = QUERY, more: str = ""
) -> tuple[Outcome, ...]:
    declare_tokens(driver, discover())
    return run_cases(driver, control(tmp_path, query, cases=cases, more=more), discover())


def node(**properties: object) -> str:
    said = ", ".join(f"{name}: {value}" for name, value in properties.items())
    return f"CREATE (:Resource:AwsS3Bucket {{{said}}})\n"


GOOD, BAD = node(uid="'a'", requires_tls="true"), node(uid="'b'", requires_tls="false")
SPARED = node(uid="'a'", requires_tls="true", expect="'pass'")


def test_good_cases_come_out_and_leave_nothing(graph: neo4j.Driver, tmp_path: Path) -> None:
    graph.execute_query("CREATE (:Resource:AwsS3Bucket {uid: 'theirs', requires_tls: false})")
    found = outcomes(graph, tmp_path, CASES)
    assert [(o.case.kind, o.case.title, o.case.line, o.why) for o in found] == [
        ("fail", "not required", 1, ""),
        ("pass", "required", 3, ""),
    ]
    rows = graph.execute_query("MATCH (n) RETURN n.uid AS uid").records
    assert [row["uid"] for row in rows] == ["theirs"]


@pytest.mark.parametrize(
    ("case", "why"),
    [
        (f"// fail: x\n{GOOD}", "a node passes that is to fail"),
        (f"// pass: x\n{BAD}", "a node fails that is to pass"),
        (f"// fail: x\n{GOOD}{BAD}", "a node passes that is to fail"),
        (f"// fail: x\n{SPARED}{BAD}", ""),
        ("// pass: x\nCREATE (:Resource:AwsKmsKey {uid: 'k'})", "makes no AwsS3Bucket: create one"),
        ("// pass: x\nCREATE (:AwsS3Bucket", "Neo4j refuses it: Invalid input"),
        (f"// unread: x\n{node(uid=1, unread=['requires_tls'])}", ""),
        (f"// unread: x\n{node(uid=1, unread=['policy'])}", "no node has an entry in `unread`"),
        (f"// unread: x\n{node(unread=['requires_tls'], requires_tls='true')}", "field is absent"),
        (("// pass: named, several\nCREATE (b:AwsS3Bucket {requires_tls: true}), "
         "(b)-[:TAGGED]->(:Tag), (c:AwsS3Bucket {requires_tls: true})-[:LOGS_TO]->(b);"), ""),
    ],
)  # fmt: skip
def test_how_a_case_comes_out(driver: neo4j.Driver, tmp_path: Path, case: str, why: str) -> None:
    (found,) = outcomes(driver, tmp_path, case)
    assert why in found.why
    assert found.ok is (not why)


def test_a_node_is_returned_once(driver: neo4j.Driver, tmp_path: Path) -> None:
    query = "MATCH (b:AwsS3Bucket)-[:TAGGED]->(:Tag) RETURN b AS resource"
    case = "// fail: x\nCREATE (b:AwsS3Bucket)-[:TAGGED]->(:Tag), (b)-[:TAGGED]->(:Tag)"
    (found,) = outcomes(driver, tmp_path, case, query)
    assert found.why == "a node is returned 2 times: use RETURN DISTINCT or EXISTS"


def test_what_it_does_not_apply_to_passes(driver: neo4j.Driver, tmp_path: Path) -> None:
    more = "applies: MATCH (b:AwsS3Bucket) WHERE b.versioning = 'Enabled' RETURN b AS resource\n"
    versioned = BAD.replace("{", "{versioning: 'Enabled', ")
    cases = f"// pass: x\n{BAD}// fail: y\n{versioned}"
    found = outcomes(driver, tmp_path, cases, more=more)
    assert [o.why for o in found] == ["", ""]


def test_the_clock_is_that_of_the_control(driver: neo4j.Driver, tmp_path: Path) -> None:
    query = """WITH 90 AS days MATCH (b:AwsS3Bucket)
    WHERE b.created_at <= datetime() - duration({days: days}) RETURN b AS resource"""
    ago = "datetime() - duration('P%dD')"
    cases = f"// fail: x\n{node(created_at=ago % 90)}// pass: y\n{node(created_at=ago % 89)}"
    assert [o.why for o in outcomes(driver, tmp_path, cases, query)] == ["", ""]
