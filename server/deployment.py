"""One deployment's parts, wired: database, lake, declarations, controls, settings.

The only place where they are put together; commands, worker and API take a `Deployment`.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Self

import neo4j

import controls.load
import graph.connect
from controls.control import Control
from controls.errors import BrokenControls
from controls.lint import declare_tokens
from controls.overrides import InForce, in_force, stored
from graph.connect import connect, require_ours
from graph.lake import Lake
from graph.ledger import Ledger
from graph.local.progress import Bar, silent
from graph.migrate import migrate
from graph.scans import Scans
from graph.schedules import Schedules
from graph.workers import Workers
from ingest.catalogue import Catalogue, discover
from server.settings import Settings

if TYPE_CHECKING:
    from server.access.access import Access


@dataclasses.dataclass(frozen=True, kw_only=True)
class Deployment:
    """What everything in `server` works with; `controls` are those of the files."""

    settings: Settings
    catalogue: Catalogue
    controls: Mapping[str, Control]
    broken: tuple[str, ...]
    driver: neo4j.Driver
    database: str
    lake: Lake

    @property
    def ledger(self) -> Ledger:
        """The connectors."""
        return Ledger(self.driver, self.database)

    @property
    def scans(self) -> Scans:
        """Scans and their units."""
        return Scans(self.driver, self.database)

    @property
    def schedules(self) -> Schedules:
        """What shall happen when."""
        return Schedules(self.driver, self.database)

    @property
    def workers(self) -> Workers:
        """Who is at work."""
        return Workers(self.driver, self.database, dead=self.settings.dead_seconds)

    def in_force(self) -> Mapping[str, Control]:
        """Return the controls with the overrides of the graph upon them, as they are now."""
        return self.overridden().controls

    def overridden(self) -> InForce:
        """Return the same, with what does not count and why."""
        return in_force(self.controls, stored(self.driver, database=self.database))

    @functools.cached_property
    def access(self) -> Access:
        """Tokens, sessions, roles, and the log of changes. Raises BadRoles."""
        from server.access.access import Access  # noqa: PLC0415 - few commands need it: sqlalchemy
        from server.access.store import Store  # noqa: PLC0415 - the same

        store = Store(self.settings.work_url)
        return Access.of(self.settings.access, store, self.ledger.connectors)

    @classmethod
    @contextlib.contextmanager
    def open(cls, settings: Settings | None = None, *, progress: Bar = silent) -> Iterator[Self]:
        """Connect (starting the managed server when none is named) and bring the database to form.

        Raises what `graph.connect` raises, ForeignDatabase before anything is written.
        """
        settings = settings or Settings.from_env()
        catalogue = types_of(settings)
        controls, broken = controls_of(settings)
        at = graph.connect.Settings.from_env(progress=progress)
        with connect(at, retry_seconds=settings.outage_seconds) as driver:
            require_ours(driver, at.database)
            migrate(driver, catalogue, database=at.database)
            declare_tokens(driver, catalogue, database=at.database)  # plans then name them all
            made = cls(
                settings=settings,
                catalogue=catalogue,
                controls=controls,
                broken=broken,
                driver=driver,
                database=at.database,
                lake=Lake(settings.lake),
            )
            try:
                yield made
            finally:
                if "access" in vars(made):  # else nothing of it was opened
                    made.access.store.close()


def types_of(settings: Settings) -> Catalogue:
    """Return the built-in types and those of the own folders (`<own>/types/<cloud>/*.py`)."""
    return discover(tuple(p / "types" for p in settings.own if (p / "types").is_dir()))


def controls_of(settings: Settings) -> tuple[Mapping[str, Control], tuple[str, ...]]:
    """Return the controls in force by id, and what is wrong with those that are left out.

    A broken control of the user's costs itself and nothing else: it is shown, and the rest run.
    """
    try:
        return controls.load.load(settings.own), ()
    except BrokenControls as broken:
        return broken.controls, tuple(str(error) for error in broken.errors)
