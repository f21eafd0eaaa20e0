"""Tell whoever watches of calls to a cloud, and of services that ask to be left alone.

Watchers are functions of the process (`server.observe` sets them); without any it costs nothing.
They are told a service only, never an account, an argument or an answer.
"""

from __future__ import annotations

from collections.abc import Callable

called: list[Callable[[str], None]] = []
held: list[Callable[[str], None]] = []


def call(name: str) -> None:
    """Tell of a call, by its name: `s3:ListBuckets`."""
    for watcher in called:
        watcher(name.partition(":")[0])


def hold(service: str) -> None:
    """Tell that a service has throttled, or asked to wait."""
    for watcher in held:
        watcher(service)
