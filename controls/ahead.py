"""Ask each control once about several connectors, and give each of them its part of the answer.

A round trip costs as much as the question about a middling account, so an evaluation of a whole
company puts each control to a group of connectors at once. What comes back is kept by connector,
with the picture that it was asked about: a connector that was published to meanwhile gets nothing
from here and is asked by itself, as it is where a question fails or is too large for a group.
"""

from __future__ import annotations

import collections
import datetime
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import neo4j

from controls.ask import Asker, Candidate, Limits, Question
from controls.control import Control, applicable, runnable
from controls.errors import ControlError
from controls.gate import require_harmless
from controls.picture import Picture, Position, look, position
from graph.ledger import Connector

THREADS = 2  # as many questions at once as one evaluation puts

Found = Mapping[str, dict[str, Candidate]]  # by connector, then by uid


@dataclass(frozen=True, kw_only=True)
class _Applying:
    """What a control applies to: how many of each unit, and which of the uids that were asked."""

    asked: frozenset[str]
    held: Mapping[str, dict[str, int]] = field(default_factory=dict)
    uids: Mapping[str, set[str]] = field(default_factory=dict)


class Ahead:
    """What controls say about a group of connectors, asked before each of them is evaluated."""

    def __init__(
        self,
        driver: neo4j.Driver,
        connectors: Sequence[Connector],
        limits: Limits,
        database: str | None = None,
    ) -> None:
        self._driver, self._database = driver, database
        self._pictures: dict[str, tuple[Position, Picture]] = {}
        self._failing: dict[str, Found] = {}
        self._applying: dict[str, _Applying] = {}
        for connector in connectors:
            at = position(driver, connector.id, database=database)
            with driver.session(
                database=database, default_access_mode=neo4j.READ_ACCESS
            ) as session:
                seen = look(session, connector=connector.id, cloud=connector.cloud)
            self._pictures[connector.id] = at, seen
        self._connector_of = {
            unit.id: unit.connector for _, seen in self._pictures.values() for unit in seen.units
        }
        self._asker = Asker(driver, "", limits, database, units=self._units())

    def _units(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = collections.defaultdict(list)
        for _, seen in self._pictures.values():
            for type_, ids in seen.holding.items():
                found[type_] += ids
        return found

    def ask(self, controls: Iterable[Control], at: datetime.datetime) -> None:
        """Ask controls about all connectors at once."""
        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(lambda control: self._ask(control, at), controls))

    def _ask(self, control: Control, at: datetime.datetime) -> None:
        question, applies = runnable(control, at), applicable(control, at)
        try:
            require_harmless(self._driver, control, database=self._database)
            candidates = self._asker.candidates(question, control.resource)
            found: Found = {connector: {} for connector in self._pictures}
            for candidate in candidates:
                found[self._connector_of[candidate.unit]][candidate.uid] = candidate
            if applies is not None:
                uids = frozenset(candidate.uid for candidate in candidates)
                self._applying[applies[0]] = self._applied(control, applies, uids)
        except ControlError:
            return  # refused, broken or too much for a group: each connector's own evaluation tells
        self._failing[question[0]] = found

    def _applied(self, control: Control, applies: Question, asked: frozenset[str]) -> _Applying:
        held: dict[str, dict[str, int]] = collections.defaultdict(dict)
        uids: dict[str, set[str]] = collections.defaultdict(set)
        for row in self._asker.applying_by_unit(applies, control.resource, asked):
            connector = self._connector_of[row["unit"]]
            held[connector][row["unit"]] = row["held"]
            uids[connector].update(row["uids"])
        return _Applying(asked=asked, held=held, uids=uids)

    def picture(self, connector: str, at: Position) -> Picture | None:
        """Return what was asked about; None where the connector's picture is another by now."""
        seen = self._pictures.get(connector)
        return seen[1] if seen and seen[0] == at and at.is_whole else None

    def failing(self, connector: str, question: Question) -> dict[str, Candidate] | None:
        """Return what a control returns about a connector; None where it was not asked."""
        found = self._failing.get(question[0])
        return None if found is None else found[connector]

    def applying(
        self, connector: str, question: Question, uids: frozenset[str]
    ) -> tuple[dict[str, int], set[str]] | None:
        """Return what a control applies to; None where it was not asked about all of `uids`."""
        found = self._applying.get(question[0])
        if found is None or not uids <= found.asked:
            return None
        return found.held.get(connector, {}), found.uids.get(connector, set()) & uids
