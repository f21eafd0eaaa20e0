"""The subscription `newFindings`: what opens, turns and closes, one message for each evaluation.

An evaluation writes its id on its connector, so that is all that is looked at: once a second, for
all connectors in one statement. Where it is another, what that evaluation changed is read out of
the lake, and as much as a message may hold is told; the rest is told as a number, and `findings`
has it. Nothing is kept in between but the last evaluation of each connector: the next
look is made once the message before is gone, so a slow client is told late, and costs nothing.
"""

from __future__ import annotations

import asyncio
import dataclasses
import datetime
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Any, TypeAlias

import neo4j.exceptions
import strawberry

from graph.ledger import Ledger, NoSuchConnector
from schema.enums import Severity
from schema.errors import Refused
from schema.problems import told
from schema.reader import Reader
from schema.shelf import Read
from schema.types import DateTime
from schema.viewer import Viewer

POLL_SECONDS = 1.0
MOST = 1_000  # findings that one message tells
AWAY = (
    neo4j.exceptions.DriverError,
    neo4j.exceptions.TransientError,
    neo4j.exceptions.DatabaseUnavailable,
)
OPEN = ("FAIL", "NOT_EVALUATED", "WAIVED")

EVALUATIONS = """
MATCH (c:Connector)
WHERE ($seen IS NULL OR c.id IN $seen) AND ($only IS NULL OR c.id = $only)
OPTIONAL MATCH (e:Evaluation {connector: c.id}) WHERE e.at > coalesce($after[c.id], $start)
RETURN c.id AS id, c.name AS name, c.evaluation AS evaluation,
  head(COLLECT { MATCH (last:Evaluation {id: c.evaluation}) RETURN last.at }) AS at,
  collect(e.id) AS since
"""
SINCE = "MATCH (f:Finding) WHERE f.id IN $ids AND f.since >= $at RETURN collect(f.id) AS ids"

Changed: TypeAlias = Mapping[str, Any]  # a row of the lake's `verdict_changes`


class NotFollowed(Refused):
    """There is no such connector."""


@strawberry.type(description="A finding that opened, turned or closed.")
class FindingChange:
    """A finding that opened, turned or closed."""

    id: str = told("Id of the finding, stable over scans.")
    control_id: str = told("Id of the control.", name="controlId")
    uid: str = told("Of the resource, or id of the unit.")
    severity: Severity | None = told("The control's; null where it is no longer there.")
    status: str = told(
        "`FAIL`, `NOT_EVALUATED` or `WAIVED`; of one that closed `fixed`, `resource_gone` or "
        "`withdrawn`."
    )
    reason: str | None = told("Why it could not be evaluated, or is waived.")


@strawberry.type(description="What an evaluation has changed. The first one tells the beginning.")
class NewFindings:
    """What an evaluation has changed."""

    connector: str | None = told("Name of the connector; null in the first message.")
    evaluation: str | None = told("Id of the evaluation; null in the first message.")
    at: DateTime = told("Its time; in the first message, when following began.")
    opened: list[FindingChange] = told("Findings that are new.")
    changed: list[FindingChange] = told("Findings that turned, such as one that was waived.")
    closed: list[FindingChange] = told("Findings that are no more.")
    more: int = told("How many are left out, beyond 1,000: ask `findings` for them.")


@dataclasses.dataclass(frozen=True, kw_only=True)
class News:
    """What findings are followed by: the graph, the lake's rows, and the severity of a control."""

    reader: Reader
    read: Read
    severity: Callable[[str], str | None]

    async def follow(
        self, viewer: Viewer, connector: str | None, severity: Severity | None
    ) -> AsyncIterator[NewFindings]:
        """Yield what each evaluation changes from now on. Raises NotFollowed."""
        only = await asyncio.to_thread(self._only, viewer, connector) if connector else None
        watched = _Watched(news=self, viewer=viewer, only=only, severity=severity)
        began, _ = await asyncio.to_thread(watched.look)
        yield NewFindings(
            connector=None, evaluation=None, at=DateTime(began.isoformat()), opened=[], changed=[],
            closed=[], more=0,
        )  # fmt: skip
        while True:
            await asyncio.sleep(POLL_SECONDS)
            try:
                _, found = await asyncio.to_thread(watched.look)
            except AWAY:  # nothing was taken note of: the next look has it
                continue
            for about in found:
                message = await asyncio.to_thread(watched.told, about)
                if message is not None:
                    yield message

    def _only(self, viewer: Viewer, named: str) -> str:
        ledger = Ledger(self.reader.driver, self.reader.database)
        try:
            return ledger.connector(named, viewer.connectors).id
        except NoSuchConnector as error:
            raise NotFollowed(str(error)) from None


