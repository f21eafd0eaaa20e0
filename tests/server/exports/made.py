"""Runs of the shipped CIS mandate with made-up findings: real documents, without a database."""

from __future__ import annotations

import datetime
import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from controls.control import Control
from controls.control_verdict import ControlVerdict
from controls.document import Basis, Written
from controls.document import write as write_document
from controls.finding import Finding
from controls.load import load
from controls.mandates import Mandate, load_mandates
from controls.outcomes import Outcome
from controls.policies import load_policies
from controls.verdict import Counts, Status, Verdict, of_control
from server.exports import run as of_run
from server.exports.exporter import meets_of
from server.exports.held import Held
from server.exports.row import Export, Run, standard

AT = datetime.datetime(2026, 3, 1, 12, 30, tzinfo=datetime.UTC)
CONNECTOR = "aws:aws:111122223333"
MANDATE = "cis-aws-6.0"
CONTROLS: Mapping[str, Control] = load()
MANDATES: Mapping[str, Mandate] = load_mandates(CONTROLS, load_policies(CONTROLS))
ANY = "0.0.0.0/0"
REFUSED = "kms:ListKeys: AccessDeniedException (AwsKmsKey in eu-west-1)"
UNIT = f"{CONNECTOR}|AwsKmsKey|eu-west-1"


def mine(mandate: str = MANDATE) -> list[str]:
    """Return the controls of a mandate."""
    return [c for c in MANDATES[mandate].controls if c in CONTROLS]


def failing(control: str, name: str, **more: Any) -> Finding:
    """Return a failure on a resource of this name."""
    known = CONTROLS[control]
    said = {
        "control": control, "connector": CONNECTOR, "incarnation": "1", "status": Status.FAIL,
        "uid": f"arn:aws:thing:eu-west-1:111122223333:{name}", "severity": known.severity,
        "name": name, "type": known.resource, "region": "eu-west-1",
        "evidence": json.dumps({"expected": True, "actual": False, "path": [name, "open", ANY]}),
    }  # fmt: skip
    return Finding(**(said | more))


def waived(control: str, name: str, waiver: str = "press-kit") -> Finding:
    return failing(
        control, name, status=Status.WAIVED, waiver=waiver, reason="It is public on purpose (web)"
    )


def unread(control: str) -> Finding:
    """Return a finding on a unit that could not be read."""
    return failing(
        control, UNIT, uid=UNIT, incarnation="", status=Status.NOT_EVALUATED, reason=REFUSED,
        type="AwsKmsKey", on_unit=True, evidence=None,
    )  # fmt: skip


def waiver(control: str, id_: str = "press-kit") -> dict[str, Any]:
    return {
        "id": id_, "control": control, "reason": "It is public on purpose", "owner": "web",
        "expires_at": "2027-01-31T00:00:00Z", "uid": None, "connector": None,
        "incarnation": None, "source": "recorded",
    }  # fmt: skip


def basis(
    findings: Sequence[Finding],
    waivers: Sequence[Mapping[str, Any]] = (),
    outcomes: Sequence[Outcome] = (),
    mandate: str = MANDATE,
    passing: int = 4,
) -> Basis:
    """Return what a run rests on: all controls pass but for their findings."""
    by_control = {
        c: list(fs)
        for c, fs in itertools.groupby(
            sorted(findings, key=lambda f: f.control), key=lambda f: f.control
        )
    }
    files = {c: CONTROLS[c].hash for c in mine(mandate)}
    return Basis(
        evaluation={
            "id": "e1c0ffee00000001", "connector": CONNECTOR, "at": AT.isoformat(), "at_time": AT,
            "publishing": False, "controls": files, "waivers": list(waivers),
            "snapshot": [[f"{CONNECTOR}|AwsS3Bucket|global", "scan-1", "complete"],
                         [UNIT, "scan-1", "unread"]],
        },
        mandate=MANDATES[mandate],
        verdicts={c: _verdict(c, by_control.get(c, []), passing) for c in mine(mandate)},
        findings=findings,
        titles={c: CONTROLS[c].title for c in mine(mandate)},
        disabled=frozenset(), outcomes=outcomes,
    )  # fmt: skip


def _verdict(control: str, findings: Iterable[Finding], passing: int) -> ControlVerdict:
    statuses = [f.status for f in findings if not f.on_unit]
    units = sum(f.on_unit for f in findings)
    counts = Counts(
        passed=passing, failed=statuses.count(Status.FAIL), waived=statuses.count(Status.WAIVED),
        not_evaluated=statuses.count(Status.NOT_EVALUATED),
    )  # fmt: skip
    verdict = of_control(counts, unread=units > 0)
    return ControlVerdict(
        control=control, connector=CONNECTOR, verdict=verdict, counts=counts,
        severity=CONTROLS[control].severity, unread_units=units,
        reason=REFUSED if verdict == Verdict.NOT_EVALUATED else None,
    )  # fmt: skip


def written(what: Basis, number: int = 3) -> Written:
    """Return the document of a run."""
    return write_document(f"{what.mandate.id}|{CONNECTOR}", number, what)


def export(what: Basis, name: str = "production") -> Export:
    """Return a run as an exporter makes it, with nothing looked up."""
    document = written(what)
    run = Run(
        mandate=what.mandate.id, connector=CONNECTOR, connector_name=name, number=3,
        hash=document.hash, held=Held([document.document]),
    )  # fmt: skip
    about = run.said["mandate"]
    meets = meets_of(about["id"], standard(about), run.said["requirements"])
    return Export(
        rows=lambda: of_run.rows(run, CONTROLS, None, None), at=AT, controls=CONTROLS,
        meets=meets, run=run,
    )  # fmt: skip


def joined(write: Callable[[Export], Iterator[bytes]], what: Export) -> bytes:
    return b"".join(write(what))
