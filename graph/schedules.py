"""Schedules and their ticks: what shall happen when, and that each time happens once.

A schedule knows its next tick. Whoever finds it due writes, in one transaction, every tick that was
missed meanwhile and when the next one is: so none is lost while nobody was at work, and of two who
find the same one due, one writes it. A written tick is worked on by one worker at a time, until it
has an outcome; one whose worker dies is due again.

Times are the database's own, and cron lines are read in UTC.
"""

from __future__ import annotations

import dataclasses
import datetime
import secrets
from typing import Any

import neo4j
from croniter import croniter

from graph import transactions

SCAN, REPORT = "scan", "report"
MOST = 1_000  # missed ticks that are written at once; what is left is due in the next round
KEPT = 1_000  # ticks of a schedule that are remembered

NOW = "RETURN datetime() AS now"
ADD = """
MATCH (c:Connector {id: $connector})
CREATE (s:Schedule {id: $id, kind: $kind, connector: $connector, mandate: $mandate, cron: $cron,
  added_at: datetime(), due_at: $due})-[:SCHEDULE_OF]->(c)
RETURN s.id
"""
ALL = "MATCH (s:Schedule)-[:SCHEDULE_OF]->(:Connector) RETURN properties(s) AS s ORDER BY s.id"
DUE = "MATCH (s:Schedule) WHERE s.due_at <= datetime() RETURN properties(s) AS s, datetime() AS now"
REMOVE = """
MATCH (s:Schedule {id: $id})
OPTIONAL MATCH (t:Tick {schedule: $id})
DETACH DELETE t
WITH DISTINCT s DETACH DELETE s
RETURN count(*) AS removed
"""
TICK = """
MATCH (s:Schedule {id: $id})
SET s.lock = $lock
WITH s WHERE s.due_at = $was
SET s.due_at = $next
WITH s
UNWIND $ticks AS at
CREATE (t:Tick {id: $id + '@' + toString(at), schedule: $id, at: at, state: 'due'})
RETURN count(t) AS ticks
"""
TAKE = """
MATCH (t:Tick {state: 'due'})
WITH t ORDER BY t.at LIMIT 1
SET t.lock = $worker
WITH t, t.state = 'due' AS mine
FOREACH (_ IN CASE WHEN mine THEN [1] ELSE [] END | SET t.state = 'taken', t.worker = $worker)
WITH t, mine
MATCH (s:Schedule {id: t.schedule})
RETURN mine, properties(t) AS t, properties(s) AS s
"""
DONE = """
MATCH (t:Tick {id: $id})
SET t.state = 'done', t.outcome = $outcome, t.done_at = datetime()
WITH t.schedule AS schedule
MATCH (old:Tick {schedule: schedule, state: 'done'})
WITH old ORDER BY old.at DESC SKIP $kept
DETACH DELETE old
"""
GIVE_BACK = "MATCH (t:Tick {state: 'taken', worker: $worker}) SET t.state = 'due'"
TICKS = """
MATCH (t:Tick {schedule: $id})
RETURN properties(t) AS t ORDER BY t.at DESC LIMIT $most
"""


class BadCron(ValueError):
    """A schedule's line is no cron line; the message shows it and how one looks."""


class NoSuchSchedule(LookupError):
    """No schedule has this id; the message lists those that there are."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Schedule:
    """When a connector is scanned, or a mandate's report on it is run. `cron` is in UTC."""

    id: str
    kind: str
    connector: str
    cron: str
    mandate: str | None = None
    due_at: datetime.datetime | None = None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Tick:
    """One time of a schedule; `outcome` says what came of it once it is done."""

    id: str
    schedule: str
    at: datetime.datetime
    state: str
    outcome: str | None = None


