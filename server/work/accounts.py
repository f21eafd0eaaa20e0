"""The accounts that a worker has open: one for each connector, shared by all its jobs.

Sharing is what makes the pace hold: an account's token buckets and its limit of calls in flight
count whatever job calls. An account that no job uses is closed after a while, so that its
credentials are not kept longer than needed.
"""

from __future__ import annotations

import contextlib
import dataclasses
import threading
import time
from collections.abc import Iterator

from graph.ledger import Connector
from ingest.catalogue import Catalogue
from ingest.cloud import Hardness, Place, Reader, cloud
from server.settings import Settings

IDLE_SECONDS = 60.0


@dataclasses.dataclass
class _Open:
    account: Reader
    users: int = 0
    left: float = 0.0


class Accounts:
    """Opens accounts on demand, each once."""

    def __init__(self, settings: Settings, catalogue: Catalogue) -> None:
        self._settings = settings
        self._catalogue = catalogue
        self._open: dict[str, _Open] = {}
        self._lock = threading.Lock()
        self._opening: dict[str, threading.Lock] = {}

    @contextlib.contextmanager
    def of(self, connector: Connector) -> Iterator[Reader]:
        """Give a connector's account while the block runs. Raises CredentialsRefused."""
        self._close_idle()
        with self._lock:
            opening = self._opening.setdefault(connector.id, threading.Lock())
        with opening:
            with self._lock:
                entry = self._open.get(connector.id)
                if entry is not None:
                    entry.users += 1
            if entry is None:
                entry = _Open(open_account(connector, self._settings, self._catalogue), users=1)
                with self._lock:
                    self._open[connector.id] = entry
        try:
            yield entry.account
        finally:
            with self._lock:
                entry.users -= 1
                entry.left = time.monotonic()

    def close(self) -> None:
        """Close all."""
        with self._lock:
            entries = list(self._open.values())
            self._open.clear()
        for entry in entries:
            entry.account.close()

    def _close_idle(self) -> None:
        now = time.monotonic()
        with self._lock:
            idle = [
                id_
                for id_, entry in self._open.items()
                if not entry.users and now - entry.left > IDLE_SECONDS
            ]
            entries = [self._open.pop(id_) for id_ in idle]
        for entry in entries:
            entry.account.close()


def open_account(connector: Connector, settings: Settings, catalogue: Catalogue) -> Reader:
    """Open a connector's account. Raises CredentialsRefused, also for those of another account."""
    hardness = Hardness(
        rate=settings.rate,
        quota=settings.inventory_quota,
        in_flight=settings.calls,
        throttle_seconds=settings.throttle_seconds,
    )
    return cloud(connector.cloud).open_reader(place_of(connector, catalogue), hardness)


def place_of(connector: Connector, catalogue: Catalogue) -> Place:
    """Return what a connector reads, as its cloud's package wants it."""
    return Place(
        cloud=connector.cloud, partition=connector.partition, scope=connector.scope,
        name=connector.name, reference=connector.reference, options=connector.options,
        modelled=catalogue.native(connector.cloud),
    )  # fmt: skip