@dataclasses.dataclass(frozen=True, kw_only=True)
class _Evaluated:
    """A connector whose evaluation is another: what happened after `before`, up to `at`."""

    id: str
    name: str
    evaluation: str
    evaluations: tuple[str, ...]
    before: datetime.datetime
    at: datetime.datetime


@dataclasses.dataclass(kw_only=True)
class _Watched:
    """What one client follows, and the last evaluation that he was told of, by connector."""

    news: News
    viewer: Viewer
    only: str | None
    severity: Severity | None
    last: dict[str, datetime.datetime] = dataclasses.field(default_factory=dict)
    began: bool = False

    def look(self) -> tuple[datetime.datetime, list[_Evaluated]]:
        """Return the time, and what was evaluated since this was asked before."""
        seen = self.viewer.connectors
        now = datetime.datetime.now(datetime.UTC)
        rows = self.news.reader.run(
            EVALUATIONS,
            {"seen": None if seen is None else sorted(seen), "only": self.only,
             "after": dict(self.last), "start": BEGINNING if self.began else now},
        )  # fmt: skip
        there, found = {row["id"] for row in rows}, []
        for row in rows:
            at = row["at"].to_native() if row["at"] else None
            before = self.last.get(row["id"], BEGINNING if self.began else at)
            if at is not None and before is not None and at > before:
                found.append(
                    _Evaluated(
                        id=row["id"], name=row["name"], evaluation=row["evaluation"],
                        evaluations=tuple(row["since"]), before=before, at=at,
                    )
                )  # fmt: skip
            self.last[row["id"]] = at or before or BEGINNING
        self.last = {id_: at for id_, at in self.last.items() if id_ in there}
        self.began = True
        return now, found

    def told(self, about: _Evaluated) -> NewFindings | None:
        """Return what is told of an evaluation; None where nothing of it is followed."""
        kept: dict[str, Changed] = {}
        more = 0
        for row in self.news.read(about.id, about.evaluations, about.before):
            if not self._is_wanted(row):
                continue
            before = kept.get(row["finding"])
            if before is None and len(kept) == MOST:
                more += 1
            elif before is None or before["at"] <= row["at"]:  # the lake gives them in any order
                kept[row["finding"]] = row
        shown = list(kept.values())
        if not shown:
            return None
        is_open = [row for row in shown if row["status"] in OPEN]
        new = self._new(is_open, about)
        return NewFindings(
            connector=about.name, evaluation=about.evaluation, at=DateTime(about.at.isoformat()),
            opened=[self._change(row) for row in is_open if row["finding"] in new],
            changed=[self._change(row) for row in is_open if row["finding"] not in new],
            closed=[self._change(row) for row in shown if row["status"] not in OPEN],
            more=more,
        )  # fmt: skip

    def _new(self, rows: Sequence[Changed], about: _Evaluated) -> frozenset[str]:
        """Return which of these findings were not there before."""
        ids = [row["finding"] for row in rows]
        first = min((row["at"] for row in rows), default=about.at)
        (found,) = self.news.reader.run(SINCE, {"ids": ids, "at": first})
        return frozenset(found["ids"])

    def _is_wanted(self, row: Changed) -> bool:
        return self.severity is None or self.news.severity(row["control"]) == self.severity.value

    def _change(self, row: Changed) -> FindingChange:
        severity = self.news.severity(row["control"])
        return FindingChange(
            id=row["finding"], control_id=row["control"], uid=row["uid"],
            severity=Severity(severity) if severity else None, status=row["status"],
            reason=row["reason"],
        )  # fmt: skip


BEGINNING = datetime.datetime.fromtimestamp(0, datetime.UTC)
