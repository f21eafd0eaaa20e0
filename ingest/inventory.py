"""Read a cloud's inventory once, and let each type read its own part of it.

An inventory lists all kinds of things in one stream. It is gone through once for a scan and laid
down by kind in files of its own; a type's `fetch` then reads the file of its kind, and what no type
asks for is left for the one that keeps the rest. A pass that did not come to its end is no
inventory: every type that reads from it is refused by the same call.
"""

from __future__ import annotations

import collections
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson

from ingest.refusal import Refused

MOST_HELD = 2_000  # rows of all kinds that wait for being written


class Inventory:
    """One pass over a listing; `kind` tells what a row is, in lower case."""

    def __init__(
        self, folder: Path, listing: Callable[[], Iterable[Any]], kind: Callable[[Any], str]
    ) -> None:
        self._folder = folder
        self._listing = listing
        self._kind = kind
        self._lock = threading.Lock()
        self._files: dict[str, Path] | None = None
        self._refused: Refused | None = None

    def of(self, *kinds: str) -> Iterator[Any]:
        """Yield the rows of some kinds, in the listing's order. Raises Refused."""
        files = self._laid_down()
        for kind in kinds:
            if (path := files.get(kind.lower())) is not None:
                yield from _rows(path)

    def rest(self, known: Collection[str]) -> Iterator[Any]:
        """Yield the rows of all kinds but these. Raises Refused."""
        yield from self.of(*sorted(self._laid_down().keys() - {kind.lower() for kind in known}))

    def _laid_down(self) -> dict[str, Path]:
        with self._lock:  # who comes second waits for the one pass
            if self._refused is not None:
                raise self._refused
            if self._files is None:
                try:
                    self._files = self._pass()
                except Refused as refused:
                    self._refused = refused
                    raise
            return self._files

    def _pass(self) -> dict[str, Path]:
        self._folder.mkdir(parents=True, exist_ok=True)
        files: dict[str, Path] = {}
        held: dict[str, list[bytes]] = collections.defaultdict(list)
        count = 0
        for row in self._listing():
            kind = self._kind(row)
            if kind not in files:  # kinds hold slashes, and there may be any number of them
                files[kind] = self._folder / f"{len(files)}.jsonl"
            held[kind].append(orjson.dumps(row, default=str))
            count += 1
            if count >= MOST_HELD:
                _lay_down(files, held)
                count = 0
        _lay_down(files, held)
        return files


def _lay_down(files: dict[str, Path], held: dict[str, list[bytes]]) -> None:
    for kind, rows in held.items():
        with files[kind].open("ab") as file:
            file.write(b"\n".join(rows) + b"\n")
    held.clear()


def _rows(path: Path) -> Iterator[Any]:
    with path.open("rb") as file:
        for line in file:
            yield orjson.loads(line)
