from __future__ import annotations

from pathlib import Path

import neo4j
import pytest

from controls.cases import parse_cases
from controls.mutate import fingerprint, prune, read_lock, record, survivors
from controls.mutations import mutants
from tests.controls.written import CASES, control


def changes(tmp_path: Path, query: str) -> list[str]:
    """Return what each mutant does to the query."""
    made = control(tmp_path, query)
    start = made.text.index(query)
    return [m.text[start:].strip() for m in mutants(made)]


def test_every_kind_of_change(tmp_path: Path) -> None:
    query = "MATCH (b:AwsS3Bucket) WHERE {} RETURN b AS resource"
    for predicate, expected in {
        "b.name = 'x'": {"b.name <> 'x'", "b.name = 'x~'", "true"},
        "b.size < 3": {"b.size <= 3", "b.size < 4", "b.size < 2", "true", "NOT (b.size < 3)"},
        "b.size >= 1.5": {
            "b.size > 1.5", "b.size >= 2.5", "b.size >= 0.5", "true", "NOT (b.size >= 1.5)",
        },
        "NOT b.flag": {"b.flag", "true"},
        "b.x IS NULL": {"b.x IS NOT NULL", "true"},
        "b.x IS NOT NULL": {"b.x IS NULL", "true"},
        "b.flag = true": {"b.flag <> true", "b.flag = false", "true"},
        "b.x AND b.y": {
            "b.x OR b.y", "true AND b.y", "b.x AND true", "NOT (b.x) AND b.y", "b.x AND NOT (b.y)",
        },
        "(b.x OR b.y)": {
            "(b.x AND b.y)", "(false OR b.y)", "(b.x OR false)", "(NOT (b.x) OR b.y)",
            "(b.x OR NOT (b.y))", "true", "NOT ((b.x OR b.y))",
        },
        "any(x IN b.l WHERE x = 'a')": {
            "all(x IN b.l WHERE x = 'a')", "any(x IN b.l WHERE x <> 'a')",
            "any(x IN b.l WHERE x = 'a~')", "any(x IN b.l WHERE true)", "true",
            "NOT (any(x IN b.l WHERE x = 'a'))",
        },
        "EXISTS { (b)-[:TAGGED]->(:Tag {key: 'a', value: 'b'}) }": {
            "EXISTS { (b)-[:TAGGED]->(:Tag {value: 'b'}) }",
            "EXISTS { (b)-[:TAGGED]->(:Tag {key: 'a'}) }",
            "EXISTS { (b)-[:TAGGED]->(:Tag {key: 'a~', value: 'b'}) }",
            "EXISTS { (b)-[:TAGGED]->(:Tag {key: 'a', value: 'b~'}) }",
            "true", "NOT (EXISTS { (b)-[:TAGGED]->(:Tag {key: 'a', value: 'b'}) })",
        },
    }.items():  # fmt: skip
        found = {" ".join(text.split()) for text in changes(tmp_path, query.format(predicate))}
        assert found == {query.format(new) for new in expected}


@pytest.mark.parametrize(
    "query",
    [
        (
            "WITH 90 AS days MATCH (b:AwsS3Bucket)-[:TAGGED]->(:Tag) WITH b, 3 AS three "
            "RETURN b AS resource, {a: any(x IN b.l WHERE x = 1 AND NOT x < 2), b: EXISTS { "
            "MATCH (b)-[:TAGGED]->(t) WHERE t.key = 'x' RETURN t }} AS evidence ORDER BY b.name"
        ),
        "MATCH p = (a:A)<-[:T]-(b:B)-[:S]->(c) // WHERE a = 1\nRETURN a AS resource",
    ],
)
def test_what_is_never_changed(tmp_path: Path, query: str) -> None:
    assert changes(tmp_path, query) == []


def test_the_second_half_of_a_union_is_changed(tmp_path: Path) -> None:
    query = """MATCH (b:A) RETURN b AS resource, {a: b.x = 1} AS evidence
    UNION MATCH (b:B {x: 1}) RETURN b AS resource, null AS evidence"""
    assert len(changes(tmp_path, query)) == 3


TWO = """MATCH (b:AwsS3Bucket)
WHERE NOT b.requires_tls{reason}
  AND b.versioning = 'Enabled'{other}
RETURN b AS resource"""
FAIL = "// fail: x\nCREATE (:AwsS3Bucket {requires_tls: false, versioning: 'Enabled'})\n"
PASSES = """// pass: tls
CREATE (:AwsS3Bucket {requires_tls: true, versioning: 'Enabled'})
// pass: not versioned
CREATE (:AwsS3Bucket {requires_tls: false, versioning: 'Suspended'})
"""


def test_a_missing_case_lets_mutants_live(driver: neo4j.Driver, tmp_path: Path) -> None:
    query = TWO.format(reason="", other="")
    weak = survivors(driver, control(tmp_path, query, cases=FAIL + PASSES[:82]))
    assert {(m.line, m.description) for m in weak.survivors} == {
        (11, "b . versioning = 'Enabled' dropped")
    }
    strong = survivors(driver, control(tmp_path, query, cases=FAIL + PASSES))
    assert (strong.survivors, strong.invalid, strong.killed) == ((), 0, strong.tried)
    assert strong.tried == 6


def test_a_reason_lets_the_mutants_of_its_line_live(driver: neo4j.Driver, tmp_path: Path) -> None:
    query = TWO.format(reason=" // survives: by rights", other=" // survives:")
    found = survivors(driver, control(tmp_path, query), parse_cases(FAIL))
    assert {m.line for m in found.allowed} == {10}
    assert {m.line for m in found.survivors} == {10, 11} - {10}


def test_a_mutant_that_ends_in_an_error_is_killed_and_no_cypher_is_counted(
    driver: neo4j.Driver, tmp_path: Path
) -> None:
    query = """MATCH (b:AwsS3Bucket)
    WHERE size(b.policy_public_actions) = 0 OR 1 / (size(b.policy_public_actions) - 1) > 0
    RETURN b AS resource"""
    cases = "// fail: x\nCREATE (:AwsS3Bucket {policy_public_actions: ['a', 'b']})"
    found = survivors(driver, control(tmp_path, query, cases=cases))
    assert found.tried == found.killed + len(found.survivors)
    assert found.killed


def test_the_lock_knows_what_changed(tmp_path: Path) -> None:
    lock, made = tmp_path / "mutation.lock", control(tmp_path, cases=CASES)
    record(made, lock)
    assert read_lock(lock) == {made.id: fingerprint(made)}
    made.cases_path.write_text(CASES + "\n")
    assert read_lock(lock)[made.id] != fingerprint(made)
    prune([], lock)
    assert read_lock(lock) == {}
