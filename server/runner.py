"""Run a scan's units: the seam where a durable engine fits.

A runner takes jobs and yields how each ended, in the order in which they end. This one runs them in
threads of this process: a killed process loses the units that were not published yet, and the next
scan reads them again.
"""

from __future__ import annotations

import concurrent.futures
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from ingest.collect import Collected

Job = Callable[[], Collected]


class Runner(Protocol):
    """Runs jobs, each of which collects one unit."""

    def run(self, jobs: Sequence[Job]) -> Iterator[list[Collected]]:
        """Yield what has ended since last asked, at least one at a time, until all have."""
        ...


class InProcess:
    """Runs units in threads, `side_by_side` at a time."""

    def __init__(self, side_by_side: int) -> None:
        self._side_by_side = side_by_side

    def run(self, jobs: Sequence[Job]) -> Iterator[list[Collected]]:
        """Yield what has ended since last asked; see `Runner`."""
        with concurrent.futures.ThreadPoolExecutor(
            self._side_by_side, thread_name_prefix="unit"
        ) as pool:
            waiting = {pool.submit(job) for job in jobs}
            try:
                while waiting:
                    done, waiting = concurrent.futures.wait(
                        waiting, return_when=concurrent.futures.FIRST_COMPLETED
                    )
                    yield [future.result() for future in done]
            finally:
                for future in waiting:
                    future.cancel()
