"""A managed Neo4j of the benchmarks' own, in a folder that goes with them."""

from __future__ import annotations

import concurrent.futures
import contextlib
import multiprocessing
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import neo4j
import psutil

from graph.connect import Settings
from graph.local import LocalNeo4j, LocalSettings, default_home


@contextlib.contextmanager
def database(heap_mib: int = 2048, *, keep: Path | None = None) -> Iterator[tuple[Settings, Path]]:
    """Give a server and a folder: empty ones, or those of `keep`, which then stays."""
    with contextlib.ExitStack() as stack:
        folder = keep or Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="cirrograph-bench-"))
        )
        settings = LocalSettings(
            jars=LocalSettings.from_env().jars or default_home() / "neo4j" / "jars",
            bolt_port=0, http_port=0, heap_mib=heap_mib, page_cache_mib=1024,
        )  # fmt: skip
        server = LocalNeo4j(folder, settings)
        try:
            at = server.start()
            yield Settings(uri=at.uri, password=at.password), folder
        finally:
            server.stop()


def apart() -> concurrent.futures.ProcessPoolExecutor:
    """Return a process of its own, so that the measured one's memory is its own."""
    return concurrent.futures.ProcessPoolExecutor(
        1, mp_context=multiprocessing.get_context("spawn")
    )


def wipe(driver: neo4j.Driver) -> None:
    """Delete every node."""
    with driver.session() as session:
        session.run(
            "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
        ).consume()


class Clock:
    """Seconds of a block, and the process's peak of memory while it ran.

    `own_mib` leaves out the pages of files, such as libraries, which the system can drop and read
    again; it is what a limit on memory counts that can't be given back.
    """

    def __enter__(self) -> Self:
        self._process = psutil.Process()
        self.peak_mib = self.own_mib = 0.0
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._sample)
        self._watch.start()
        self._began = time.perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds = time.perf_counter() - self._began
        self._over.set()
        self._watch.join()

    def _sample(self) -> None:
        while not self._over.wait(0.05):
            held = self._process.memory_info()
            self.peak_mib = max(self.peak_mib, held.rss / 2**20)
            own = held.rss - getattr(held, "shared", 0)  # only Linux tells
            self.own_mib = max(self.own_mib, own / 2**20)
