"""Reports: a mandate and a connector, unique, with numbered runs that never change.

A run is put together from the connector's current evaluation (`controls.document`), written to the
lake, and then named in the graph with its hash: `read_run` gives back the very bytes, whatever was
evaluated since. What is read for it is whole: the connector's `verdicts` is the same before and
after. A number is taken when the run is named; of two that race for one, the second counts again.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import neo4j
import neo4j.exceptions
import pyarrow as pa

from controls.control import Control
from controls.control_verdict import ControlVerdict
from controls.document import Basis, Written, hash_of, write
from controls.errors import ControlError
from controls.finding import Finding
from controls.mandates import Mandate
from controls.outcomes import recorded
from controls.verdict import Score, Verdict
from graph.lake import Lake
from graph.ledger import Connector

TRIES, PAUSE_SECONDS = 20, 0.25

ADD = """
MATCH (c:Connector {id: $connector})
CREATE (r:Report {id: $id, mandate: $mandate, connector: $connector, runs: 0,
  made_at: datetime()})-[:REPORT_OF]->(c)
"""
REPORTS = """
MATCH (r:Report)
RETURN r.mandate AS mandate, r.connector AS connector, r.runs AS runs ORDER BY r.id
"""
REMOVE = """
MATCH (r:Report {id: $id})
OPTIONAL MATCH (run:ReportRun)-[:RUN_OF]->(r)
DETACH DELETE run
WITH DISTINCT r DETACH DELETE r
"""
STATE = """
MATCH (c:Connector {id: $connector})
RETURN coalesce(c.verdicts, 0) AS verdicts, c.evaluation AS evaluation
"""
EVALUATION = "MATCH (e:Evaluation {id: $id}) RETURN properties(e) AS evaluation"
VERDICTS = """
MATCH (v:Verdict {connector: $connector}) WHERE v.control IN $controls
RETURN properties(v) AS verdict
"""
FINDINGS = """
MATCH (f:Finding {connector: $connector}) WHERE f.control IN $controls
RETURN properties(f) AS finding
"""
NEXT = "MATCH (r:Report {id: $report}) RETURN r.runs + 1 AS number"
NAME = """
MATCH (r:Report {id: $report})
SET r.runs = r.runs + 1
WITH r WHERE r.runs = $number
CREATE (run:ReportRun)-[:RUN_OF]->(r)
SET run = $row
RETURN run.id AS id
"""
RUNS = """
MATCH (run:ReportRun {report: $report})
RETURN properties(run) AS run ORDER BY run.number DESC
"""
OF_TICK = "MATCH (run:ReportRun {tick: $tick}) RETURN properties(run) AS run"


class ReportExists(ControlError):
    """There is a report of this mandate on this connector already."""


class NoSuchReport(ControlError):
    """No report, run or mandate is called so; the message says what there is."""


class NotEvaluated(ControlError):
    """The connector has no evaluation to report on yet."""


class RunChanged(ControlError):
    """A run's document is not what was written: its hash differs, or it is gone from the lake."""


class NothingWhole(ControlError):
    """An evaluation was being written all the while: try again."""


