"""What an evaluation knows about its connector before it asks anything: units and what is unread.

Read once for all controls: every unit with its state and how many resources it holds, and which
fields are unread anywhere. Normally nothing is, and then no control has to look any further.
"""

from __future__ import annotations

import collections
import dataclasses
import functools
import hashlib
from collections.abc import Mapping
from typing import Any

import neo4j
import orjson

READ = frozenset({"complete", "not_offered", "not_enabled"})
COMPLETE, EXCLUDED = "complete", "excluded"
NOT_READ = ("planned", "unread", EXCLUDED)
WITHOUT_CALL = {
    EXCLUDED: "excluded by the user",
    "not_offered": "not offered here",
    "not_enabled": "not enabled here",
}

POSITION = "MATCH (c:Connector {id: $id}) RETURN c.sequence AS sequence, c.last_scan AS scan"
UNITS = """
CALL () {
  MATCH (u:Unit) WHERE u.connector = $connector RETURN u
  UNION
  MATCH (u:Unit) WHERE u.state IN $unread RETURN u
}
RETURN collect({
  id: u.id, connector: u.connector, type: u.type, region: u.region, state: u.state, scan: u.scan,
  call: u.call, error: u.error, quarantined: coalesce(u.quarantined, 0),
  held: COUNT { (u)<-[:SEEN_BY]-() }
}) AS units
"""
# Of other connectors too: a role of another account may be what a trust is judged by.
# By the index on `unread`, which only those nodes are in: none is looked at where all was read.
FIELDS = """
MATCH (n:Resource)-[:SEEN_BY]->(u:Unit)
WHERE n.unread IS NOT NULL
UNWIND n.unread AS name
RETURN DISTINCT u.type AS label, name, u.connector AS connector, u.region AS region
"""
# Units know how many ties they have without a look at any: only what is not to count is visited.
UNCOUNTED = """
MATCH (n:Unseen)-[:SEEN_BY]->(u:Unit {connector: $connector})
RETURN u.id AS unit, count(n) AS uncounted
"""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Unit:
    """A unit of the ledger; `held` counts what it saw, including what only others own.

    `quarantined` counts records that came and could not be read.
    """

    id: str
    connector: str
    type: str
    region: str
    state: str
    scan: str | None
    call: str | None
    error: str | None
    quarantined: int
    held: int

    @property
    def is_unread(self) -> bool:
        """It was to be read and was not, or not whole: an excluded one was not to be."""
        return (self.state not in READ and self.state != EXCLUDED) or self.quarantined > 0

    @property
    def why(self) -> str:
        """One line: the call and its error, and what could not be listed by it."""
        said = ": ".join(p for p in (self.call, self.error) if p)
        if not said and self.quarantined:
            said = f"{self.quarantined} malformed in quarantine"
        said = said or WITHOUT_CALL.get(self.state, "has not been read yet")
        return f"{said} ({self.type} in {self.region})"


@dataclasses.dataclass(frozen=True, kw_only=True)
class UnreadField:
    """A field or relationship type that is unread on some node of a label, and where."""

    label: str
    name: str
    connector: str
    region: str


@dataclasses.dataclass(frozen=True, kw_only=True)
class Picture:
    """A connector's units, those of others that are unread, and every unread field."""

    connector: str
    cloud: str
    units: tuple[Unit, ...]
    foreign: tuple[Unit, ...]
    fields: tuple[UnreadField, ...]
    counts: Mapping[str, int]
    by_type: Mapping[str, tuple[Unit, ...]]

    @functools.cached_property
    def holding(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the connector's units that hold something, by type."""
        found = {t: tuple(u.id for u in units if u.held) for t, units in self.by_type.items()}
        return {type_: ids for type_, ids in found.items() if ids}

    def of(self, label: str) -> tuple[Unit, ...]:
        """Return the connector's units of a type."""
        return self.by_type.get(label, ())

    def elsewhere(self, label: str) -> tuple[Unit, ...]:
        """Return all unread units of a type, of whatever connector, that hold something."""
        return tuple(
            u for u in (*self.of(label), *self.foreign)
            if u.type == label and u.is_unread and u.held
        )  # fmt: skip

    @property
    def snapshot(self) -> list[list[str | None]]:
        """Return what the evaluation rests on: [unit id, scan, state] of each unit."""
        return [[u.id, u.scan, u.state] for u in self.units]


@dataclasses.dataclass(frozen=True)
class Position:
    """Which picture of a connector it is: the publisher's sequence, and the scan."""

    sequence: int
    scan: str | None

    @property
    def is_whole(self) -> bool:
        """No publisher is at work on it."""
        return self.sequence % 2 == 0


def position(driver: neo4j.Driver, connector: str, *, database: str | None = None) -> Position:
    """Return which picture of a connector stands."""
    (row,) = driver.execute_query(POSITION, id=connector, database_=database).records
    return Position(row["sequence"], row["scan"])


def look(
    session: neo4j.Session, *, connector: str, cloud: str, timeout: float | None = None
) -> Picture:
    """Read the picture of a connector."""

    def rows(text: str, **given: Any) -> list[dict[str, Any]]:
        return session.run(neo4j.Query(text, timeout=timeout), **given).data()

    (listed,) = rows(UNITS, connector=connector, unread=NOT_READ)
    units = sorted((Unit(**said) for said in listed["units"]), key=lambda u: u.id)
    own = tuple(u for u in units if u.connector == connector)
    uncounted = {row["unit"]: row["uncounted"] for row in rows(UNCOUNTED, connector=connector)}
    by_type: dict[str, list[Unit]] = collections.defaultdict(list)
    for unit in own:
        by_type[unit.type].append(unit)
    return Picture(
        connector=connector,
        cloud=cloud,
        units=own,
        foreign=tuple(u for u in units if u.connector != connector),
        fields=tuple(UnreadField(**row) for row in rows(FIELDS)),
        counts={u.id: u.held - uncounted.get(u.id, 0) for u in own},
        by_type={label: tuple(found) for label, found in by_type.items()},
    )


def digest(value: Any) -> str:
    """Return a short hash of plain values."""
    return hashlib.sha256(
        orjson.dumps(value, default=str, option=orjson.OPT_SORT_KEYS)
    ).hexdigest()[:32]
