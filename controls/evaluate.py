"""Evaluate a connector: ask every control, mark what was not read, keep what differs.

All controls are asked about one whole picture: the connector's `sequence` is read before and after,
and an evaluation that a publisher crossed is asked again. Each control is asked by itself, in a
small pool; one that fails, never ends or eats too much becomes NOT_EVALUATED with the reason.

After a scan only what it touched is asked again: controls that read a touched type, that use the
clock, or whose file, thresholds, severity, units or running waivers are not what they were (their
`basis`). The others' verdicts stand. Left out: what a mandate makes of it (`controls.report`).
"""

from __future__ import annotations

import dataclasses
import datetime
import json
import secrets
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import neo4j

from controls import remembered
from controls import waivers as waiving
from controls.ahead import Ahead
from controls.ask import Asker, Limits
from controls.control import Control, alone, planned_apart
from controls.control_verdict import ControlVerdict
from controls.errors import ControlError
from controls.finding import Finding
from controls.findings import Book
from controls.gate import require_harmless
from controls.judge import Judged, judge
from controls.picture import Picture, Position, digest, look, position
from controls.read_set import ReadSet, read_set
from controls.verdict import Counts, Status, Verdict
from controls.waivers import Waiver
from graph import trace
from graph.lake import Lake
from graph.ledger import Connector
from graph.written import Written
from ingest.catalogue import Catalogue

THREADS = 2
TRIES, PAUSE_SECONDS = 5, 0.3
LIMITS = Limits()

NOW = "RETURN datetime() AS now"


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """What one evaluation of a connector said, and what it rests on.

    publishing: a publisher was at work throughout, so the picture may not be whole.
    ran: the controls that were asked; the others' verdicts stood.
    written: Neo4j's own counters for findings, verdicts and controls.
    """

    id: str
    connector: str
    at: datetime.datetime
    scan: str | None
    controls_hash: str
    waivers_hash: str
    snapshot_hash: str
    publishing: bool
    ran: tuple[str, ...]
    verdicts: Mapping[str, ControlVerdict]
    opened: int
    changed: int
    closed: int
    written: Written


@dataclass
class _Round:
    """What one pass over the controls found."""

    picture: Picture
    judged: list[Judged] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


def evaluate(
    driver: neo4j.Driver,
    lake: Lake,
    catalogue: Catalogue,
    controls: Mapping[str, Control],
    connector: Connector,
    *,
    database: str | None = None,
    at: datetime.datetime | None = None,
    touched: Iterable[str] | None = None,
    waivers: Iterable[Waiver] | None = None,
    limits: Limits = LIMITS,
    ahead: Ahead | None = None,
) -> Evaluation:
    """Evaluate the controls of the connector's cloud that are not disabled, and keep the result.

    `at` is the only clock (aware; the database's time by default). `touched` are the labels that a
    scan changed; None asks every control. `waivers` are all there are; by default those of the
    graph. `ahead` is what was asked of several connectors at once. Raises the driver's error when
    the database is away, and the lake's when it can't be written: then nothing has changed in the
    graph.
    """
    at = at or now(driver, database)
    every = waiving.stored(driver, database=database) if waivers is None else tuple(waivers)
    running = waiving.running(every, connector=connector.id, at=at)
    mine = (c for c in controls.values() if c.cloud == connector.cloud and not c.disabled)
    return _Evaluating(
        driver=driver, lake=lake, catalogue=catalogue, connector=connector, database=database,
        at=at, touched=None if touched is None else frozenset(touched), waivers=running,
        limits=limits, controls=tuple(mine), ahead=ahead,
    ).run()  # fmt: skip


