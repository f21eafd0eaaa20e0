"""Count an account's calls to its cloud, from whatever thread they are made."""

from __future__ import annotations

import collections
import threading

from ingest import watch


class Calls:
    """Calls by name; what was counted since the last look is taken by `take`."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: collections.Counter[str] = collections.Counter()
        self._taken = 0

    def count(self, name: str) -> None:
        """Count one call."""
        with self._lock:
            self._made[name] += 1
        watch.call(name)

    def take(self) -> int:
        """Return how many calls were made since this was last asked."""
        with self._lock:
            made = self._made.total() - self._taken
            self._taken += made
            return made
