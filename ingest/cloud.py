"""What every cloud's package gives: how a connector is opened, and what reads it.

`ingest/<cloud>/reader.py` has a function `open_reader` that makes a `Reader` of one account,
subscription or project, and `whose`, which says as whom. They are found by the cloud's name, as
types are: a new cloud is one folder and no registry. Its package (an SDK of its own) is imported
only when a connector of that cloud is read.
"""

from __future__ import annotations

import dataclasses
import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol, cast

from ingest.catalogue import Catalogue
from ingest.declaration import Declaration
from ingest.identity import Scope
from ingest.units import Collected, Unit

Planned = tuple[list[tuple[Declaration, Unit]], list[Collected]]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Place:
    """What is to be read: an account, subscription or project, and how its credentials are found.

    `scope` is its number or id, `name` what the user calls it, `reference` and `options` what the
    connector keeps of the user's choices. `modelled` are the native types of its cloud that have a
    declaration; what else an inventory lists is kept as it comes.
    """

    cloud: str
    partition: str
    scope: str
    name: str
    reference: Mapping[str, str]
    options: Mapping[str, Any]
    modelled: frozenset[str] = frozenset()


@dataclasses.dataclass(frozen=True, kw_only=True)
class Hardness:
    """How hard it is asked: calls a second to a service, calls in flight, seconds throttled.

    quota: how many times the usual quota of its cloud's inventory was granted.
    """

    rate: float = 50.0
    quota: float = 1.0
    in_flight: int = 32
    throttle_seconds: float = 600.0


class Reader(Protocol):
    """One account, subscription or project that is open; it may be used by several threads."""

    def plan(self, connector: str, declarations: Iterable[Declaration]) -> Planned:
        """Return the units to read, and those that are settled without asking."""

    def listing(
        self, declaration: Declaration, unit: Unit, scan: str
    ) -> tuple[Callable[[], Iterator[Any]], Scope]:
        """Return what lists a unit's records for a scan, and the scope they are listed in."""

    def take_calls(self) -> int:
        """Return how many calls were made since this was last asked."""

    def close(self) -> None:
        """End its threads and let go of what it holds."""


class Cloud(Protocol):
    """The module `ingest.<cloud>.reader`."""

    def open_reader(self, place: Place, hardness: Hardness) -> Reader:
        """Open a place. Raises CredentialsRefused, also for those of another place."""

    def whose(self, place: Place) -> str:
        """Ask the cloud as whom a place is read. Raises CredentialsRefused."""


def access(name: str, catalogue: Catalogue) -> dict[str, Any]:
    """Return the least that a reader of a cloud needs, in the form that the cloud takes it."""
    found: dict[str, Any] = importlib.import_module(f"ingest.{name}.access").policy(catalogue)
    return found


def cloud(name: str) -> Cloud:
    """Return the module of a cloud."""
    return cast(Cloud, importlib.import_module(f"ingest.{name}.reader"))
