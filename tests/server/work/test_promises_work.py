"""What happens to work when databases restart, workers freeze, and several machines share it."""

from __future__ import annotations

import dataclasses
import os
import time
from collections.abc import Iterator
from pathlib import Path

import neo4j
import psutil
import pytest

from graph.connect import Settings, connect
from graph.local import LocalNeo4j, process
from graph.schedules import Schedules
from tests.clouds.aws.fixtures import AwsCloud
from tests.neo4j_fixture import managed_settings
from tests.server.work.conftest import make_scene
from tests.server.work.nursery import Nursery, in_background
from tests.server.work.scene import LISTED_BY, Scene

SLOW = 0.05


@pytest.fixture
def own_neo4j(tmp_path: Path) -> Iterator[LocalNeo4j]:
    """Give a server that a test may kill."""
    # Not one of the ports that the system gives to clients: one of those might get it meanwhile.
    port = next(p for p in range(21_000, 32_000) if process.is_free(p))
    settings = dataclasses.replace(managed_settings(), bolt_port=port)
    server = LocalNeo4j(tmp_path / "own", settings)
    try:
        server.start()
        yield server
    finally:
        server.stop()


def _until_some_are_published(scene: Scene, scan: str) -> None:
    until = time.monotonic() + 180
    while scene.scans.progress(scan).settled < 3:
        assert time.monotonic() < until, scene.logs()
        time.sleep(0.02)


@pytest.mark.promise("R2")
def test_a_database_that_dies_in_the_middle_costs_nothing_and_doubles_nothing(
    own_neo4j: LocalNeo4j, aws_cloud: AwsCloud, tmp_path: Path, nursery: Nursery
) -> None:
    at = own_neo4j.start()
    with connect(Settings(uri=at.uri, password=at.password), retry_seconds=120) as driver:
        scene = make_scene(aws_cloud, driver, Settings(uri=at.uri, password=at.password), tmp_path)
        scene.proxy.delay("*", seconds=SLOW)
        # Beyond this deadline jobs give up: they go back to the queue and are run again.
        worker = nursery.worker(scene.env | {"CIRROGRAPH_OUTAGE_SECONDS": "1"})
        worker.at_work()
        scan, began = scene.request(), len(scene.proxy.log)
        _until_some_are_published(scene, scan)
        running = own_neo4j.status().endpoint
        assert running is not None
        done = scene.done(scan) & LISTED_BY.keys()
        process_of_it = psutil.Process(running.pid)
        process_of_it.kill()
        process_of_it.wait(30)
        since = len(scene.proxy.log)
        own_neo4j.start()
        scene.wait(scan)
        assert worker.is_alive
        scene.must_be_right()
        assert all(scene.listed(began).values())
        again = scene.listed(since)
        assert {type_ for type_ in done if again[type_]} == set()
        written = scene.scans.request(scene.connector)[0]
        assert scene.wait(written)["written"] == dict.fromkeys(
            ("nodes", "edges", "removed", "properties"), 0
        )
        worker.end()


@pytest.mark.promise("R8")
def test_a_worker_that_wakes_up_after_it_was_given_up_writes_nothing(
    scene: Scene, nursery: Nursery, postgres_url: str
) -> None:
    shared = {"CIRROGRAPH_WORK_URL": postgres_url}
    scene.proxy.delay("*", seconds=SLOW)
    sleeper = nursery.worker(scene.env | shared)
    sleeper.at_work()
    with in_background(scene.watch):
        scan = scene.request()
        _until_some_are_published(scene, scan)
        sleeper.pause()
        other = nursery.worker(scene.surroundings("second") | shared)
        scene.wait(scan)
        sleeper.go_on()
        until = time.monotonic() + 180
        while sleeper.is_alive and "start it again" not in sleeper.log.read_text():
            assert time.monotonic() < until, sleeper.log.read_text()
            time.sleep(0.05)
        scene.must_be_right()
        scene.next_generation()
        scene.wait(scene.request())
        scene.must_be_right()
    other.end()


@pytest.mark.promise("R1")
@pytest.mark.promise("R10")
def test_of_two_machines_one_finishes_what_the_other_leaves(
    scene: Scene, nursery: Nursery, postgres_url: str
) -> None:
    """Their clocks count for nothing: who is dead is told by the database's own."""
    shared = {"CIRROGRAPH_WORK_URL": postgres_url}
    scene.proxy.delay("*", seconds=SLOW)
    one = nursery.worker(scene.env | shared)
    two = nursery.worker(scene.surroundings("second") | shared)
    one.at_work()
    two.at_work()
    scan = scene.request()
    _until_some_are_published(scene, scan)
    done, since = scene.done(scan) & LISTED_BY.keys(), len(scene.proxy.log)
    one.kill()
    scene.wait(scan)
    scene.must_be_right()
    again = scene.listed(since)
    assert {type_ for type_ in done if again[type_]} == set()
    scene.next_generation()
    scene.wait(scene.request())
    scene.must_be_right()
    two.end()


@pytest.mark.promise("R3")
def test_throttling_slows_a_scan_and_loses_nothing(scene: Scene, nursery: Nursery) -> None:
    worker = nursery.worker(scene.env)
    whole = scene.wait(scene.request())
    scene.proxy.throttle("*", probability=0.3)
    again = scene.wait(scene.request(), seconds=240)
    assert again["unread"] == whole["unread"]
    assert again["resources"] == whole["resources"]
    assert again["written"] == dict.fromkeys(("nodes", "edges", "removed", "properties"), 0)
    worker.end()


@pytest.mark.promise("R15")
def test_a_schedule_ticks_once_each_time_whoever_is_killed(
    scene: Scene, nursery: Nursery, graph: neo4j.Driver
) -> None:
    schedules = Schedules(graph)
    every_second = schedules.add("scan", scene.connector.id, "* * * * * *")
    slow = {"CIRROGRAPH_SCAN_INTERVAL": "3600"}  # ticks are what counts here, not what they do
    for pause in (0.7, 1.3, 0.2, 2.1):
        worker = nursery.worker(scene.env | slow)
        worker.at_work()
        time.sleep(pause)
        worker.kill()
        time.sleep(pause)
    last = nursery.worker(scene.env | slow)
    last.at_work()
    time.sleep(3)
    last.end()
    ticks = schedules.ticks(every_second.id, most=1_000)
    times = sorted(tick.at for tick in ticks)
    assert len(set(times)) == len(times) == 1 + (times[-1] - times[0]).total_seconds()
    assert times[0] == every_second.due_at
    assert len({tick.outcome for tick in ticks if "under way" not in str(tick.outcome)}) <= 4


@pytest.mark.promise("R18")
def test_scan_after_scan_nothing_is_left_lying_and_no_memory_is_kept(
    scene: Scene, nursery: Nursery
) -> None:
    stage = scene.folder / "stage"
    orphan, fresh, strange = (stage / n for n in ("0" * 16, "1" * 16, "photos"))
    for folder in (orphan, fresh, strange):
        folder.mkdir(parents=True)
        os.utime(folder, (0, 0) if folder is not fresh else None)
    worker = nursery.worker(scene.env)
    worker.at_work()
    process = psutil.Process(worker.pid)
    held: list[int] = []
    for _ in range(10):
        scene.next_generation()
        scene.wait(scene.request())
        held.append(process.memory_info().rss)
    scene.must_be_right()
    assert sorted(stage.iterdir()) == [fresh, strange]  # another deployment's, and the user's own
    assert max(held[7:]) - max(held[4:7]) < 16 * 2**20, held
    worker.end()
