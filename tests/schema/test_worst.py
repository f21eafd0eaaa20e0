"""Findings in the order of how bad and how old they are."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import neo4j
import pytest

from schema.api import Api
from schema.enums import Severity
from schema.viewer import LOCAL, Viewer
from tests.schema.estate import CONNECTOR, api
from tests.widgets import Estate

THEIRS = "aws:aws:222222222222"
WORST = [severity.value for severity in Severity]
FILL = """
UNWIND $rows AS row
CREATE (f:Finding {id: row.id}) SET f += row, f.since = datetime(row.since), f.status = 'FAIL'
"""
PAGE = """query ($n: Int!, $after: String, $connector: String, $severity: Severity) {
  findings(first: $n, after: $after, order: SEVERITY, connector: $connector, severity: $severity) {
    totalCount pageInfo { endCursor hasNextPage } edges { cursor }
    nodes { id severity since }
} }"""
MANY = 300


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    drawn = random.Random(7)  # noqa: S311 - the same findings in every run
    return [
        {
            "id": f"f|{number:04}", "severity": drawn.choice(WORST), "control": "k",
            "connector": drawn.choice([CONNECTOR, THEIRS]), "uid": f"u{number}",
            "since": f"2026-01-{drawn.randint(1, 9):02}T00:00:00Z",
        }
        for number in range(MANY)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def asked(
    driver: neo4j.Driver, tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, Any]]
) -> Api:
    driver.execute_query("MATCH (n) DETACH DELETE n")
    estate = Estate(driver, tmp_path_factory.mktemp("estate"))
    estate.connector()
    estate.connector("222222222222")
    driver.execute_query(FILL, rows=rows)
    return api(driver)


def told(asked: Api, size: int, viewer: Viewer = LOCAL, **given: Any) -> list[str]:
    """Return the ids of all pages."""
    found: list[str] = []
    after = None
    while True:
        result = asked.execute(PAGE, {"n": size, "after": after, **given}, viewer=viewer)
        assert result.errors is None, result.errors
        assert result.data
        page = result.data["findings"]
        found += [node["id"] for node in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            assert page["totalCount"] == len(found)
            return found


def ordered(rows: list[dict[str, Any]], **equals: str) -> list[str]:
    mine = [r for r in rows if all(r[name] == value for name, value in equals.items())]
    mine.sort(key=lambda r: (WORST.index(r["severity"]), r["since"], r["id"]))
    return [r["id"] for r in mine]


@pytest.mark.parametrize("size", [7, 100, 1000])
def test_every_finding_is_told_once_the_worst_first(
    asked: Api, rows: list[dict[str, Any]], size: int
) -> None:
    assert told(asked, size) == ordered(rows)


def test_of_one_severity_or_connector(asked: Api, rows: list[dict[str, Any]]) -> None:
    assert told(asked, 11, severity="high") == ordered(rows, severity="high")
    assert told(asked, 11, connector="a111111111111") == ordered(rows, connector=CONNECTOR)
    both = told(asked, 11, connector=THEIRS, severity="low")
    assert both == ordered(rows, connector=THEIRS, severity="low")
    assert told(asked, 11, connector="nobody") == []


@pytest.mark.promise("S9")
def test_of_the_connectors_that_are_seen(asked: Api, rows: list[dict[str, Any]]) -> None:
    ours = Viewer(name="ours", on={CONNECTOR: "viewer"})
    assert told(asked, 13, ours) == ordered(rows, connector=CONNECTOR)
    assert told(asked, 13, ours, connector=THEIRS) == []
    assert told(asked, 13, Viewer(name="nobody")) == []
    both = Viewer(name="both", on={CONNECTOR: "viewer", THEIRS: "viewer"})
    assert told(asked, 13, both) == ordered(rows)


def test_a_cursor_is_of_one_order(asked: Api) -> None:
    by_id: Any = asked.execute("{ findings(first: 2) { pageInfo { endCursor } } }").data
    given = {"n": 2, "after": by_id["findings"]["pageInfo"]["endCursor"]}
    (error,) = asked.execute(PAGE, given).errors or []
    assert "is no cursor of this list" in error.message
    same: Any = asked.execute(PAGE, {"n": 2}).data
    after = same["findings"]["pageInfo"]["endCursor"]
    query = f'{{ findings(first: 2, after: "{after}") {{ nodes {{ id }} }} }}'
    assert asked.execute(query).errors


@pytest.mark.parametrize(
    ("viewer", "given", "index"),
    [
        (LOCAL, {}, "severity, since, id"),
        (LOCAL, {"connector": CONNECTOR}, "connector, severity, since, id"),
        (Viewer(name="o", on={CONNECTOR: "viewer"}), {}, "connector, severity, since, id"),
    ],
)
def test_a_page_looks_at_its_own_rows_only(
    asked: Api, viewer: Viewer, given: dict[str, Any], index: str
) -> None:
    assert asked.execute(PAGE, {"n": 10, **given}, viewer=viewer).errors is None
    reader = asked._reader
    assert reader
    text, parameters = reader.last
    paged = text.partition(", COUNT {")[0]
    plan = reader.driver.execute_query(f"PROFILE {paged}", dict(parameters)).summary.profile
    assert plan
    steps = list(_steps(plan))
    (seek,) = [s for s in steps if f"({index})" in s["args"].get("Details", "")]
    assert seek["operatorType"].startswith("NodeIndexSeek")
    assert seek["rows"] <= len(WORST) * (10 + 1)
    assert sum(s.get("dbHits", 0) for s in steps) < MANY


def _steps(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("children", ()):
        yield from _steps(child)
