from __future__ import annotations

import re
from pathlib import Path

import neo4j
import pytest

from controls.lint import Problem, lint
from controls.load import read
from controls.tokens import scan
from ingest.catalogue import discover
from tests.controls.written import CASES, QUERY, control

BUCKETS = "MATCH (b:AwsS3Bucket) "
RETURN = " RETURN b AS resource"


def problems(driver: neo4j.Driver, tmp_path: Path, query: str, **options: str) -> list[Problem]:
    return lint(driver, control(tmp_path, query, **options), discover())


def test_a_good_control_has_no_problem(driver: neo4j.Driver, tmp_path: Path) -> None:
    assert problems(driver, tmp_path, QUERY) == []
    many = """// it's fine: $no, rand()
    WITH ['$x', "rand()"] AS words, 22 AS port
    MATCH (b:AwsS3Bucket)-[:ENCRYPTED_BY|LOGS_TO]->(x), (`odd ``name`:AwsSecurityGroup)
    WHERE b.name IN words AND b.created_at < datetime() - duration({days: port})
      AND words[0] = b.name AND b.created_at > date('2020-01-01')
    OPTIONAL MATCH (b)-[:TAGGED]->(t:Tag) WITH b, collect(t) AS tags WHERE size(tags) = 0
    RETURN b AS resource, {tags: [t IN tags | t.key]} AS evidence"""
    assert problems(driver, tmp_path, many) == []


# What is wrong, the rule that says so, where, and a part of what it says.
WRONG: list[tuple[str, str, str, str]] = [
    ("MATCH (b:AwsS3Bucket", "syntax", "10:1", "correct it"),
    (BUCKETS + "WHERE b.requires_tsl" + RETURN, "unknown", "9:31", "`requires_tsl` does not exist"),
    ("MATCH (b:AwsS3Bukket)" + RETURN, "unknown", "9:10", "label: The label `AwsS3Bukket`"),
    (BUCKETS + "WHERE (b)-[:LOGS]->()" + RETURN, "unknown", "9:35", "type `LOGS` does not exist"),
    (BUCKETS + "WHERE b.is_egress" + RETURN, "undeclared", "9:31", "AwsS3Bucket.is_egress"),
    (BUCKETS + "WHERE (b)-[:HAS_RULE]->()" + RETURN, "undeclared", "9:35", "-[HAS_RULE]->"),
    (BUCKETS + "RETURN b", "columns", "9:30", "returns 'b'"),
    (BUCKETS + "RETURN b AS resource, 1 AS x", "columns", "9:50", "`resource` and `evidence`"),
    (BUCKETS + "RETURN b.name AS resource", "resource", "9:40", "`resource` is no node"),
    ("MATCH (b:AwsKmsKey)" + RETURN, "resource", "9:33", "AwsKmsKey, not AwsS3Bucket"),
    (BUCKETS + "WHERE b.name = $name" + RETURN, "parameter", "9:38", "WITH 90 AS days"),
    (BUCKETS + "WHERE rand() > 1" + RETURN, "clock", "9:29", "differs every time"),
    (BUCKETS + "WHERE b.created_at < date()" + RETURN, "clock", "9:44", "only one"),
    (BUCKETS + "WHERE timestamp() > 1" + RETURN, "clock", "9:29", "only one"),
    (BUCKETS + "WHERE b.created_at < datetime.realtime()" + RETURN, "clock", "9:44", "only one"),
    (BUCKETS + "WHERE b.created_at < datetime({timezone: 'Z'})" + RETURN, "clock", "9:44", "only"),
    (BUCKETS + "WHERE b.created_at < date.truncate('day')" + RETURN, "clock", "9:44", "only one"),
    (BUCKETS + "WHERE size(keys(b)) > 1" + RETURN, "hides", "9:34", "keys() hides"),
    (BUCKETS + "WHERE properties(b).x = 1" + RETURN, "hides", "9:29", "properties() hides"),
    (BUCKETS + "WHERE b['na' + 'me'] = 1" + RETURN, "hides", "9:30", "write .property"),
    (BUCKETS + "WITH b, b {.*} AS m WHERE m.name = 1" + RETURN, "hides", "9:34", "`.*` hides"),
    (BUCKETS + "WHERE (b)-->()" + RETURN, "hides", "9:32", "write -[:TYPE]-"),
    (BUCKETS + "WHERE (b)--(:Tag)" + RETURN, "hides", "9:32", "write -[:TYPE]-"),
    (BUCKETS + "MATCH (b)-[r]->(:Tag)" + RETURN, "hides", "9:33", "write [:TYPE]"),
    (BUCKETS + "MATCH (b)-[*1..2]->(:Tag)" + RETURN, "hides", "9:33", "write [:TYPE]"),
    (BUCKETS + "MATCH (b)-[:!TAGGED]->(:Tag)" + RETURN, "hides", "9:33", "write [:TYPE]"),
    (BUCKETS + "SET b.name = 'x'" + RETURN, "writes", "9:1", "a control only reads"),
    (BUCKETS + "DETACH DELETE b" + RETURN, "writes", "9:1", "a control only reads"),
    ("LOAD CSV FROM 'file:///etc/passwd' AS l MATCH (b:AwsS3Bucket)" + RETURN, "operator", "9:1",
     "LoadCSV is not allowed"),
    ("CALL db.labels() YIELD label " + BUCKETS + RETURN, "operator", "9:1", "ProcedureCall"),
    ("SHOW SETTINGS YIELD name AS resource", "operator", "9:1", "ShowSetting"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "rule", "place", "told"), WRONG)