class _Overtaken(Exception):
    """Another run took the number."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """A mandate on a connector (its id)."""

    mandate: str
    connector: str
    runs: int = 0

    @property
    def id(self) -> str:
        """Its key."""
        return f"{self.mandate}|{self.connector}"


@dataclass(frozen=True, kw_only=True)
class ReportRun:
    """A numbered run: `hash` is that of its document, which stands in the lake."""

    report: str
    number: int
    at: datetime.datetime
    evaluation: str
    hash: str
    verdict: Verdict
    score: Score

    @property
    def id(self) -> str:
        """Its key."""
        return f"{self.report}|{self.number}"


class Reports:
    """The reports of one database and lake."""

    def __init__(
        self,
        driver: neo4j.Driver,
        lake: Lake,
        mandates: Mapping[str, Mandate],
        controls: Mapping[str, Control],
        *,
        database: str | None = None,
    ) -> None:
        self._driver, self._lake, self._database = driver, lake, database
        self._mandates, self._controls = mandates, controls

    def add(self, mandate: str, connector: Connector) -> Report:
        """Make a report. Raises ReportExists or NoSuchReport."""
        chosen = self._mandate(mandate)
        if connector.cloud not in chosen.clouds:
            raise NoSuchReport(
                f"{mandate} is about {', '.join(chosen.clouds)}, and {connector.name} is a "
                f"connector of {connector.cloud}: choose another mandate"
            )
        report = Report(mandate=mandate, connector=connector.id)
        try:
            self._run(ADD, id=report.id, mandate=mandate, connector=connector.id)
        except neo4j.exceptions.ConstraintError:
            raise ReportExists(
                f"there is a report of {mandate} on {connector.name} already: run that one"
            ) from None
        return report

    def all(self) -> tuple[Report, ...]:
        """Return every report, by mandate and connector."""
        return tuple(Report(**row.data()) for row in self._run(REPORTS))

    def get(self, mandate: str, connector: Connector, *, add: bool = False) -> Report:
        """Return a report; with `add`, one that is made now if there is none."""
        for report in self.all():
            if (report.mandate, report.connector) == (mandate, connector.id):
                return report
        if add:
            with contextlib.suppress(ReportExists):  # made by somebody else, just now
                return self.add(mandate, connector)
            return self.get(mandate, connector)
        raise NoSuchReport(f"there is no report of {mandate} on {connector.name}: make it first")

    def remove(self, report: Report) -> None:
        """Remove a report from the graph; its runs stay in the lake."""
        self._run(REMOVE, id=report.id)

    def run(self, report: Report, *, tick: str | None = None) -> ReportRun:
        """Write the next run from the connector's evaluation. Raises NotEvaluated.

        A `tick` of a schedule has one run: asked for it again, the same is returned.
        """
        if tick is not None and (there := self._run(OF_TICK, tick=tick)):
            return _of_row(there[0]["run"])
        basis = self._basis(report)
        while True:
            (row,) = self._run(NEXT, report=report.id)
            written = write(report.id, row["number"], basis)
            run = _run_of(report.id, row["number"], basis, written)
            self._to_lake(report, run, written.document)
            try:
                self._name(run, tick)
            except _Overtaken:
                continue
            except neo4j.exceptions.ConstraintError:
                if tick is None:
                    raise
                return self.run(report, tick=tick)  # another has just done it
            return run

    def runs(self, report: Report) -> tuple[ReportRun, ...]:
        """Return the runs of a report, newest first."""
        return tuple(_of_row(row["run"]) for row in self._run(RUNS, report=report.id))

    def read_run(self, report: Report, number: int) -> bytes:
        """Return a run's document: the bytes that were written. Raises NoSuchReport, RunChanged."""
        for run in self.runs(report):
            if run.number == number:
                return self._document(run)
        raise NoSuchReport(f"{report.id} has no run {number}: there are {report.runs}")

    def verify(self, run: ReportRun) -> bool:
        """Tell whether the lake holds what the run's hash says."""
        try:
            self._document(run)
        except RunChanged:
            return False
        return True

    def _document(self, run: ReportRun) -> bytes:
        rows: pa.Table = self._lake.read("report_runs", report=run.report, number=run.number)
        for document in rows.column("document").to_pylist():
            if hash_of(document) == run.hash:
                return bytes(document)
        raise RunChanged(
            f"run {run.number} of {run.report} is not in the lake as it was written "
            f"(SHA-256 {run.hash}): bring the table report_runs back from a backup"
        )

    def _mandate(self, named: str) -> Mandate:
        if named not in self._mandates:
            known = ", ".join(sorted(self._mandates))
            raise NoSuchReport(f"no mandate is called {named!r}: there are {known}")
        return self._mandates[named]

    def _basis(self, report: Report) -> Basis:
        """Read what a run rests on, whole."""
        for _ in range(TRIES):
            before = self._state(report)
            if before["evaluation"] is None:
                raise NotEvaluated(f"{report.connector} has not been evaluated: scan it first")
            if before["verdicts"] % 2 == 0:
                basis = self._read(report, before["evaluation"])
                if before == self._state(report):
                    return basis
            time.sleep(PAUSE_SECONDS)
        raise NothingWhole(
            f"{report.connector} is being evaluated: run the report again in a while"
        )

    def _state(self, report: Report) -> dict[str, Any]:
        found = self._run(STATE, connector=report.connector)
        if not found:
            raise NoSuchReport(f"the connector of {report.id} is gone: add it again")
        return found[0].data()

    def _read(self, report: Report, evaluation: str) -> Basis:
        mandate = self._mandate(report.mandate)
        given = {"connector": report.connector, "controls": list(mandate.controls)}
        (about,) = self._run(EVALUATION, id=evaluation)
        verdicts = [ControlVerdict.of(r["verdict"]) for r in self._run(VERDICTS, **given)]
        cloud = report.connector.split(":", 1)[0]
        return Basis(
            evaluation=_parsed(about["evaluation"]),
            mandate=mandate,
            verdicts={v.control: v for v in verdicts},
            findings=[Finding.of(row["finding"]) for row in self._run(FINDINGS, **given)],
            titles={c: self._controls[c].title for c in mandate.controls if c in self._controls},
            disabled=frozenset(
                c.id for c in self._controls.values() if c.disabled or c.cloud != cloud
            ),
            outcomes=recorded(
                self._driver, report.mandate, report.connector, database=self._database
            ),
        )

    def _to_lake(self, report: Report, run: ReportRun, document: bytes) -> None:
        row = {
            "at": run.at, "report": report.id, "number": run.number,
            "connector": report.connector, "mandate": report.mandate,
            "evaluation": run.evaluation, "hash": run.hash, "document": document,
        }  # fmt: skip
        self._lake.append("report_runs", {name: [value] for name, value in row.items()})

    def _name(self, run: ReportRun, tick: str | None) -> None:
        row = {
            "id": run.id, "report": run.report, "number": run.number, "at": run.at,
            "evaluation": run.evaluation, "hash": run.hash, "verdict": str(run.verdict),
            "score": run.score.value, **asdict(run.score), "tick": tick,
        }  # fmt: skip
        with self._driver.session(database=self._database) as session:
            session.execute_write(_take_number, run, row)

    def _run(self, text: str, **given: Any) -> list[neo4j.Record]:
        return self._driver.execute_query(text, given, database_=self._database).records


def _take_number(tx: neo4j.ManagedTransaction, run: ReportRun, row: Mapping[str, Any]) -> None:
    if tx.run(NAME, report=run.report, number=run.number, row=dict(row)).single() is None:
        raise _Overtaken  # and with it the transaction is rolled back


def _parsed(said: Mapping[str, Any]) -> dict[str, Any]:
    at = said["at"].to_native()
    texts = {name: json.loads(said[name]) for name in ("snapshot", "controls", "waivers")}
    return {**said, **texts, "at": at.isoformat(), "at_time": at}


def _run_of(report: str, number: int, basis: Basis, written: Written) -> ReportRun:
    return ReportRun(
        report=report, number=number, at=basis.evaluation["at_time"],
        evaluation=basis.evaluation["id"], hash=written.hash, verdict=written.verdict,
        score=written.score,
    )  # fmt: skip


def _of_row(said: Mapping[str, Any]) -> ReportRun:
    return ReportRun(
        report=said["report"], number=said["number"], at=said["at"].to_native(),
        evaluation=said["evaluation"], hash=said["hash"], verdict=Verdict(said["verdict"]),
        score=Score(**{k: said[k] for k in asdict(Score())}),
    )  # fmt: skip
