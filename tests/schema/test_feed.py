"""Findings as an integration pulls them: what opened, changed and closed since a cursor."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import neo4j
import pytest

from controls.evaluate import evaluate
from graph.disconnect import disconnect
from graph.feed import KEPT_DAYS, forget
from schema.api import Api
from tests.schema.estate import ID, RED, api
from tests.widgets import CATALOGUE, Estate, arn, widget

QUERY = """query ($since: String!, $first: Int!, $connector: String) {
  findings(since: $since, first: $first, connector: $connector) {
    pageInfo { endCursor hasNextPage }
    nodes { uid status closed closedAt changedAt evidence resource { name } control { id } } } }"""
OTHER = "222222222222"


class Puller:
    """An integration: keeps what it was told and the last cursor."""

    def __init__(self, asked: Api, size: int = 2) -> None:
        self.asked, self.size, self.since = asked, size, "0"
        self.open: dict[str, Any] = {}
        self.told: list[tuple[str, str | None]] = []

    def pull(self) -> list[tuple[str, str | None]]:
        """Pull until there is no more, and return what was told."""
        told = list(self._pages())
        self.told += told
        return told

    def _pages(self) -> Iterator[tuple[str, str | None]]:
        more = True
        while more:
            given = {"since": self.since, "first": self.size}
            result = self.asked.execute(QUERY, given)
            assert result.errors is None, result.errors
            assert self.asked.execute(QUERY, given, stock=True).errors is None
            data: Any = result.data
            page = data["findings"]
            for node in page["nodes"]:
                if node["closed"]:
                    self.open.pop(node["uid"], None)
                else:
                    self.open[node["uid"]] = node["evidence"]
                yield node["uid"].rpartition("/")[2], node["closed"]
            self.since = page["pageInfo"]["endCursor"] or self.since
            more = page["pageInfo"]["hasNextPage"]


@pytest.fixture
def estate(graph: neo4j.Driver, tmp_path: Path) -> Estate:
    return Estate(graph, tmp_path)


def judge(estate: Estate, account: str = "111111111111", **colors: str) -> None:
    """Scan widgets of these colors and evaluate."""
    estate.scan([widget(n, account, color=c) for n, c in colors.items()], account, sweep_large=True)
    connector = estate.connector(account)
    evaluate(estate.driver, estate.lake, CATALOGUE, {ID: RED}, connector)


def test_what_opens_changes_and_closes_is_told_in_its_order(estate: Estate) -> None:
    puller = Puller(api(estate.driver))
    assert puller.pull() == []
    judge(estate, a="blue", b="blue", c="blue", d="red")
    assert sorted(puller.pull()) == [("a", None), ("b", None), ("c", None)]
    assert puller.pull() == []
    judge(estate, a="blue", b="green", c="red", d="red")
    assert sorted(puller.pull()) == [("b", None), ("c", "fixed")]
    judge(estate, a="blue", d="red")
    assert puller.pull() == [("b", "resource_gone")]
    judge(estate, a="blue", c="blue", d="red")
    assert puller.pull() == [("c", None)]
    assert puller.open == {
        arn("a"): {"actual": "blue", "expected": "red"},
        arn("c"): {"actual": "blue", "expected": "red"},
    }
    late = Puller(api(estate.driver))
    late.pull()
    assert late.open == puller.open


def test_what_is_closed_says_how_and_stands_nowhere_else(estate: Estate) -> None:
    judge(estate, a="blue")
    judge(estate, a="red")
    asked = api(estate.driver)
    query = "{ findings(first: 9%s) { totalCount nodes { closed resource { uid } } } }"
    (closed,) = asked.execute(query.replace("%s", ', since: "0"')).data["findings"]["nodes"]  # type: ignore[index]
    assert closed == {"closed": "fixed", "resource": None}
    assert asked.execute(query.replace("%s", "")).data == {
        "findings": {"totalCount": 0, "nodes": []}
    }


def test_a_connector_that_is_removed_closes_its_findings(estate: Estate) -> None:
    puller = Puller(api(estate.driver))
    judge(estate, a="blue", b="blue")
    judge(estate, OTHER, z="blue")
    puller.pull()
    disconnect(estate.driver, estate.lake, CATALOGUE, estate.connector(OTHER))
    assert puller.pull() == [("z", "connector_removed")]
    assert set(puller.open) == {arn("a"), arn("b")}


def test_only_one_connector_is_followed(estate: Estate) -> None:
    judge(estate, a="blue")
    judge(estate, OTHER, z="blue")
    given = {"since": "0", "first": 9, "connector": f"a{OTHER}"}
    data: Any = api(estate.driver).execute(QUERY, given).data
    assert [node["uid"] for node in data["findings"]["nodes"]] == [arn("z", OTHER)]


def test_a_cursor_from_before_what_was_forgotten_is_refused(estate: Estate) -> None:
    asked = api(estate.driver)
    judge(estate, a="blue", b="blue")
    early = Puller(asked)
    early.pull()
    judge(estate, a="blue", b="red")
    late = Puller(asked)
    late.pull()
    later = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=KEPT_DAYS + 1)
    forget(estate.driver, later)
    (error,) = asked.execute(QUERY, {"since": early.since, "first": 1}).errors or []
    assert "begin again" in error.message
    assert late.pull() == []
    again = Puller(asked)
    assert again.pull() == [("a", None)]


def test_cursors_of_pages_and_of_changes_are_not_mixed_up(estate: Estate) -> None:
    judge(estate, a="blue", b="blue")
    asked = api(estate.driver)
    data: Any = asked.execute("{ findings(first: 1) { pageInfo { endCursor } } }").data
    given = {"since": data["findings"]["pageInfo"]["endCursor"], "first": 1}
    (error,) = asked.execute(QUERY, given).errors or []
    assert "no cursor of this list" in error.message


def test_a_puller_beside_writers_misses_nothing(estate: Estate) -> None:
    accounts = ["111111111111", OTHER, "333333333333"]
    judge(estate, seed="blue")
    for account in accounts:
        estate.connector(account)
    puller, done = Puller(api(estate.driver), size=3), threading.Event()

    def write(account: str) -> None:
        for turn in range(4):
            judge(estate, account, **{f"{account[0]}{i}": ("blue", "red", "green")[(turn + i) % 3]
                                      for i in range(6)})  # fmt: skip

    threads = [threading.Thread(target=write, args=(account,)) for account in accounts]

    def follow() -> None:
        while not done.is_set():
            puller.pull()

    following = threading.Thread(target=follow)
    for thread in (*threads, following):
        thread.start()
    for thread in threads:
        thread.join()
    done.set()
    following.join()
    puller.pull()
    stands = estate.driver.execute_query("MATCH (f:Finding) RETURN collect(f.uid) AS uids")
    assert sorted(puller.open) == sorted(stands.records[0]["uids"])