def test_what_is_wrong_is_told_with_its_place(
    driver: neo4j.Driver, tmp_path: Path, query: str, rule: str, place: str, told: str
) -> None:
    found = problems(driver, tmp_path, query)
    assert [str(p) for p in found if p.code == rule and told in p.message]
    assert f"{found[0].path}:{place}:" in "\n".join(map(str, found))


@pytest.mark.parametrize(
    ("cases", "told"),
    [
        (
            "// fail: x\nCREATE (:AwsS3Bucket {requires_tls: false})",
            "1:1: there is no `// pass: ...` case",
        ),
        ("CREATE (:AwsS3Bucket)", "line 1: 'CREATE' stands before the first"),
        ("// fails: x\nCREATE (:AwsS3Bucket)", "line 1: a case begins with"),
        (CASES + "// pass: x\nCREATE (:AwsS3Bukket)", "6:10: AwsS3Bukket is no label"),
        (CASES + "// pass: x\nCREATE (:AwsS3Bucket {requires_tsl: true})", "6:23: AwsS3Bucket has"),
        (CASES + "// pass: x\nCREATE (:AwsS3Bucket {is_egress: true})", "no property is_egress"),
        (
            CASES + "// pass: x\nCREATE (:AwsS3Bucket {requires_tls: 'yes'})",
            "not a string: correct",
        ),
        (CASES + "// pass: x\nCREATE (:AwsS3Bucket)-[:HAS_RULE]->(:Tag)", "6:25: .*not declared"),
        (CASES + "// pass: x\nCREATE (:AwsS3Bucket)-[:TAGGED {x: 1}]->(:Tag)", "TAGGED has no"),
        (CASES + "// pass: x\nMATCH (n:AwsS3Bucket) DELETE n", "MATCH: a case only has CREATE"),
        (CASES + "// pass: x\nCREATE ({name: 'x'})", "a node without a label"),
    ],
)
def test_a_wrong_case_is_told(driver: neo4j.Driver, tmp_path: Path, cases: str, told: str) -> None:
    found = problems(driver, tmp_path, QUERY, cases=cases)
    assert all(p.path.name == "x.test.cypher" for p in found)
    assert [p for p in found if re.search(told, f"{p.line}:{p.column}: {p.message}")]


def test_cases_have_to_be_there(driver: neo4j.Driver, tmp_path: Path) -> None:
    made = control(tmp_path, QUERY, cases=None)
    (problem,) = lint(driver, made, discover())
    assert (problem.code, problem.path) == ("cases", made.cases_path)


@pytest.mark.parametrize(
    ("options", "place", "told"),
    [
        ({"resource": "AwsS3Bukket"}, 3, "no resource type is called AwsS3Bukket"),
        ({"resource": "Unseen"}, 3, "no resource type is called Unseen"),
        ({"more": "formerly: []\napplies: MATCH (b) RETURN b\n"}, 9, "may return `resource`"),
        ({"more": "applies: MATCH (b:Bukket) RETURN b AS resource\n"}, 8, "unknown label"),
        (
            {"more": "applies: MATCH (b)-->() RETURN b AS resource\n"},
            8,
            "`applies`: a relationship",
        ),
    ],
)
def test_wrong_front_matter(
    driver: neo4j.Driver, tmp_path: Path, options: dict[str, str], place: int, told: str
) -> None:
    found = problems(driver, tmp_path, QUERY, **options)
    assert [p for p in found if told in p.message and p.line == place]


def test_a_fix_names_properties_of_the_type(driver: neo4j.Driver, tmp_path: Path) -> None:
    made = control(tmp_path)
    text = made.text.replace("{name}", "{bucket_name} ${HOME} {region}")
    made.path.write_text(text)
    found = lint(driver, read(made.path, root=tmp_path), discover())
    assert [(p.line, p.code) for p in found] == [(7, "placeholder")]
    assert "{bucket_name} is no property of AwsS3Bucket" in found[0].message


def test_the_scanner_knows_strings_comments_and_names() -> None:
    text = r"""a/*b'*/`c``d` 'e\'//' "f" $g $`h i` 1.5e3 0x1F 1..2 <=-> // end"""
    assert [t.text for t in scan(text)] == [
        "a", "/*b'*/", "`c``d`", r"'e\'//'", '"f"', "$g", "$`h i`", "1.5e3", "0x1F", "1", "..",
        "2", "<=", "->", "// end",
    ]  # fmt: skip
    assert scan(text)[2].name == "c`d"
    assert (scan("a\n  b")[1].line, scan("a\n  b")[1].column) == (2, 3)
