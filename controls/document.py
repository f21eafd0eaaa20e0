"""Write what a report run says, as canonical bytes: a pure function of what it is given.

The same evaluation, mandate and outcomes give the same bytes, whenever and wherever they are put
together; the hash over them is what identifies a run. Nothing here reads a graph.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import orjson

from controls.control_verdict import ControlVerdict
from controls.finding import Finding
from controls.mandates import Mandate, Requirement
from controls.outcomes import Outcome, counting
from controls.verdict import Score, Verdict, of_requirement, score, worst

FORM = 1
NOT_YET = "it was not evaluated: evaluate again"


@dataclass(frozen=True, kw_only=True)
class Basis:
    """All that a run rests on.

    evaluation: the properties of the evaluation's node, its texts parsed and its time in ISO 8601.
    verdicts, findings: those of that evaluation. titles: of controls, by id.
    disabled: ids of controls that were switched off or are of another cloud: they judge nothing.
    """

    evaluation: Mapping[str, Any]
    mandate: Mandate
    verdicts: Mapping[str, ControlVerdict]
    findings: Sequence[Finding]
    titles: Mapping[str, str]
    disabled: frozenset[str]
    outcomes: Sequence[Outcome]


@dataclass(frozen=True, kw_only=True)
class Written:
    """A document with what is told of it beside it."""

    document: bytes
    hash: str
    verdict: Verdict
    score: Score


def write(report: str, number: int, basis: Basis) -> Written:
    """Return the document of a run."""
    at = basis.evaluation["at_time"]
    tree, judged = standing(basis.mandate, basis.verdicts, basis.disabled, basis.outcomes, at)
    verdicts = [Verdict(leaf["verdict"]) for leaf in judged]
    counts, verdict = score(verdicts), worst(verdicts)
    used = [c for c in basis.mandate.controls if c not in basis.disabled]
    said = {
        "form": FORM,
        "report": report,
        "number": number,
        "at": basis.evaluation["at"],
        "connector": basis.evaluation["connector"],
        "evaluation": basis.evaluation["id"],
        "publishing": basis.evaluation["publishing"],
        "mandate": _about(basis.mandate),
        "verdict": verdict,
        "score": counts.value,
        "counts": asdict(counts),
        "snapshot": _hashed("units", basis.evaluation["snapshot"]),
        "controls": _hashed("files", _files(basis, used)),
        "waivers": _hashed("set", basis.evaluation["waivers"]),
        "requirements": tree,
        "results": {control: _result(control, basis) for control in used},
    }
    document = canonical(said)
    return Written(document=document, hash=hash_of(document), verdict=verdict, score=counts)


def hash_of(document: bytes) -> str:
    """Return what identifies a run: the SHA-256 of its document."""
    return hashlib.sha256(document).hexdigest()


def canonical(said: Any) -> bytes:
    """Return JSON in one form: sorted keys, UTF-8, no spaces."""
    return orjson.dumps(said, option=orjson.OPT_SORT_KEYS)


def _hashed(name: str, said: Any) -> dict[str, Any]:
    return {name: said, "hash": hash_of(canonical(said))}


def _about(mandate: Mandate) -> dict[str, Any]:
    return {
        "id": mandate.id, "title": mandate.title, "version": mandate.version,
        "source": mandate.source,
    }  # fmt: skip


def _files(basis: Basis, used: Iterable[str]) -> dict[str, str | None]:
    """Return the hash of each control's file as it was evaluated."""
    return {control: basis.evaluation["controls"].get(control) for control in used}


def standing(
    mandate: Mandate,
    verdicts: Mapping[str, ControlVerdict],
    disabled: frozenset[str],
    outcomes: Iterable[Outcome],
    at: datetime.datetime,
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the requirements as a run would tell them now, and those that are judged."""
    counted = counting(outcomes, at)
    judged = {r.number: _leaf(r, verdicts, disabled, counted) for r in mandate.leaves()}
    return [_requirement(r, judged) for r in mandate.requirements], list(judged.values())


def _leaf(
    leaf: Requirement,
    said_of: Mapping[str, ControlVerdict],
    disabled: frozenset[str],
    outcomes: Mapping[str, Outcome],
) -> dict[str, Any]:
    used = [c for c in leaf.controls if c not in disabled]
    verdicts = {c: _verdict(c, said_of) for c in used}
    outcome = outcomes.get(leaf.number)
    verdict = of_requirement(
        verdicts.values(), manual=leaf.is_manual, outcome=outcome.outcome if outcome else None
    )
    said: dict[str, Any] = {
        "number": leaf.number, "title": leaf.title, "levels": leaf.levels,
        "assessment": leaf.assessment, "verdict": verdict, "controls": verdicts,
        "disabled": sorted(set(leaf.controls) & disabled),
    }  # fmt: skip
    if leaf.is_manual and used:
        said["note"] = "manual in the benchmark; judged by the controls that there are"
    if outcome:
        said["outcome"] = {
            "outcome": outcome.outcome, "note": outcome.note, "by": outcome.by,
            "at": outcome.at.isoformat(),
            "expires_at": outcome.expires_at.isoformat() if outcome.expires_at else None,
        }  # fmt: skip
    return said


def _requirement(one: Requirement, judged: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    if not one.requirements:
        return judged[one.number]
    verdicts = [Verdict(judged[leaf.number]["verdict"]) for leaf in one.leaves()]
    return {
        "number": one.number, "title": one.title, "levels": one.levels,
        "verdict": worst(verdicts), "counts": asdict(score(verdicts)),
        "requirements": [_requirement(below, judged) for below in one.requirements],
    }  # fmt: skip


def _verdict(control: str, verdicts: Mapping[str, ControlVerdict]) -> Verdict:
    said = verdicts.get(control)
    return said.verdict if said else Verdict.NOT_EVALUATED


def _result(control: str, basis: Basis) -> dict[str, Any]:
    said = basis.verdicts.get(control)
    found = sorted((f for f in basis.findings if f.control == control), key=lambda f: f.id)
    return {
        "title": basis.titles.get(control, control),
        "severity": said.severity if said else None,
        "verdict": _verdict(control, basis.verdicts),
        "reason": said.reason if said else NOT_YET,
        "counts": asdict(said.counts) | {"applicable": said.counts.applicable} if said else None,
        "unread_units": said.unread_units if said else 0,
        "findings": [_finding(f) for f in found],
    }


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "id": one.id, "uid": one.uid, "name": one.name, "type": one.type, "region": one.region,
        "status": one.status, "severity": one.severity, "reason": one.reason,
        "waiver": one.waiver, "on_unit": one.on_unit,
        "evidence": orjson.loads(one.evidence) if one.evidence else None,
    }  # fmt: skip
