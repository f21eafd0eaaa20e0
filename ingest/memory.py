"""Keep a long-running process small: give memory back rather than keep what a peak needed.

Two allocators keep by default: Arrow has one of its own, and the C library gives each of a worker's
many threads an arena that never shrinks. `save` is called once, before the threads are there.
"""

from __future__ import annotations

import contextlib
import ctypes

import pyarrow as pa

M_ARENA_MAX = -8  # of the GNU C library's malloc.h
ARENAS = 2


def save() -> None:
    """Let Arrow use the system's allocator, and all threads share a few of its arenas."""
    pa.set_memory_pool(pa.system_memory_pool())
    with contextlib.suppress(AttributeError, OSError, TypeError):  # another C library
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, ARENAS)
