"""Keep an account's calls to a service under a rate: one token bucket for each.

A bucket belongs to one account and service, so that one account's throttling slows no other.
Waiting is done by the caller's thread; nothing is queued here. A `Window` is for a quota that is
counted otherwise: so many calls in any stretch of so many seconds.
"""

from __future__ import annotations

import collections
import threading
import time
from collections.abc import Callable, Mapping


class Bucket:
    """Allows `rate` calls a second on average, `burst` at once."""

    def __init__(
        self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._tokens = burst
        self._at = clock()
        self._held = 0.0
        self._lock = threading.Lock()

    def take(self) -> float:
        """Take one token; return for how many seconds to wait before the call."""
        with self._lock:
            now = self._clock()
            self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate)
            self._at = now
            self._tokens -= 1
            return max(0.0, -self._tokens / self._rate, self._held - now)

    def hold(self, seconds: float) -> None:
        """Let nobody through for so long; what already waits is not called back."""
        with self._lock:
            self._held = max(self._held, self._clock() + seconds)


class Window:
    """Allows `calls` in any stretch of `seconds`, and all of them at once.

    A call counts for its service when it gets there, which is some time between our sending it and
    its being answered. So it is told when it was answered (`answered`), and counts for us until
    `seconds` after that: no call is too early, and none waits longer than a call takes.
    """

    def __init__(
        self, calls: int, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._seconds = seconds
        self._clock = clock
        self._at: collections.deque[list[float]] = collections.deque(maxlen=calls)
        self._held = 0.0
        self._lock = threading.Lock()

    def take(self) -> tuple[float, list[float]]:
        """Return for how many seconds to wait before the call, and the call's mark."""
        with self._lock:
            now = self._clock()
            start = max(now, self._held)
            if len(self._at) == self._at.maxlen:
                start = max(start, self._at[0][0] + self._seconds)
            mark = [start]
            self._at.append(mark)
            return start - now, mark

    def answered(self, mark: list[float]) -> None:
        """Note that a call was answered just now."""
        with self._lock:
            mark[0] = self._clock()

    def was_full(self, sent: float) -> bool:
        """Whether our own calls had used it up when the last of them was sent.

        Then we know when the next one is allowed. That an older one leaves the window while the
        last is being answered changes nothing of what its answer tells.
        """
        with self._lock:
            return len(self._at) == self._at.maxlen and self._at[0][0] >= sent - self._seconds

    def now(self) -> float:
        """Return the time by its clock."""
        return self._clock()

    def hold(self, seconds: float) -> None:
        """Let nobody through for so long; what already waits is not called back."""
        with self._lock:
            self._held = max(self._held, self._clock() + seconds)


class Pace:
    """The buckets of one account, by service; `times` are those of another rate."""

    def __init__(self, rate: float, burst: float, times: Mapping[str, float] | None = None) -> None:
        self._rate = rate
        self._burst = burst
        self._times = times or {}
        self._buckets: dict[str, Bucket] = {}
        self._lock = threading.Lock()

    def wait(self, service: str) -> None:
        """Block until a call to `service` is allowed."""
        delay = self._bucket(service).take()
        if delay > 0:
            time.sleep(delay)

    def hold(self, service: str, seconds: float) -> None:
        """Let no call to `service` through for so long: it has asked for it."""
        self._bucket(service).hold(seconds)

    def _bucket(self, service: str) -> Bucket:
        with self._lock:
            if service not in self._buckets:
                times = self._times.get(service, 1.0)
                self._buckets[service] = Bucket(self._rate * times, self._burst * times)
            return self._buckets[service]
