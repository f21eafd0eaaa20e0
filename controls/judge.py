"""Judge one control: what it returns, what was not read, what is waived, and how many pass.

Passes are counted and never listed: what applies, less what failed, is waived or could not be
told. A unit that could not be read may hold very many resources; beyond `LISTED` of them their
findings stand as the one on the unit, and in the count.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from controls.ask import Asker, Candidate, Question
from controls.control import Control, applicable, runnable
from controls.findings import Finding
from controls.picture import Picture, Unit
from controls.read_set import ReadSet
from controls.unread import Mark, Marks, marks
from controls.verdict import Counts, Status, Verdict, of_control
from controls.waivers import Waiver
from ingest.catalogue import Catalogue

LISTED = 10_000

HELD = """
MATCH (u:Unit {connector: $connector})<-[:SEEN_BY]-(c:Resource)
WHERE u.id IN $units AND NOT c:Unseen
RETURN c.uid AS uid, min(c.name) AS name, min(coalesce(c.incarnation, '')) AS incarnation,
  min(c.region) AS region, min(u.id) AS unit
ORDER BY uid LIMIT $most"""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A control's verdict with its counts and findings."""

    control: Control
    verdict: Verdict
    counts: Counts
    findings: tuple[Finding, ...]
    unread_units: int
    reason: str | None


def judge(
    control: Control,
    reads: ReadSet,
    picture: Picture,
    catalogue: Catalogue,
    asker: Asker,
    *,
    at: datetime.datetime,
    waivers: Sequence[Waiver] = (),
) -> Judged:
    """Ask a control and judge it. Raises ControlFailed; the driver's error in an outage."""
    return _Judging(
        control=control, reads=reads, picture=picture, catalogue=catalogue, asker=asker, at=at,
        waivers=waivers,
    ).run()  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class _Judging:
    """One control being judged."""

    control: Control
    reads: ReadSet
    picture: Picture
    catalogue: Catalogue
    asker: Asker
    at: datetime.datetime
    waivers: Sequence[Waiver]

    def run(self) -> Judged:
        label = self.control.resource
        rows = self.asker.failing(runnable(self.control, self.at), label)
        found = marks(label, self.reads, self.picture, self.catalogue, self.asker)
        held = self._held(rows, found)
        findings = {uid: self._returned(c, found.on(c)) for uid, c in rows.items()}
        judged = {uid for uid, f in findings.items() if f.status != Status.NOT_EVALUATED}
        for candidate in self._untold(found):
            if candidate.uid not in findings:
                mark = found.on(candidate)
                findings[candidate.uid] = self._finding(
                    candidate, Status.NOT_EVALUATED, mark.reason if mark else None
                )
        counts = self._count(findings.values(), rows, judged, found, held)
        on_units = tuple(self._on_unit(u) for u in self._shown(found, counts))
        verdict = of_control(counts, unread=bool(found.reason), excluded=found.excluded)
        return Judged(
            control=self.control, verdict=verdict, counts=counts,
            findings=(*findings.values(), *on_units), unread_units=len(found.unread),
            reason=self._reason(verdict, findings.values(), found),
        )  # fmt: skip

    def _held(self, rows: dict[str, Candidate], found: Marks) -> Mapping[str, int]:
        """Return how many resources of each unit the control applies to; drop rows beside it.

        A marked resource stays, since what is unread may be what decides whether it applies.
        """
        units = {u.id for u in self.picture.of(self.control.resource)}
        question = applicable(self.control, self.at)
        if question is None:
            return {u: n for u, n in self.picture.counts.items() if u in units}
        held, there = self.asker.applying(
            question, self.control.resource, {*rows, *found.resources}
        )
        for uid in [uid for uid in rows if uid not in there]:
            if found.on(rows[uid]) is None:
                del rows[uid]
        for uid, candidate in found.candidates.items():
            if uid not in there:
                held[candidate.unit] = held.get(candidate.unit, 0) + 1
        return held | {u: self.picture.counts.get(u, 0) for u in found.units}

    def _returned(self, candidate: Candidate, mark: Mark | None) -> Finding:
        if mark and not mark.holds:
            return self._finding(candidate, Status.NOT_EVALUATED, mark.reason)
        for waiver in self.waivers:
            if self._covers(waiver, candidate):
                return self._finding(
                    candidate, Status.WAIVED, f"{waiver.reason} ({waiver.owner})", waiver.id
                )
        return self._finding(candidate, Status.FAIL)

    def _covers(self, waiver: Waiver, candidate: Candidate) -> bool:
        return waiver.covers(
            control=self.control.id, connector=self.picture.connector, uid=candidate.uid,
            incarnation=candidate.incarnation,
        )  # fmt: skip

    def _finding(
        self,
        candidate: Candidate,
        status: Status,
        reason: str | None = None,
        waiver: str | None = None,
    ) -> Finding:
        return Finding(
            control=self.control.id, connector=self.picture.connector, uid=candidate.uid,
            incarnation=candidate.incarnation, status=status, severity=self.control.severity,
            name=candidate.name, type=self.control.resource, region=candidate.region,
            reason=reason, evidence=candidate.evidence, waiver=waiver,
        )  # fmt: skip

    def _untold(self, found: Marks) -> Iterable[Candidate]:
        """Yield the marked resources: single ones, and those of marked units up to a number."""
        yield from found.candidates.values()
        if found.units:
            for row in self.asker.rows(HELD, units=sorted(found.units), most=LISTED):
                yield Candidate(**row)

    def _count(
        self,
        findings: Iterable[Finding],
        rows: Mapping[str, Candidate],
        judged: set[str],
        found: Marks,
        held: Mapping[str, int],
    ) -> Counts:
        said = [f.status for f in findings]
        failed, waived = said.count(Status.FAIL), said.count(Status.WAIVED)
        whole = sum(held.get(unit, 0) for unit in found.units)
        whole -= sum(rows[uid].unit in found.units for uid in judged)
        single = sum(
            c.unit not in found.units and uid not in judged for uid, c in found.candidates.items()
        )
        applies = sum(held.values())
        return Counts(
            passed=max(0, applies - failed - waived - whole - single),
            failed=failed, waived=waived, not_evaluated=whole + single,
        )  # fmt: skip

    def _shown(self, found: Marks, counts: Counts) -> list[Unit]:
        """Return the units to show a finding on: its own, and others that nothing else tells of."""
        own = [u for u in found.unread if u.type == self.control.resource]
        return own if own or counts.not_evaluated else list(found.unread)

    def _on_unit(self, unit: Unit) -> Finding:
        return Finding(
            control=self.control.id, connector=self.picture.connector, uid=unit.id, incarnation="",
            status=Status.NOT_EVALUATED, severity=self.control.severity, name=unit.id,
            type=unit.type, region=unit.region, reason=unit.why, on_unit=True,
        )  # fmt: skip

    def _reason(self, verdict: Verdict, findings: Iterable[Finding], found: Marks) -> str | None:
        if verdict != Verdict.NOT_EVALUATED:
            return None
        said = sorted({f.reason for f in findings if f.reason and f.status == Status.NOT_EVALUATED})
        return found.reason or (said[0] if said else "excluded by the user")


__all__ = ["Judged", "Question", "judge"]
