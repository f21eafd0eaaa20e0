"""An inventory is gone through once, followed by all who read of it, and whole or none."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.inventory import MOST_HELD, Closed, Inventory
from ingest.refusal import Refused

LOST = Refused("inventory:all", "IncompleteListing")


class Listing:
    """A listing that goes on when it is told to: by rows, or by what ends it."""

    def __init__(self) -> None:
        self.told: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self.passes = 0

    def __call__(self) -> Iterator[Any]:
        self.passes += 1
        while (said := self.told.get()) is not None:
            if isinstance(said, Exception):
                raise said
            yield from said


@pytest.fixture
def listing() -> Listing:
    return Listing()


@pytest.fixture
def inventory(listing: Listing, tmp_path: Path) -> Inventory:
    return Inventory(tmp_path / "pass", listing, lambda row: row["kind"])


def rows(kind: str, count: int) -> list[Any]:
    return [{"kind": kind, "number": number} for number in range(count)]


def test_each_reads_its_own_and_the_rest_is_left(inventory: Inventory, listing: Listing) -> None:
    listing.told.put([*rows("a/b", 3), *rows("c", 2), *rows("a/b", 1), *rows("d", 1)])
    listing.told.put(None)
    assert [row["number"] for row in inventory.of("A/B")] == [0, 1, 2, 0]
    assert {row["kind"] for row in inventory.of("c", "d")} == {"c", "d"}
    assert list(inventory.of("none")) == []
    assert [row["kind"] for row in inventory.rest({"a/b", "C"})] == ["d"]
    assert list(inventory.of("c")) == rows("c", 2), "again, from what was laid down"
    assert listing.passes == 1


def test_rows_are_read_while_the_next_page_is_waited_for(
    inventory: Inventory, listing: Listing
) -> None:
    listing.told.put(rows("a", MOST_HELD))
    reading = inventory.of("a")
    first = [next(reading) for _ in range(MOST_HELD)]
    assert first == rows("a", MOST_HELD)
    assert inventory.is_under_way, "the listing has not ended"
    listing.told.put(rows("a", 2))
    listing.told.put(None)
    assert list(reading) == rows("a", 2)
    assert not inventory.is_under_way


@pytest.mark.parametrize("error", [LOST, KeyError("a fault of the listing")])
def test_a_pass_that_fails_half_way_is_refused_to_all_who_read_of_it(
    inventory: Inventory, listing: Listing, error: Exception
) -> None:
    listing.told.put(rows("a", MOST_HELD))
    reading = inventory.of("a")
    assert next(reading) == {"kind": "a", "number": 0}
    listing.told.put(error)
    for reader in (reading, inventory.of("a"), inventory.of("b"), inventory.rest(())):
        with pytest.raises(type(error)):
            list(reader)
    assert listing.passes == 1, "it is not asked again"


def test_who_comes_at_once_waits_for_the_one_pass(inventory: Inventory, listing: Listing) -> None:
    found: list[int] = []
    readers = [
        threading.Thread(target=lambda: found.append(len(list(inventory.of("a")))))
        for _ in range(8)
    ]
    for reader in readers:
        reader.start()
    for _ in range(5):
        listing.told.put(rows("a", MOST_HELD // 2 + 1))
    listing.told.put(None)
    for reader in readers:
        reader.join()
    assert found == [5 * (MOST_HELD // 2 + 1)] * 8
    assert listing.passes == 1


def test_closed_it_ends_its_pass(inventory: Inventory, listing: Listing) -> None:
    listing.told.put(rows("a", MOST_HELD))
    reading = inventory.of("a")
    next(reading)
    closing = threading.Thread(target=inventory.close)
    closing.start()
    while closing.is_alive():  # it may have been asking for its next rows
        listing.told.put(rows("a", 1))
        closing.join(0.01)
    assert not inventory.is_under_way
    with pytest.raises(Closed):
        list(reading)


def test_a_row_that_is_no_unicode_harms_no_other(inventory: Inventory, listing: Listing) -> None:
    odd = {"kind": "a", "name": "\ud800", "size": 2**70}
    listing.told.put([*rows("a", 1), odd, *rows("a", 1)])
    listing.told.put(None)
    assert list(inventory.of("a")) == [*rows("a", 1), odd, *rows("a", 1)]
