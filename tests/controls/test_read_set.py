from __future__ import annotations

from pathlib import Path

import neo4j
import pytest

from controls.clauses import columns
from controls.errors import NotExplained
from controls.read_set import ReadSet, read_set
from ingest.catalogue import discover
from tests.controls.written import control

BUCKET, KEY, GROUP, RULE = "AwsS3Bucket", "AwsKmsKey", "AwsSecurityGroup", "AwsSecurityGroupRule"


def reads(driver: neo4j.Driver, tmp_path: Path, query: str, more: str = "") -> ReadSet:
    return read_set(driver, control(tmp_path, query, more=more, cases=None), discover())


# Each query, the properties and relationship types it reads, and whether absence makes rows.
QUERIES: list[tuple[str, set[str], set[str], bool]] = [
    ("MATCH (b:AwsS3Bucket) WHERE NOT b.requires_tls RETURN b AS resource, b.policy AS evidence",
     {f"{BUCKET}.requires_tls"}, set(), False),
    ("MATCH (b:AwsS3Bucket {versioning: 'x'}) WHERE b.name IN ['a', 'b.c'] RETURN b AS resource",
     {f"{BUCKET}.versioning", f"{BUCKET}.name"}, set(), False),
    ("MATCH (b:Resource {uid: 'a'}) RETURN b AS resource", {"Resource.uid"}, set(), False),
    ("MATCH (g:AwsSecurityGroup)-[:HAS_RULE]->(r) WHERE r.protocol = '-1' RETURN g AS resource",
     {f"{RULE}.protocol"}, {f"{GROUP} HAS_RULE {RULE}"}, False),
    ("MATCH (r:AwsSecurityGroupRule)<-[:HAS_RULE]-(g) WHERE g.is_default RETURN g AS resource",
     {f"{GROUP}.is_default"}, {f"{GROUP} HAS_RULE {RULE}", f"Unseen HAS_RULE {RULE}"}, False),
    (("MATCH (g:AwsSecurityGroup) WHERE EXISTS { (g)-[:HAS_RULE]->(r:AwsSecurityGroupRule) "
     "WHERE r.from_port <= 22 <= r.to_port } RETURN g AS resource"),
     {f"{RULE}.from_port", f"{RULE}.to_port"}, {f"{GROUP} HAS_RULE {RULE}"}, False),
    (("MATCH (g:AwsSecurityGroup) WHERE NOT EXISTS { (g)-[:HAS_RULE]->"
     "(:AwsSecurityGroupRule {is_egress: true}) } RETURN g AS resource"),
     {f"{RULE}.is_egress"}, {f"{GROUP} HAS_RULE {RULE}"}, True),
    (("MATCH (b:AwsS3Bucket) WHERE any(k IN ['a'] WHERE NOT EXISTS { (b)-[:TAGGED]->"
     "(:Tag {key: k}) }) RETURN b AS resource"),
     {"Tag.key"}, {f"{BUCKET} TAGGED Tag"}, True),
    ("MATCH (b:AwsS3Bucket) WHERE NOT (b)-[:LOGS_TO]->() RETURN b AS resource",
     set(), {f"{BUCKET} LOGS_TO {BUCKET}", f"{BUCKET} LOGS_TO Unseen"}, True),
    (("MATCH (b:AwsS3Bucket) OPTIONAL MATCH (b)-[:ENCRYPTED_BY]->(k:AwsKmsKey) WITH b, k "
     "WHERE k.state <> 'Enabled' RETURN b AS resource"),
     {f"{KEY}.state"}, {f"{BUCKET} ENCRYPTED_BY {KEY}"}, True),
    (("MATCH (b:AwsS3Bucket)-[:ENCRYPTED_BY]->(k:AwsKmsKey) WITH b AS c, collect(k) AS keys "
     "WHERE any(x IN keys WHERE x.state = 'Disabled') AND head(keys).is_rotated "
     "RETURN c AS resource"),
     {f"{KEY}.state", f"{KEY}.is_rotated"}, {f"{BUCKET} ENCRYPTED_BY {KEY}"}, True),
    (("MATCH (b:AwsS3Bucket) WITH b, b.name AS n, {v: b.versioning} AS m WHERE m.v = n "
     "AND b.created_at.year > 2000 RETURN b AS resource ORDER BY b.region"),
     {f"{BUCKET}.{n}" for n in ("name", "versioning", "created_at", "region")}, set(), False),
    (("MATCH p = (b:AwsS3Bucket)-[:LOGS_TO*1..2]->(:AwsS3Bucket) "
     "WHERE all(n IN nodes(p) WHERE n.requires_tls) RETURN b AS resource"),
     {f"{BUCKET}.requires_tls"}, set(), False),
    # a label on one side of an OR says nothing for the other side
    (("MATCH (b:AwsS3Bucket)-[:ENCRYPTED_BY]->(k) WHERE (k:AwsKmsKey OR b.requires_tls) "
     "AND k.name = 'x' RETURN b AS resource"),
     {f"{KEY}.name", "AwsKmsAlias.name", f"{BUCKET}.requires_tls"},
     {f"{BUCKET} ENCRYPTED_BY {end}" for end in (KEY, "AwsKmsAlias", "Unseen")}, False),
    (("MATCH (b:AwsS3Bucket) WHERE [a IN b.policy_public_actions WHERE a <> 'x'] = [] "
     "RETURN b AS resource"), {f"{BUCKET}.policy_public_actions"}, set(), True),
    (("MATCH (b:AwsS3Bucket) WHERE CASE WHEN b.requires_tls THEN false ELSE true END "
     "RETURN b AS resource"), {f"{BUCKET}.requires_tls"}, set(), True),
    (("MATCH (b:AwsS3Bucket) WHERE COUNT { (b)-[:LOGS_TO]->(:AwsS3Bucket) } < 1 "
     "RETURN b AS resource"), set(), {f"{BUCKET} LOGS_TO {BUCKET}"}, True),
    ("MATCH (b:AwsS3Bucket) WHERE NOT b:Unseen RETURN b AS resource", set(), set(), True),
]  # fmt: skip


