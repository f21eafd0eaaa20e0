"""Metering: who was active in a month, whatever the order, the repetition and the time zone."""

from __future__ import annotations

import calendar
import datetime
import zoneinfo
from collections.abc import Sequence
from pathlib import Path

import neo4j
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.lake import Lake
from graph.ledger import Connector, Ledger
from graph.migrate import migrate
from graph.scans import Scans
from graph.usage import COUNTS, Active, Month, NoMonth, Reading, active, note, readings, this_month
from ingest.catalogue import discover

ZONES = st.sampled_from([
    datetime.UTC, zoneinfo.ZoneInfo("Pacific/Kiritimati"), zoneinfo.ZoneInfo("Etc/GMT+12"),
    zoneinfo.ZoneInfo("Europe/Berlin"), zoneinfo.ZoneInfo("Asia/Kathmandu"),
])  # fmt: skip
MONTHS = st.builds(
    Month, year=st.integers(min_value=1990, max_value=2100),
    month=st.integers(min_value=1, max_value=12),
)  # fmt: skip
NEAR = (
    datetime.timedelta(microseconds=-1), datetime.timedelta(0), datetime.timedelta(microseconds=1),
    datetime.timedelta(hours=13), datetime.timedelta(hours=-13), datetime.timedelta(days=3),
)  # fmt: skip
STATES = ("complete", "incomplete", "failed", "reading")


@st.composite
def near_a_month(draw: st.DrawFn) -> tuple[Month, list[Reading]]:
    """Draw a month and scans around its borders, told in any time zone."""
    month = draw(MONTHS)
    found = []
    for number in range(draw(st.integers(min_value=0, max_value=12))):
        border = draw(st.sampled_from([month.since, month.until]))
        at = (border + draw(st.sampled_from(NEAR))).astimezone(draw(ZONES))
        connector = f"{draw(st.sampled_from(['aws', 'gcp']))}:p:{draw(st.integers(0, 3))}"
        found.append(
            Reading(
                scan=f"s{number}", connector=connector, name=connector.upper(), at=at,
                state=draw(st.sampled_from(STATES)),
            )
        )  # fmt: skip
    return month, found


def by_hand(month: Month, scans: Sequence[Reading]) -> dict[str, int]:
    """Count again by year and month of the UTC date, and nothing else."""
    counted: dict[str, int] = {}
    for scan in scans:
        utc = scan.at.astimezone(datetime.UTC)
        if (utc.year, utc.month) == (month.year, month.month) and scan.state in COUNTS:
            counted[scan.connector] = counted.get(scan.connector, 0) + 1
    return counted


@settings(max_examples=300, deadline=None, derandomize=True)
@given(drawn=near_a_month(), data=st.data())
def test_order_repetition_and_zone_play_no_role(
    drawn: tuple[Month, list[Reading]], data: st.DataObject
) -> None:
    month, scans = drawn
    found = active(scans, month)
    assert {a.connector: a.scans for a in found} == by_hand(month, scans)
    again = data.draw(st.permutations([*scans, *scans[::2]]))
    assert active(again, month) == found
    assert active([_in_utc(scan) for scan in scans], month) == found
    assert [a.connector for a in found] == sorted({a.connector for a in found})
    assert all(month.since <= a.first <= a.last < month.until for a in found)


def _in_utc(scan: Reading) -> Reading:
    return Reading(**{**vars(scan), "at": scan.at.astimezone(datetime.UTC)})


@settings(max_examples=200, deadline=None, derandomize=True)
@given(drawn=near_a_month(), more=near_a_month())
def test_more_scans_never_make_fewer_active(
    drawn: tuple[Month, list[Reading]], more: tuple[Month, list[Reading]]
) -> None:
    month, scans = drawn
    others = [Reading(**{**vars(s), "scan": f"more-{s.scan}"}) for s in more[1]]
    before = {a.connector for a in active(scans, month)}
    assert before <= {a.connector for a in active([*scans, *others], month)}


@settings(max_examples=200, deadline=None, derandomize=True)
@given(month=MONTHS)
def test_each_moment_is_in_exactly_one_month(month: Month) -> None:
    after = Month.of(month.until)
    assert month < after
    assert after.since == month.until
    assert Month.of(month.since) == month
    assert Month.of(month.until - datetime.timedelta(microseconds=1)) == month
    days = calendar.monthrange(month.year, month.month)[1]
    assert month.until - month.since == datetime.timedelta(days=days)
    assert Month.parse(str(month)) == month


def test_a_scan_that_is_noted_twice_belongs_to_where_it_was_noted_first() -> None:
    march, april = Month(year=2026, month=3), Month(year=2026, month=4)
    late = Reading(scan="s", connector="aws:aws:1", name="a", state="complete",
                   at=march.until - datetime.timedelta(seconds=1))  # fmt: skip
    again = Reading(**{**vars(late), "at": march.until + datetime.timedelta(seconds=1)})
    for both in ([late, again], [again, late]):
        assert [a.scans for a in active(both, march)] == [1]
        assert active(both, april) == ()


@pytest.mark.parametrize("text", ["2026", "2026-13", "2026-00", "03-2026", "2026-3", "", "0000-01"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(NoMonth, match="2026-03"):
        Month.parse(text)


def test_a_removed_connector_still_counts(graph: neo4j.Driver, tmp_path: Path) -> None:
    migrate(graph, discover())
    ledger, scans, lake = Ledger(graph), Scans(graph), Lake(tmp_path)
    month = this_month(graph)
    shop = Connector(name="shop", cloud="aws", partition="aws", scope="1", reference={}, options={})
    ledger.add(shop)
    scan, _ = scans.request(shop)
    assert found(lake, graph, month) == ()  # not ended yet
    take = scans.take(scan)
    note(lake, graph, shop, scans.scan(scan), "complete")
    note(lake, graph, shop, scans.scan(scan), "complete")  # its worker died, and another went on
    scans.finish(shop, scan, summary={}, error=None, take=take)
    (one,) = found(lake, graph, month)
    assert (one.connector, one.name, one.scans, one.cloud) == ("aws:aws:1", "shop", 1, "aws")
    ledger.remove(shop)
    assert [a.connector for a in found(lake, graph, month)] == ["aws:aws:1"]
    assert found(lake, graph, Month.of(month.since - datetime.timedelta(days=1))) == ()


def test_scans_that_only_the_ledger_knows_count_and_failed_ones_do_not(
    graph: neo4j.Driver, tmp_path: Path
) -> None:
    migrate(graph, discover())
    ledger, scans, lake = Ledger(graph), Scans(graph), Lake(tmp_path)
    for scope in ("1", "2"):
        connector = Connector(
            name=scope, cloud="aws", partition="aws", scope=scope, reference={}, options={}
        )
        ledger.add(connector)
        scan, _ = scans.request(connector)
        if scope == "1":
            scans.finish(connector, scan, summary={}, error="one unit is unread")
        else:
            scans.fail(connector, scan, "no credentials", offline=True)
    assert [a.connector for a in found(lake, graph, this_month(graph))] == ["aws:aws:1"]


def found(lake: Lake, driver: neo4j.Driver, month: Month) -> tuple[Active, ...]:
    return active(readings(lake, driver, month), month)
