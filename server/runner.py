"""Run the units of a job side by side, in threads of this process."""

from __future__ import annotations

import concurrent.futures
import threading
from collections.abc import Callable, Iterator, Sequence

from ingest.collect import Collected

Job = Callable[[], Collected]


class InProcess:
    """Runs units in threads, `side_by_side` at a time; begins no more once `stop` is set."""

    def __init__(self, side_by_side: int, stop: threading.Event | None = None) -> None:
        self._side_by_side = side_by_side
        self._stop = stop or threading.Event()

    def run(self, jobs: Sequence[Job]) -> Iterator[list[Collected]]:
        """Yield what has ended since last asked, at least one at a time, until all have."""
        with concurrent.futures.ThreadPoolExecutor(
            self._side_by_side, thread_name_prefix="unit"
        ) as pool:
            waiting = {pool.submit(self._run, job) for job in jobs}
            try:
                while waiting:
                    done, waiting = concurrent.futures.wait(
                        waiting, return_when=concurrent.futures.FIRST_COMPLETED
                    )
                    ended = [future.result() for future in done]
                    yield [collected for collected in ended if collected is not None]
            finally:
                for future in waiting:
                    future.cancel()

    def _run(self, job: Job) -> Collected | None:
        return None if self._stop.is_set() else job()
