"""Record what a person found out about a manual requirement, and until when it counts."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

import neo4j

from controls.errors import ControlError
from controls.mandates import Mandate
from controls.verdict import OUTCOMES, Verdict

RECORD = """
MERGE (o:ManualOutcome {id: $row.id})
SET o = $row
"""
STORED = """
MATCH (o:ManualOutcome {mandate: $mandate, connector: $connector})
RETURN properties(o) AS outcome ORDER BY o.requirement
"""

ALL = "MATCH (o:ManualOutcome) RETURN properties(o) AS outcome ORDER BY o.id"


class BadOutcome(ControlError):
    """An outcome is recorded for a requirement that does not exist, or says what can't be."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What somebody recorded; after `expires_at` it no longer counts."""

    mandate: str
    requirement: str
    connector: str
    outcome: Verdict
    note: str
    by: str
    at: datetime.datetime
    expires_at: datetime.datetime | None = None

    @property
    def id(self) -> str:
        """Its key: the last one recorded counts."""
        return f"{self.mandate}|{self.requirement}|{self.connector}"


def record_outcome(
    driver: neo4j.Driver, mandate: Mandate, outcome: Outcome, *, database: str | None = None
) -> None:
    """Record an outcome in place of an earlier one. Raises BadOutcome."""
    numbers = {leaf.number for leaf in mandate.leaves()}
    if outcome.mandate != mandate.id or outcome.requirement not in numbers:
        raise BadOutcome(f"{mandate.id} has no requirement {outcome.requirement} to be met")
    if outcome.outcome not in OUTCOMES:
        allowed = ", ".join(OUTCOMES)
        raise BadOutcome(f"{outcome.outcome} can't be recorded: an outcome is one of {allowed}")
    row = {k: v for k, v in asdict(outcome).items() if v is not None}
    row |= {"id": outcome.id, "outcome": str(outcome.outcome)}
    driver.execute_query(RECORD, row=row, database_=database)


def recorded(
    driver: neo4j.Driver, mandate: str, connector: str, *, database: str | None = None
) -> tuple[Outcome, ...]:
    """Return the outcomes recorded for a mandate and a connector, by requirement."""
    rows = driver.execute_query(
        STORED, mandate=mandate, connector=connector, database_=database
    ).records
    return tuple(_outcome(row["outcome"]) for row in rows)


def all_recorded(driver: neo4j.Driver, *, database: str | None = None) -> tuple[Outcome, ...]:
    """Return all outcomes, by mandate, requirement and connector."""
    rows = driver.execute_query(ALL, database_=database).records
    return tuple(_outcome(row["outcome"]) for row in rows)


def counting(outcomes: Iterable[Outcome], at: datetime.datetime) -> dict[str, Outcome]:
    """Return those that count at a time, by requirement."""
    return {o.requirement: o for o in outcomes if o.expires_at is None or o.expires_at > at}


def _outcome(said: dict[str, Any]) -> Outcome:
    plain = {k: v for k, v in said.items() if k != "id"}
    plain["outcome"] = Verdict(plain["outcome"])
    for name in ("at", "expires_at"):
        if plain.get(name) is not None:
            plain[name] = plain[name].to_native()
    return Outcome(**plain)


def outcome_of(said: dict[str, Any]) -> Outcome:
    """Return the outcome that a node's properties say."""
    return _outcome(said)
