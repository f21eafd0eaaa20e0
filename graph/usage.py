"""Count the connectors that were active in a month: those that a scan read to its end in it.

A month is a calendar month in UTC, and a scan belongs to the one in which it ended. A scan counts
that ended complete, or with some of it unread; one that failed has read nothing to speak of. Each
is noted in the lake as it ends, so a connector that is removed still counts for the months in which
it was active; scans that only the ledger knows (of an older version) count as well. A scan that is
noted twice, because its worker died in between, is one scan, and ended when it was first noted.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Self

import neo4j

from graph import transactions
from graph.lake import Lake
from graph.ledger import Connector
from graph.scan import Scan
from graph.scans import COMPLETE, INCOMPLETE

TABLE = "scans"
COUNTS = frozenset({COMPLETE, INCOMPLETE})
MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
DECEMBER = 12

LEDGER = """
MATCH (s:Scan {kind: 'scan'})-[:SCAN_OF]->(c:Connector)
WHERE s.finished_at >= $since AND s.finished_at < $until AND s.state IN $states
RETURN s.id AS scan, s.finished_at AS at, s.state AS state, c.id AS connector, c.name AS name
"""
NOW = "RETURN datetime() AS now"


class NoMonth(ValueError):
    """A text is no month; the message shows how one looks."""


@dataclasses.dataclass(frozen=True, kw_only=True, order=True)
class Month:
    """A calendar month in UTC."""

    year: int
    month: int

    @classmethod
    def of(cls, at: datetime.datetime) -> Self:
        """Return the month that a time (aware, of any zone) lies in."""
        utc = at.astimezone(datetime.UTC)
        return cls(year=utc.year, month=utc.month)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the month that `2026-03` names. Raises NoMonth."""
        found = MONTH.fullmatch(text.strip())
        if found is None or found[1] == "0000":
            raise NoMonth(f"{text!r} is no month: write it like 2026-03")
        return cls(year=int(found[1]), month=int(found[2]))

    @property
    def since(self) -> datetime.datetime:
        """Its first moment."""
        return datetime.datetime(self.year, self.month, 1, tzinfo=datetime.UTC)

    @property
    def until(self) -> datetime.datetime:
        """The first moment after it."""
        if self.month < DECEMBER:
            return datetime.datetime(self.year, self.month + 1, 1, tzinfo=datetime.UTC)
        if self.year == datetime.MAXYEAR:
            return datetime.datetime.max.replace(tzinfo=datetime.UTC)
        return datetime.datetime(self.year + 1, 1, 1, tzinfo=datetime.UTC)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Reading:
    """A scan that ended."""

    scan: str
    connector: str
    name: str
    at: datetime.datetime
    state: str


@dataclasses.dataclass(frozen=True, kw_only=True)
class Active:
    """A connector that was active in a month: how many scans read it, the first and the last."""

    connector: str
    name: str
    scans: int
    first: datetime.datetime
    last: datetime.datetime

    @property
    def cloud(self) -> str:
        """The first part of its id."""
        return self.connector.partition(":")[0]


def active(readings: Iterable[Reading], month: Month) -> tuple[Active, ...]:
    """Return who was active in a month, by id; order and repetition of readings play no role."""
    ended: dict[str, Reading] = {}
    for reading in readings:
        if reading.state not in COUNTS:
            continue
        known = ended.get(reading.scan)
        if known is None or (reading.at, reading.name) < (known.at, known.name):
            ended[reading.scan] = reading
    mine: dict[str, list[Reading]] = {}
    for reading in ended.values():
        if month.since <= reading.at < month.until:
            mine.setdefault(reading.connector, []).append(reading)
    return tuple(_active(mine[connector]) for connector in sorted(mine))


def _active(readings: list[Reading]) -> Active:
    by_time = sorted(readings, key=lambda r: (r.at, r.name))
    return Active(
        connector=by_time[-1].connector, name=by_time[-1].name, scans=len(by_time),
        first=by_time[0].at, last=by_time[-1].at,
    )  # fmt: skip


def note(
    lake: Lake, driver: neo4j.Driver, connector: Connector, scan: Scan, state: str,
    database: str | None = None,
) -> None:  # fmt: skip
    """Note in the lake that a scan has ended, by the database's clock."""
    (row,) = transactions.run(driver, database, NOW, {})
    lake.append(
        TABLE,
        {
            "at": [row["now"].to_native()], "scan": [scan.id], "connector": [connector.id],
            "name": [connector.name], "state": [state], "calls": [scan.calls],
        },
    )  # fmt: skip


def this_month(driver: neo4j.Driver, database: str | None = None) -> Month:
    """Return the current month, by the database's clock."""
    (row,) = transactions.run(driver, database, NOW, {})
    return Month.of(row["now"].to_native())


def readings(
    lake: Lake, driver: neo4j.Driver, month: Month, database: str | None = None
) -> Iterator[Reading]:
    """Yield the scans that may belong to a month: from the lake, and from the ledger."""
    for row in lake.read(TABLE).to_pylist():
        yield Reading(**{name: row[name] for name in ("scan", "connector", "name", "at", "state")})
    given = {"since": month.since, "until": month.until, "states": sorted(COUNTS)}
    for found in transactions.run(driver, database, LEDGER, given):
        yield Reading(**{**found.data(), "at": found["at"].to_native()})
