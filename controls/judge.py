"""Judge one control: what it returns, what was not read, what is waived, and how many pass.

Passes are counted and never listed: what applies, less what failed, is waived or could not be
told. A unit that could not be read may hold very many resources; beyond `scope.LISTED` their
findings stand as the one on the unit, and in the count.
"""

from __future__ import annotations

import collections
import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from controls.ask import Asker, Candidate, Properties, properties
from controls.control import Control, applicable, runnable
from controls.finding import Finding
from controls.picture import Picture, Unit
from controls.read_set import ReadSet
from controls.scope import Scope, scope
from controls.unread import Mark, Marks, marks
from controls.verdict import Counts, Status, Verdict, of_control
from controls.waivers import Waiver
from ingest.catalogue import Catalogue


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
    decided_by: frozenset[str] = frozenset(),
    waivers: Sequence[Waiver] = (),
) -> Judged:
    """Ask a control and judge it; `decided_by` is what its `applies` reads.

    Raises ControlFailed; in an outage the driver's own error.
    """
    return _Judging(
        control=control, reads=reads, picture=picture, catalogue=catalogue, asker=asker, at=at,
        waivers=waivers, decided_by=decided_by,
    ).run()  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class _Judging:
    """One control being judged."""

    control: Control
    reads: ReadSet
    picture: Picture
    catalogue: Catalogue
    asker: Asker
    decided_by: frozenset[str]
    at: datetime.datetime
    waivers: Sequence[Waiver]

    def run(self) -> Judged:
        label = self.control.resource
        rows = self.asker.failing(runnable(self.control, self.at), label)
        found = marks(label, self.reads, self.picture, self.catalogue, self.asker)
        applies = scope(
            label, applicable(self.control, self.at), self.decided_by, self.picture, found,
            self.asker, rows,
        )  # fmt: skip
        known = self._known(rows)
        findings = self._findings(rows, found, applies, known)
        counts = self._count(findings.values(), rows | found.candidates, found, applies)
        on_units = tuple(self._on_unit(u) for u in self._shown(found, counts))
        verdict = of_control(counts, unread=bool(found.reason), excluded=found.excluded)
        return Judged(
            control=self.control, verdict=verdict, counts=counts,
            findings=(*findings.values(), *on_units), unread_units=len(found.unread),
            reason=self._reason(verdict, findings.values(), found),
        )  # fmt: skip

    def _known(self, rows: Mapping[str, Candidate]) -> Mapping[str, Properties]:
        """Return what the conditions of waivers name of the resources that they cover."""
        names = sorted({name for waiver in self.waivers for name in waiver.condition})
        if not names:
            return {}
        asked = {
            candidate.uid
            for candidate in rows.values()
            for waiver in self.waivers
            if waiver.condition and self._is_about(waiver, candidate)
        }
        return properties(self.asker, asked, names)

    def _findings(
        self,
        rows: Mapping[str, Candidate],
        found: Marks,
        applies: Scope,
        known: Mapping[str, Properties],
    ) -> dict[str, Finding]:
        """Return the findings on resources, by uid: on what it returns first, with its evidence."""
        findings: dict[str, Finding] = {}
        marked, asked = found.candidates.values(), {*rows, *found.resources}
        for candidate in (*rows.values(), *marked, *applies.listed(self.asker, found)):
            mark = found.on(candidate)
            applying = candidate.uid not in asked or applies.has(candidate.uid)
            if candidate.uid in findings or not (applying or applies.is_doubtful(mark)):
                continue
            if candidate.uid in rows and applying:
                findings[candidate.uid] = self._returned(candidate, mark, known)
            elif mark:
                findings[candidate.uid] = self._finding(
                    candidate, Status.NOT_EVALUATED, mark.reason
                )
        return findings

    def _returned(
        self, candidate: Candidate, mark: Mark | None, known: Mapping[str, Properties]
    ) -> Finding:
        if mark and not mark.holds:
            return self._finding(candidate, Status.NOT_EVALUATED, mark.reason)
        values, unread = known.get(candidate.uid, ({}, ()))
        for waiver in self.waivers:
            if not self._is_about(waiver, candidate):
                continue
            if not waiver.condition or waiver.holds(values, unread):
                return self._finding(
                    candidate, Status.WAIVED, f"{waiver.reason} ({waiver.owner})", waiver.id
                )
        return self._finding(candidate, Status.FAIL)

    def _is_about(self, waiver: Waiver, candidate: Candidate) -> bool:
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

    def _count(
        self,
        findings: Iterable[Finding],
        candidates: Mapping[str, Candidate],
        found: Marks,
        applies: Scope,
    ) -> Counts:
        """Count: of marked units everything that is not told, of the others what has a finding."""
        told = collections.Counter(f.status for f in findings)
        untold = sum(applies.held.get(unit, 0) for unit in found.units)
        for finding in findings:
            known = candidates.get(finding.uid)  # else it is listed because its unit is marked
            if known is None or known.unit in found.units:
                untold -= finding.status != Status.NOT_EVALUATED
            else:
                untold += finding.status == Status.NOT_EVALUATED
        failed, waived = told[Status.FAIL], told[Status.WAIVED]
        passed = sum(applies.held.values()) - failed - waived - untold
        return Counts(passed=max(0, passed), failed=failed, waived=waived, not_evaluated=untold)

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
