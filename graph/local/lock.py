"""A lock between processes: one file, held by the operating system, gone with its holder.

Waits with a deadline. It is not re-entrant, and it does not work across machines on every
network file system: a home belongs to one machine.
"""

from __future__ import annotations

import contextlib
import sys
import time
from typing import IO, TYPE_CHECKING

from graph.local.errors import HomeBusy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAUSE_SECONDS = 0.05

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def held(path: Path, *, seconds: float) -> Iterator[None]:
    """Hold the lock file `path`; raise `HomeBusy` when another holds it beyond `seconds`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + seconds
    with path.open("ab") as file:
        while not _taken(file):
            if time.monotonic() > deadline:
                raise HomeBusy(
                    f"Another process is busy with {path.parent} for more than {seconds:g} s. "
                    "Wait for it, or end it and try again."
                )
            time.sleep(PAUSE_SECONDS)
        yield


def _taken(file: IO[bytes]) -> bool:
    try:
        _take(file)
    except OSError:
        return False
    return True
