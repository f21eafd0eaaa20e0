"""Schedules: no tick lost, none doubled, whoever dies when; the database's clock alone counts."""

from __future__ import annotations

import concurrent.futures
import datetime
import itertools
import time
from pathlib import Path

import neo4j
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.schedules import BadCron, NoSuchSchedule, Schedule, Schedules, _missed, check_cron
from tests.widgets import Estate

PUT_BACK = "MATCH (s:Schedule {id: $id}) SET s.due_at = s.due_at - duration($ago)"
ACCOUNT = "111111111111"


@pytest.fixture
def schedules(graph: neo4j.Driver, tmp_path: Path) -> Schedules:
    Estate(graph, tmp_path).connector(ACCOUNT)
    return Schedules(graph)


def added(schedules: Schedules, cron: str = "* * * * *") -> Schedule:
    return schedules.add("scan", f"aws:aws:{ACCOUNT}", cron)


def missed(graph: neo4j.Driver, schedule: Schedule, ago: str) -> None:
    """Let a schedule have been due for so long, as after an outage."""
    graph.execute_query(PUT_BACK, id=schedule.id, ago=ago)


def test_a_schedule_comes_back_as_it_was_added(schedules: Schedules) -> None:
    one = added(schedules, "0 3 * * *")
    assert schedules.all() == [one]
    assert one.due_at is not None
    assert (one.due_at.hour, one.due_at.minute) == (3, 0)
    assert schedules.tick() == 0


@pytest.mark.parametrize("line", ["", "every day", "61 * * * *", "* * * *", "0 25 * * *"])
def test_what_is_no_cron_line_is_told(schedules: Schedules, line: str) -> None:
    with pytest.raises(BadCron, match="is no cron line"):
        added(schedules, line)
    assert schedules.all() == []


def test_an_unknown_schedule_is_told_with_those_there_are(schedules: Schedules) -> None:
    one = added(schedules)
    with pytest.raises(NoSuchSchedule, match=one.id):
        schedules.remove("nothing")
    schedules.remove(one.id)
    assert schedules.all() == []


@pytest.mark.promise("R15")
def test_an_outage_loses_no_tick_and_who_races_doubles_none(
    schedules: Schedules, graph: neo4j.Driver
) -> None:
    one = added(schedules)
    missed(graph, one, "PT30M")
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        written = list(pool.map(lambda _: schedules.tick(), range(8)))
    ticks = schedules.ticks(one.id, most=100)
    assert sum(written) == len(ticks) in {30, 31}
    times = [tick.at for tick in ticks]
    assert {a - b for a, b in itertools.pairwise(times)} == {datetime.timedelta(minutes=1)}
    assert schedules.tick() == 0


@pytest.mark.promise("R15")
def test_each_tick_is_done_by_one_worker_and_a_dead_ones_again(
    schedules: Schedules, graph: neo4j.Driver
) -> None:
    one = added(schedules)
    missed(graph, one, "PT9M")
    schedules.tick()
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        taken = [t for t in pool.map(schedules.take, ["a", "b", "dead", "dead"]) if t]
    assert len({tick.id for tick, _ in taken}) == len(taken) == 4
    for tick, _ in taken[:2]:
        schedules.done(tick, "scan 1")
    schedules.give_back("dead")
    done = [tick.id for tick, _ in taken[:2]]
    while again := schedules.take("c"):
        schedules.done(again[0], "scan 2")
        done.append(again[0].id)
    assert len(done) == len(set(done)) == len(schedules.ticks(one.id, most=100))
    assert {tick.outcome for tick in schedules.ticks(one.id)} == {"scan 1", "scan 2"}


@pytest.mark.promise("R10")
def test_a_schedule_follows_the_databases_clock_alone(
    schedules: Schedules, graph: neo4j.Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = added(schedules, "0 * * * *")
    here = time.time
    monkeypatch.setattr("time.time", lambda: here() + 86_400)  # this machine is a day ahead
    assert schedules.tick() == 0
    missed(graph, one, "PT1H")
    assert schedules.tick() == 1
    monkeypatch.setattr("time.time", lambda: here() - 86_400)  # and now a day behind
    missed(graph, added(schedules, "0 * * * *"), "PT1H")
    assert schedules.tick() == 1


@settings(deadline=None)
@given(
    cron=st.sampled_from(
        ["* * * * *", "*/7 * * * *", "0 */5 * * *", "30 2 1 * *", "*/10 * * * * *"]
    ),
    outages=st.lists(st.integers(1, 5_000), min_size=1, max_size=5),
)
def test_ticks_do_not_depend_on_when_one_looks(cron: str, outages: list[int]) -> None:
    check_cron(cron)
    start = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    now, due, said = start, start, []
    for seconds in outages:
        now += datetime.timedelta(seconds=seconds)
        while due <= now:
            ticks, due = _missed(cron, due, now)
            said += ticks
    whole: list[datetime.datetime] = []
    at = start
    while at <= now:
        ticks, at = _missed(cron, at, now)
        whole += ticks
    assert said == whole
    assert len(set(said)) == len(said)