@dataclass(kw_only=True)
class _Evaluating:
    """One evaluation under way."""

    driver: neo4j.Driver
    lake: Lake
    catalogue: Catalogue
    connector: Connector
    database: str | None
    at: datetime.datetime
    touched: frozenset[str] | None
    waivers: tuple[Waiver, ...]
    limits: Limits
    controls: tuple[Control, ...]
    ahead: Ahead | None

    def run(self) -> Evaluation:
        self.book = Book(self.driver, self.lake, self.connector.id, self.database)
        self.standing = self.book.verdicts()
        self.id = secrets.token_hex(8)
        for left in reversed(range(TRIES)):
            before = self._position()
            if not before.is_whole and left:
                time.sleep(PAUSE_SECONDS)
                continue
            found = self._ask_all(before)
            whole = before.is_whole and before == self._position()
            if whole or not left:
                return self._keep(found, before.scan, publishing=not whole)
        raise AssertionError("the last try always returns")

    def _position(self) -> Position:
        return position(self.driver, self.connector.id, database=self.database)

    def _ask_all(self, at: Position) -> _Round:
        unknown = remembered.missing(planned_apart(self.controls), self.catalogue)
        if unknown:
            remembered.recall(self.driver, unknown, self.catalogue, database=self.database)
        planned = remembered.missing(unknown, self.catalogue)
        found = self._asked(at)
        if planned:
            remembered.remember(self.driver, planned, self.catalogue, database=self.database)
        return found

    def _asked(self, at: Position) -> _Round:
        seen = self.ahead.picture(self.connector.id, at) if self.ahead else None
        known = self.ahead if seen else None
        if seen is None:
            with self.driver.session(
                database=self.database, default_access_mode=neo4j.READ_ACCESS
            ) as session:
                seen = look(session, connector=self.connector.id, cloud=self.connector.cloud)
        found = _Round(picture=seen)
        self.asker = Asker(
            self.driver, self.connector.id, self.limits, self.database, units=seen.holding,
            known=known,
        )  # fmt: skip
        self.bases: dict[str, str] = {}
        with ThreadPoolExecutor(THREADS) as pool:
            ask = trace.carried(lambda c: self._ask(c, found.picture))
            for control, said in zip(
                self.controls, pool.map(ask, self.controls), strict=True
            ):  # fmt: skip
                if isinstance(said, Judged):
                    found.judged.append(said)
                elif isinstance(said, str):
                    found.failed[control.id] = said
                else:
                    found.kept.append(control.id)
        return found

    def _ask(self, control: Control, picture: Picture) -> Judged | str | None:
        """Judge a control; return why it failed, or None where its verdict stands."""
        try:
            require_harmless(self.driver, control, database=self.database)
            reads = read_set(self.driver, control, self.catalogue, database=self.database)
            self.bases[control.id] = self._basis(control, reads, picture)
            if self._stands(control, reads):
                return None
            return judge(
                control, reads, picture, self.catalogue, self.asker, at=self.at,
                decided_by=self._decided_by(control),
                waivers=[w for w in self.waivers if w.control == control.id],
            )  # fmt: skip
        except ControlError as error:
            return str(error)

    def _decided_by(self, control: Control) -> frozenset[str]:
        """Return the names of what its `applies` reads."""
        applies = alone(control)
        if applies is None:
            return frozenset()
        reads = read_set(self.driver, applies, self.catalogue, database=self.database)
        fields = {name for _, name in reads.properties}
        return frozenset(fields | {t for _, t, _ in reads.relationships} | _labels(reads))

    def _stands(self, control: Control, reads: ReadSet) -> bool:
        before = self.standing.get(control.id)
        if self.touched is None or before is None or before.failed_to_run or reads.uses_clock:
            return False
        if before.basis != self.bases[control.id]:
            return False
        labels = {control.resource, *_labels(reads)}
        return not self.touched & labels and not self._is_of_other_clouds(labels)

    def _is_of_other_clouds(self, labels: set[str]) -> bool:
        """Tell whether types are read that this connector's scans do not touch."""
        read = (self.catalogue[label] for label in labels if label in self.catalogue)
        return any(d.cloud != self.connector.cloud and not d.scheme for d in read)

    def _basis(self, control: Control, reads: ReadSet, picture: Picture) -> str:
        labels = {control.resource, *_labels(reads)}
        return digest(
            [
                control.hash,
                control.severity,
                sorted(
                    (u.id, u.state, u.error, u.quarantined)
                    for label in labels
                    for u in picture.of(label)
                ),
                [w.model_dump(mode="json") for w in self.waivers if w.control == control.id],
            ]
        )

    def _keep(self, found: _Round, scan: str | None, *, publishing: bool) -> Evaluation:
        verdicts = {j.control.id: self._verdict(j) for j in found.judged}
        for control in self.controls:
            if control.id in found.failed:
                verdicts[control.id] = self._error(control, found)
        findings = [f for j in found.judged for f in j.findings]
        findings += self._as_they_were(found.failed)
        change = self.book.compare(
            findings, verdicts.values(), kept=found.kept, standing=self.standing
        )
        said = {**{c: self.standing[c] for c in found.kept}, **verdicts}
        row = self._row(found, scan, publishing=publishing)
        self.book.write(change, controls=[control_row(c) for c in self.controls], evaluation=row)
        return Evaluation(
            id=self.id, connector=self.connector.id, at=self.at, scan=scan, publishing=publishing,
            controls_hash=row["controls_hash"], waivers_hash=row["waivers_hash"],
            snapshot_hash=row["snapshot_hash"], ran=tuple(verdicts),
            verdicts={control: said[control] for control in sorted(said)},
            opened=len(change.opened), changed=len(change.changed), closed=len(change.closed),
            written=self.book.written,
        )  # fmt: skip

    def _row(self, found: _Round, scan: str | None, *, publishing: bool) -> dict[str, Any]:
        """Return the evaluation's properties: with all that a run of a report has to name."""
        snapshot = found.picture.snapshot
        controls = {c.id: c.hash for c in self.controls}
        waived = [w.model_dump(mode="json") for w in self.waivers]
        return {
            "id": self.id, "connector": self.connector.id, "at": self.at, "scan": scan,
            "publishing": publishing,
            "snapshot": json.dumps(snapshot), "snapshot_hash": digest(snapshot),
            "controls": json.dumps(controls), "controls_hash": digest(controls),
            "waivers": json.dumps(waived), "waivers_hash": waiving.waivers_hash(self.waivers),
        }  # fmt: skip

    def _verdict(self, judged: Judged) -> ControlVerdict:
        return self._since(
            ControlVerdict(
                control=judged.control.id, connector=self.connector.id, verdict=judged.verdict,
                severity=judged.control.severity, counts=judged.counts,
                unread_units=judged.unread_units, reason=judged.reason,
                hash=judged.control.hash, basis=self.bases[judged.control.id],
                evaluation=self.id, since=self.at,
            )
        )  # fmt: skip

    def _error(self, control: Control, found: _Round) -> ControlVerdict:
        units = found.picture.of(control.resource)
        held = sum(found.picture.counts.get(u.id, 0) for u in units)
        return self._since(
            ControlVerdict(
                control=control.id, connector=self.connector.id, verdict=Verdict.NOT_EVALUATED,
                severity=control.severity, counts=Counts(not_evaluated=held),
                reason=found.failed[control.id], failed_to_run=True, hash=control.hash,
                basis=self.bases.get(control.id, ""), evaluation=self.id, since=self.at,
            )
        )  # fmt: skip

    def _since(self, said: ControlVerdict) -> ControlVerdict:
        """Return a verdict with the time since which it has been what it is."""
        before = self.standing.get(said.control)
        if before is None or before.verdict != said.verdict:
            return said
        fields = {**said.__dict__, "since": before.since}
        if before.stands == said.stands:
            fields["evaluation"] = before.evaluation
        return ControlVerdict(**fields)

    def _as_they_were(self, failed: Mapping[str, str]) -> list[Finding]:
        """Return the findings of controls that could not be asked: kept, but not evaluated now."""
        return [
            dataclasses.replace(f, status=Status.NOT_EVALUATED, reason=failed[f.control])
            for f in self.book.last(sorted(failed))
        ]


def control_row(control: Control) -> dict[str, Any]:
    """Return what stands of a control in the graph, as flat properties without nulls."""
    return {
        "id": control.id, "title": control.title, "resource": control.resource,
        "severity": control.severity, "policy": control.policy, "cloud": control.cloud,
        "why": control.why, "hash": control.hash, "own": control.own,
    }  # fmt: skip


def _labels(reads: ReadSet) -> set[str]:
    ends = {label for source, _, target in reads.relationships for label in (source, target)}
    return {*reads.labels, *ends, *(label for label, _ in reads.properties)}


def now(driver: neo4j.Driver, database: str | None) -> datetime.datetime:
    """Return the database's time."""
    (row,) = driver.execute_query(NOW, database_=database).records
    at: datetime.datetime = row["now"].to_native()
    return at


__all__ = ["LIMITS", "Evaluation", "Limits", "Sequence", "control_row", "evaluate", "now"]
