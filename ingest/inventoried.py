"""Read a place that an inventory lists whole, whatever locations its resources have.

So a type of it is one unit, and its region is `global`: where a resource lives is said by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, Protocol, TypeVar

from ingest.cloud import Planned
from ingest.declaration import Declaration
from ingest.identity import Scope
from ingest.units import Unit

GLOBAL = "global"


class Open(Protocol):
    """A subscription or project that is open: what all units of a scan share."""

    def take_calls(self) -> int:
        """Return how many calls were made since this was last asked."""

    def close(self) -> None:
        """Let go of threads, connections and files."""


Owner = TypeVar("Owner", bound=Open)


class InventoryReader(Generic[Owner]):
    """A place that is open.

    view: makes of it what one `fetch` gets. scope: whose its records are, above `GLOBAL`.
    modelled: the native types that have a declaration; what else is listed is kept as it comes.
    """

    def __init__(
        self, owner: Owner, view: Callable[..., Any], scope: Scope, modelled: frozenset[str]
    ) -> None:
        self.owner = owner
        self._view = view
        self._scope = scope
        self._modelled = modelled

    def plan(self, connector: str, declarations: Iterable[Declaration]) -> Planned:
        """Return one unit for each type."""
        return [
            (d, Unit(connector=connector, type=d.label, region=GLOBAL)) for d in declarations
        ], []

    def listing(
        self,
        declaration: Declaration,
        unit: Unit,  # noqa: ARG002 - there is one of a type
        scan: str,
    ) -> tuple[Callable[[], Iterator[Any]], Scope]:
        """Return what lists a unit's records for a scan, and the scope they are listed in."""
        view = self._view(
            owner=self.owner, service=declaration.service, scan=scan, native=declaration.native,
            modelled=self._modelled,
        )  # fmt: skip
        return (lambda: declaration.fetch(view)), self._scope

    def take_calls(self) -> int:
        """Return how many calls were made since this was last asked."""
        return self.owner.take_calls()

    def close(self) -> None:
        """Wait for the calls in flight, and let go of what it holds."""
        self.owner.close()
