"""Read a cloud's inventory once, and let each type read its own part of it.

An inventory lists all kinds of things in one stream. A thread of its own goes through it once for a
scan and lays it down by kind in files of its own; a type's `fetch` follows the file of its kind
while it grows, so that what a record takes to be read is spent while the next page is waited for.
What no type asks for is left for the one that keeps the rest.

A pass that did not come to its end is no inventory: every type that reads from it is refused by the
same call, also one that has followed it half way, and what it has read counts for nothing.
"""

from __future__ import annotations

import collections
import json
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson

MOST_HELD = 1_000  # rows of all kinds that wait for being written


class Closed(Exception):
    """The inventory was let go before its pass came to its end."""


class Inventory:
    """One pass over a listing; `kind` tells what a row is, in lower case."""

    def __init__(
        self, folder: Path, listing: Callable[[], Iterable[Any]], kind: Callable[[Any], str]
    ) -> None:
        self._folder = folder
        self._listing = listing
        self._kind = kind
        self._paths: dict[str, Path] = {}  # the pass's own
        self._there: dict[str, int] = {}  # bytes of each kind that are whole rows
        self._grown = threading.Condition()
        self._thread: threading.Thread | None = None
        self._ended = False
        self._failed: Exception | None = None
        self._is_closed = False

    @property
    def is_under_way(self) -> bool:
        """Whether the pass has begun and not ended."""
        with self._grown:
            return self._thread is not None and not self._ended

    def of(self, *kinds: str) -> Iterator[Any]:
        """Yield the rows of some kinds, each kind's in the listing's order. Raises Refused."""
        wanted = {kind.lower() for kind in kinds}
        return self._followed(lambda kind: kind in wanted)

    def rest(self, known: Collection[str]) -> Iterator[Any]:
        """Yield the rows of all kinds but these. Raises Refused."""
        lower = {kind.lower() for kind in known}
        return self._followed(lambda kind: kind not in lower)

    def close(self) -> None:
        """End the pass where it is still under way; returns when it has ended."""
        with self._grown:
            self._is_closed = True
            thread = self._thread
        if thread is not None:
            thread.join()

    def _followed(self, wanted: Callable[[str], bool]) -> Iterator[Any]:
        self._begin()
        read: dict[str, int] = {}
        while grown := self._wait(wanted, read):
            for kind, until in grown:
                yield from _rows(self._paths[kind], read.get(kind, 0), until)
                read[kind] = until

    def _wait(self, wanted: Callable[[str], bool], read: dict[str, int]) -> list[tuple[str, int]]:
        """Return what there is beyond what was read; nothing when the pass has ended."""
        with self._grown:
            while True:
                if self._failed is not None:
                    raise self._failed
                grown = [
                    (kind, until)
                    for kind, until in self._there.items()
                    if until > read.get(kind, 0) and wanted(kind)
                ]
                if grown or self._ended:
                    return grown
                self._grown.wait()

    def _begin(self) -> None:
        with self._grown:
            if self._thread is None:
                self._thread = threading.Thread(target=self._pass, name="inventory", daemon=True)
                self._thread.start()

    def _pass(self) -> None:
        failed: Exception | None = None
        try:
            self._go_through()
        except Exception as error:  # noqa: BLE001 - it is raised by whoever reads
            failed = error
        with self._grown:
            self._ended, self._failed = True, failed
            self._grown.notify_all()

    def _go_through(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        held: dict[str, list[bytes]] = collections.defaultdict(list)
        count = 0
        for row in self._listing():
            if self._is_closed:
                raise Closed
            held[self._kind(row)].append(_line(row))
            count += 1
            if count >= MOST_HELD:
                self._lay_down(held)
                count = 0
        self._lay_down(held)

    def _lay_down(self, held: dict[str, list[bytes]]) -> None:
        there: dict[str, int] = {}
        for kind, rows in held.items():
            if kind not in self._paths:  # kinds hold slashes, and there may be any number of them
                self._paths[kind] = self._folder / f"{len(self._paths)}.jsonl"
            with self._paths[kind].open("ab") as file:
                file.write(b"\n".join(rows) + b"\n")
                there[kind] = file.tell()
        with self._grown:
            self._there |= there
            self._grown.notify_all()
        held.clear()


def _line(row: Any) -> bytes:
    try:
        return orjson.dumps(row, default=str)
    except TypeError:  # lone surrogates, integers beyond 64 bits
        return json.dumps(row, default=str).encode()


def _rows(path: Path, since: int, until: int) -> Iterator[Any]:
    with path.open("rb") as file:
        file.seek(since)
        for line in file:
            yield read_json(line)
            since += len(line)
            if since >= until:
                return


def read_json(text: bytes) -> Any:
    """Return what JSON says, also where it holds what is no Unicode. Raises ValueError."""
    try:
        return orjson.loads(text)
    except ValueError:
        return json.loads(text)
