"""The ledger: unique connectors, one scan at a time, late attempts fenced off."""

from __future__ import annotations

import concurrent.futures
from pathlib import Path

import neo4j
import pytest

from graph.disconnect import disconnect
from graph.ledger import AlreadyConnected, Connector, Ledger, NoSuchConnector
from graph.publish import Publisher
from graph.scan import AlreadyScanning
from graph.write import Overtaken
from tests.widgets import CATALOGUE, Estate, ref, widget

ONE = Connector(
    name="one", cloud="aws", partition="aws", scope="111111111111", reference={"profile": "p"},
    options={"regions": ["eu-west-1"]},
)  # fmt: skip


@pytest.fixture
def estate(graph: neo4j.Driver, tmp_path: Path) -> Estate:
    return Estate(graph, tmp_path)


@pytest.fixture
def ledger(estate: Estate) -> Ledger:
    return estate.ledger


def test_a_connector_comes_back_as_it_was_added(ledger: Ledger) -> None:
    ledger.add(ONE)
    assert ledger.connectors() == (ONE,)
    assert [ledger.connector(n) for n in ("one", "111111111111", ONE.id)] == [ONE] * 3


def test_the_same_scope_is_refused_by_its_other_name(ledger: Ledger) -> None:
    ledger.add(ONE)
    same = Connector(**{**vars(ONE), "name": "two"})
    with pytest.raises(AlreadyConnected, match="connected already, as 'one'"):
        ledger.add(same)


def test_a_name_is_taken_once(ledger: Ledger) -> None:
    ledger.add(ONE)
    with pytest.raises(AlreadyConnected, match="'one': choose a name"):
        ledger.add(Connector(**{**vars(ONE), "scope": "222222222222"}))


@pytest.mark.promise("R7")
def test_of_two_that_add_the_same_at_once_one_wins(ledger: Ledger) -> None:
    def add(name: str) -> bool:
        try:
            ledger.add(Connector(**{**vars(ONE), "name": name}))
        except AlreadyConnected:
            return False
        return True

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(add, "abcd")) == 1
    assert len(ledger.connectors()) == 1


def test_an_unknown_connector_is_told_with_those_there_are(ledger: Ledger) -> None:
    ledger.add(ONE)
    with pytest.raises(NoSuchConnector, match="'nobody'; there are: one"):
        ledger.connector("nobody")


@pytest.mark.promise("R8")
def test_of_eight_that_ask_at_once_one_begins_a_scan_and_seven_get_it(estate: Estate) -> None:
    estate.ledger.add(ONE)

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        said = list(pool.map(lambda _: estate.scans.request(ONE), range(8)))
    assert len({scan for scan, _ in said}) == 1
    assert sum(is_new for _, is_new in said) == 1


def test_a_scan_that_ended_makes_room_for_the_next(estate: Estate) -> None:
    estate.ledger.add(ONE)
    first = estate.scans.start(ONE)
    with pytest.raises(AlreadyScanning, match=first):
        estate.scans.start(ONE)
    estate.scans.finish(ONE, first, summary={}, error="s3:ListBuckets: AccessDenied")
    assert estate.ledger.connector("one").state == "degraded"
    assert estate.scans.start(ONE) != first


@pytest.mark.promise("R8")
def test_a_late_attempt_writes_nothing(estate: Estate) -> None:
    connector = estate.connector()
    scan = estate.scans.start(connector)
    late = estate.collect(lambda: [widget("late")])
    attempts = estate.scans.plan(connector, scan, [late.unit])
    estate.scans.plan(connector, scan, [late.unit])  # a newer attempt takes the unit over
    publisher = Publisher(
        estate.driver, estate.lake, CATALOGUE, connector, scan=scan, attempts=attempts
    )
    with pytest.raises(Overtaken):
        publisher.publish([late])
    assert estate.node("late") == {}


def test_disconnecting_takes_only_what_nobody_else_sees(estate: Estate) -> None:
    a, b = "111111111111", "222222222222"
    estate.scan([widget("mine", parent=ref("both")), widget("both")], account=a)
    estate.scan([widget("both", account=a), widget("theirs", account=b)], account=b)
    disconnect(estate.driver, estate.lake, CATALOGUE, estate.connector(a))
    assert estate.node("mine") == {}
    assert estate.node("both")["labels"] == {"Resource", "AwsWidget"}
    assert [c.scope for c in estate.ledger.connectors()] == [b]
    gone = [r for r in estate.lake.read("resource_changes").to_pylist() if r["change"] == "removed"]
    assert len(gone) == 2  # the unit let go of both
    assert estate.driver.execute_query("MATCH (u:Unit) RETURN count(u) AS n").records[0]["n"] == 1
