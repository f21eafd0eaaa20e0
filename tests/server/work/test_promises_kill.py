"""Killing workers: the scan ends, nothing is read twice, and nobody sees half of it."""

from __future__ import annotations

import random
import time

import pytest

from tests.server.work.nursery import Nursery, in_background
from tests.server.work.scene import LISTED_BY, Scene

KILLS = 30
SLOW = 0.04  # seconds that each call takes: there is something to be killed in


@pytest.mark.promise("R1")
def test_workers_killed_at_any_moment_cost_nothing(scene: Scene, nursery: Nursery) -> None:
    seed = random.randrange(10**6)  # noqa: S311 - no secret
    print(f"seed {seed}")  # noqa: T201 - to do it again
    scene.proxy.delay("*", seconds=SLOW)
    chance = random.Random(seed)  # noqa: S311 - when to kill
    kills = scans = 0
    again: list[str] = []
    with in_background(scene.watch):
        while kills < KILLS:
            scan, began = scene.request(), len(scene.proxy.log)
            scans += 1
            done: dict[str, int] = {}  # type to where in the log it was done
            while not scene.scans.scan(scan).finished:
                child = nursery.worker(scene.env)
                child.at_work()
                time.sleep(chance.uniform(0, 1.5 if kills < KILLS else 60))
                child.kill()
                kills += 1
                for type_ in scene.done(scan):
                    done.setdefault(type_, len(scene.proxy.log))
            again += [
                f"{type_} in scan {scans}" for type_, since in done.items()
                if type_ in LISTED_BY and scene.listed(since)[type_]
            ]  # fmt: skip
            assert all(scene.listed(began).values())
            scene.must_be_right()
            scene.next_generation()
    assert again == []
    with_none = nursery.worker(scene.env)
    scene.wait(scene.request())
    with_none.end()
    scene.must_be_right()
