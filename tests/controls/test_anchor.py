"""A control that starts from one connector's resources says what it would say without that."""

from __future__ import annotations

from collections import Counter

import neo4j
import pytest

from controls.anchor import anchored
from controls.cases import AT, Case, Made, read_cases, set_up
from controls.control import Control, applicable, runnable
from controls.load import load

CONTROLS = load()
SEEN = """
CREATE (u:Unit {id: 'mine', connector: 'mine', type: $label})
CREATE (v:Unit {id: 'mine too', connector: 'mine', type: $label})
WITH u, v
MATCH (n) WHERE elementId(n) IN $made
CREATE (n)-[:SEEN_BY]->(u), (n)-[:SEEN_BY]->(v)
"""
FOUND = "\n}\nRETURN elementId(resource) AS id, count(*) AS times"

each = pytest.mark.parametrize("control", CONTROLS.values(), ids=CONTROLS.keys())


@each
def test_every_shipped_control_has_an_anchor(control: Control) -> None:
    query = applicable(control, AT)
    for text in (runnable(control, AT)[0], *([query[0]] if query else [])):
        assert anchored(text) != text


@each
def test_an_anchor_changes_no_answer(driver: neo4j.Driver, control: Control) -> None:
    for case in read_cases(control):
        plain, tied, strange = answers(driver, control, case)
        assert tied == plain, case.title
        assert not strange, case.title


def answers(driver: neo4j.Driver, control: Control, case: Case) -> tuple[Counter[str], ...]:
    """Return what a control finds: as it is, of the connector that sees all, of one that is new."""
    text, given = runnable(control, AT)
    about = {"label": control.resource, "units": ["mine", "mine too"], **given}
    with set_up(driver, case) as (tx, made):
        tx.run(SEEN, label=control.resource, made=[node.id for node in made]).consume()
        return (
            _found(tx, text, about, made),
            _found(tx, anchored(text), about, made),
            _found(tx, anchored(text), about | {"units": ["another"]}, made),
        )


def _found(
    tx: neo4j.Transaction, text: str, given: dict[str, object], made: tuple[Made, ...]
) -> Counter[str]:
    mine = {node.id for node in made}
    rows = tx.run("CALL () {\n" + text + FOUND, given)
    return Counter({row["id"]: row["times"] for row in rows if row["id"] in mine})


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (a:AwsX) RETURN a AS resource LIMIT 3",
        "MATCH (a:AwsX) RETURN a AS resource UNION MATCH (b:AwsX) RETURN b AS resource",
        "MATCH (a:AwsX) WITH collect(a) AS all UNWIND all AS b RETURN b AS resource",
        "MATCH (b:AwsY) MATCH (a:AwsX) RETURN a AS resource",
        "OPTIONAL MATCH (a:AwsX) RETURN a AS resource",
        "MATCH (a:AwsX) WITH count(a) AS n MATCH (a:AwsX) WHERE n > 1 RETURN a AS resource",
        "MATCH (a:AwsX) RETURN head([a]) AS resource",
        "WITH 1 AS n, rand() AS r MATCH (a:AwsX) RETURN a AS resource",
        "MATCH (b:AwsY) WHERE EXISTS { (a:AwsX) } RETURN a AS resource",
    ],
)
def test_what_might_change_is_left_as_it_is(text: str) -> None:
    assert anchored(text) == text


def test_thresholds_go_through_it() -> None:
    text = "WITH 90 AS days, [22] AS ports UNWIND ports AS p MATCH (a:AwsX) RETURN a AS resource"
    assert anchored(text) == (
        "WITH 90 AS days, [22] AS ports MATCH (a)-[:SEEN_BY]->(asked_unit:Unit) "
        "WHERE asked_unit.id IN $units\nWITH DISTINCT a, days, ports\n"
        "UNWIND ports AS p MATCH (a:AwsX) RETURN a AS resource"
    )