@pytest.mark.parametrize(("query", "properties", "relationships", "absence"), QUERIES)
def test_what_a_query_reads(
    driver: neo4j.Driver, tmp_path: Path, query: str, properties: set[str],
    relationships: set[str], absence: bool,  # noqa: FBT001 - one table
) -> None:  # fmt: skip
    found = reads(driver, tmp_path, query)
    assert {".".join(pair) for pair in found.properties} == properties
    shown = {" ".join(triple) for triple in found.relationships}
    if "*1..2" in query:  # in the middle of a path, whatever writes the type may stand
        assert f"{BUCKET} LOGS_TO {BUCKET}" in shown
    else:
        assert shown == relationships
    assert found.absence is absence
    assert found.undeclared == ()


@pytest.mark.parametrize(
    ("predicate", "tested"),
    [
        ("b.versioning IS NULL", {"versioning"}),
        ("b.versioning IS NOT NULL AND b.requires_tls", {"versioning"}),
        ("coalesce(b.versioning, 'Off') <> 'Enabled'", {"versioning"}),
        ("b.requires_tls", set()),
        ("coalesce(b.versioning, b.name) = 'x'", None),
        ("b.versioning IS NULL AND NOT (b)-[:LOGS_TO]->()", None),
        ("(b.versioning + 'x') IS NULL", None),
    ],
)
def test_which_properties_are_tested_for_null(
    driver: neo4j.Driver, tmp_path: Path, predicate: str, tested: set[str] | None
) -> None:
    query = f"MATCH (b:AwsS3Bucket) WHERE {predicate} RETURN b AS resource"
    found = reads(driver, tmp_path, query)
    assert found.absence is (tested != set())
    exact = found.absent_properties
    assert (exact and {name for _, name in exact}) == (tested and set(tested))


@pytest.mark.parametrize(
    ("query", "undeclared"),
    [
        ("MATCH (b:AwsS3Bucket) WHERE b.colour = 1 RETURN b AS resource", "AwsS3Bucket.colour"),
        ("MATCH (b:AwsS3Bucket) WHERE b.is_default RETURN b AS resource", "AwsS3Bucket.is_default"),
        ("MATCH (b:AwsS3Bucket)-[:HAS_RULE]->(x) RETURN b AS resource", "AwsS3Bucket-[HAS_RULE]->"),
        ("MATCH (b:AwsS3Bucket)-[t:TAGGED]->(:Tag) WHERE t.x = 1 RETURN b AS resource", "TAGGED.x"),
        ("MATCH (n) WHERE n.colour = 1 RETURN n AS resource", "?.colour"),
    ],
)
def test_what_is_not_declared_is_told(
    driver: neo4j.Driver, tmp_path: Path, query: str, undeclared: str
) -> None:
    assert reads(driver, tmp_path, query).undeclared == (undeclared,)


def test_the_evidence_of_each_side_of_a_union_is_left_out(
    driver: neo4j.Driver, tmp_path: Path
) -> None:
    found = reads(
        driver,
        tmp_path,
        """MATCH (b:AwsS3Bucket) WHERE b.requires_tls
           RETURN b AS resource, {a: b.policy} AS evidence
           UNION
           MATCH (b:AwsS3Bucket) WHERE b.name = 'x' RETURN {a: b.versioning} AS evidence,
             b AS resource""",
    )
    assert {name for _, name in found.properties} == {"requires_tls", "name"}


def test_applies_is_read_too_and_edges_have_properties(
    driver: neo4j.Driver, tmp_path: Path
) -> None:
    query = "MATCH (b:AwsS3Bucket)-[t:TAGGED]->(:Tag) WHERE t.stale RETURN b AS resource"
    more = "applies: MATCH (b:AwsS3Bucket) WHERE b.created_at < datetime() RETURN b AS resource\n"
    found = reads(driver, tmp_path, query, more)
    assert found.properties == {(BUCKET, "created_at")}
    assert found.edge_properties == {("TAGGED", "stale")}
    assert found.uses_clock
    assert found.returned == {BUCKET}
    assert found.labels == {BUCKET, "Tag"}


def test_what_cannot_be_planned_says_where(driver: neo4j.Driver, tmp_path: Path) -> None:
    with pytest.raises(NotExplained, match="line 9, column 8: Invalid input ':'") as caught:
        reads(driver, tmp_path, "MATCH b:AwsS3Bucket) RETURN b AS resource")
    assert (caught.value.line, caught.value.column) == (9, 8)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("MATCH (b) RETURN b AS resource, {x: 1} AS evidence", {"resource", "evidence"}),
        ("MATCH (resource) RETURN DISTINCT resource LIMIT 3", {"resource"}),
        ("MATCH (b) CALL (b) { RETURN 1 AS evidence } RETURN b AS resource", {"resource"}),
        ("MATCH (resource) RETURN *", None),
        ("MATCH (resource) RETURN resource, 1", None),
    ],
)
def test_the_columns_that_a_text_names(text: str, named: set[str] | None) -> None:
    assert columns(text) == named