class Schedules:
    """Reads and writes the schedules of one database."""

    def __init__(self, driver: neo4j.Driver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database

    def add(self, kind: str, connector: str, cron: str, mandate: str | None = None) -> Schedule:
        """Add a schedule; `connector` is an id. Raises BadCron."""
        check_cron(cron)
        (row,) = self._run(NOW)
        due = _following(cron, row["now"].to_native())
        schedule = Schedule(
            id=secrets.token_hex(4), kind=kind, connector=connector, cron=cron, mandate=mandate,
            due_at=due,
        )  # fmt: skip
        self._run(
            ADD, id=schedule.id, kind=kind, connector=connector, mandate=mandate, cron=cron, due=due
        )
        return schedule

    def all(self) -> list[Schedule]:
        """Return all schedules."""
        return [_schedule(row["s"]) for row in self._run(ALL)]

    def remove(self, id_: str) -> None:
        """Remove a schedule with its ticks. Raises NoSuchSchedule."""
        (row,) = self._run(REMOVE, id=id_)
        if not row["removed"]:
            there = ", ".join(s.id for s in self.all()) or "none yet: `cirrograph schedules add`"
            raise NoSuchSchedule(f"no schedule has the id {id_!r}; there are: {there}")

    def tick(self) -> int:
        """Write the ticks that are due and return how many this call wrote."""
        written = 0
        for row in self._run(DUE):
            due, now = row["s"]["due_at"].to_native(), row["now"].to_native()
            ticks, after = _missed(row["s"]["cron"], due, now)
            found = self._run(
                TICK, id=row["s"]["id"], was=due, next=after, ticks=ticks, lock=secrets.token_hex(4)
            )
            written += found[0]["ticks"] if found else 0
        return written

    def take(self, worker: str) -> tuple[Tick, Schedule] | None:
        """Take the oldest tick that is due; None when there is none."""
        while found := self._run(TAKE, worker=worker):
            if found[0]["mine"]:
                return _tick(found[0]["t"]), _schedule(found[0]["s"])
        return None

    def done(self, tick: Tick, outcome: str) -> None:
        """Note what came of a tick; the oldest ones are forgotten."""
        self._run(DONE, id=tick.id, outcome=outcome, kept=KEPT)

    def give_back(self, worker: str) -> None:
        """Make the ticks that a dead worker had taken due again."""
        self._run(GIVE_BACK, worker=worker)

    def ticks(self, id_: str, most: int = 20) -> list[Tick]:
        """Return the newest ticks of a schedule."""
        return [_tick(row["t"]) for row in self._run(TICKS, id=id_, most=most)]

    def _run(self, text: str, **given: Any) -> list[neo4j.Record]:
        return transactions.run(self._driver, self._database, text, given)


def check_cron(cron: str) -> None:
    """Raise BadCron unless this is a cron line of five fields, or six with seconds first."""
    if not croniter.is_valid(cron, second_at_beginning=True):
        raise BadCron(
            f"{cron!r} is no cron line: write minute, hour, day, month and weekday in UTC, such as "
            "'0 3 * * *' for every day at three"
        )


def _missed(
    cron: str, due: datetime.datetime, now: datetime.datetime
) -> tuple[list[datetime.datetime], datetime.datetime]:
    """Return the ticks from `due` to `now`, and the one after them."""
    times = croniter(cron, due, second_at_beginning=True)
    ticks: list[datetime.datetime] = []
    after = due
    while after <= now and len(ticks) < MOST:
        ticks.append(after)
        after = times.get_next(datetime.datetime)
    return ticks, after


def _following(cron: str, after: datetime.datetime) -> datetime.datetime:
    times = croniter(cron, after, second_at_beginning=True)
    found: datetime.datetime = times.get_next(datetime.datetime)
    return found


def _schedule(props: dict[str, Any]) -> Schedule:
    return Schedule(
        id=props["id"], kind=props["kind"], connector=props["connector"], cron=props["cron"],
        mandate=props.get("mandate"), due_at=props["due_at"].to_native(),
    )  # fmt: skip


def _tick(props: dict[str, Any]) -> Tick:
    return Tick(
        id=props["id"], schedule=props["schedule"], at=props["at"].to_native(),
        state=props["state"], outcome=props.get("outcome"),
    )  # fmt: skip
