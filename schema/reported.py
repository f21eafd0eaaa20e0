"""The GraphQL types of reports: a mandate on a connector as it stands, and its immutable runs.

A report's `findings`, `verdicts`, `summary` and `requirements` are those of now. What a run says
comes from its document alone: it shows resources as they were named then, and never changes.
"""

from __future__ import annotations

import operator
from typing import Any

from schema import standing
from schema.shape import FIRST, Argument, Column, Kept, Link, Shape
from schema.shelf import Shelf

CONNECTOR = Link(
    name="connector", target="Connector", doc="The connector it is about.",
    match="($$N:Connector {id: $$A.connector})", carry="$$N", order="$$N.id",
)  # fmt: skip


def reported(shelf: Shelf) -> tuple[Shape, ...]:
    """Return the shapes of reports, tied to what the shelf holds."""
    return (
        *standing.shapes(shelf), _report(shelf), _run(shelf), _requirement(), _result(shelf),
        _finding(),
    )  # fmt: skip


def _report(shelf: Shelf) -> Shape:
    mine: dict[str, Any] = {
        "where": "$$N.control IN $CONTROLS[$$A.mandate]", "carry": "$$N", "many": True,
        "constants": {"CONTROLS": shelf.mandate_controls}, "order": "$$N.id",
    }  # fmt: skip
    runs: dict[str, Any] = {
        "target": "ReportRun", "match": "($$A)<-[$$E:RUN_OF]-($$N:ReportRun)",
        "order": "$$N.number DESC",
    }  # fmt: skip
    status = Argument(name="status", type="Status", doc="Only of this status.")
    return Shape(
        name="Report",
        doc="A mandate applied to a connector, with its numbered runs.",
        fields=(
            Column(name="id", type="String!", doc="Its id.", names={"p": "id"}),
            Column(name="mandateId", type="String!", doc="Id of the mandate.",
                   names={"p": "mandate"}),
            Kept(name="mandate", type="Mandate", text="$$N.mandate", find=shelf.mandates.get,
                 doc="The mandate; null where it is no longer there."),
            CONNECTOR,
            Link(name="runs", many=True, doc="Its runs, newest first.", arguments=(FIRST,), **runs),
            Link(name="run", doc="One run: the latest, or that of a number.",
                 narrow={"number": "$$N.number = $VALUE"},
                 arguments=(Argument(name="number", type="Int", doc="Its number."),), **runs),
            Link(name="findings", target="Finding", doc="What its controls found, as of now.",
                 match="($$N:Finding {connector: $$A.connector})",
                 narrow={"status": "$$N.status = $VALUE"}, arguments=(status, FIRST), **mine),
            Link(name="verdicts", target="Verdict", doc="What its controls say, as of now.",
                 match="($$N:Verdict {connector: $$A.connector})", arguments=(FIRST,), **mine),
            *standing.fields(shelf),
        ),
    )  # fmt: skip


def _run(shelf: Shelf) -> Shape:
    names = {
        "id": ("String!", "Its id."), "number": ("Int!", "1 for the first."),
        "hash": ("String!", "SHA-256 of its document."),
        "evaluation": ("String!", "Id of the evaluation that it is a function of."),
        "verdict": ("String!", "The verdict on the whole mandate."),
        "score": ("Float", "passed / (passed + failed); null where there is neither."),
        "passed": ("Int!", "Requirements that pass."), "failed": ("Int!", "That fail."),
        "manual": ("Int!", "That a person has to judge."),
    }  # fmt: skip
    more = {
        "notEvaluated": ("not_evaluated", "That could not be evaluated."),
        "notApplicable": ("not_applicable", "That nothing there is about."),
        "notCovered": ("not_covered", "That nothing checks."),
    }
    return Shape(
        name="ReportRun",
        doc="An immutable run of a report, with how many requirements have each verdict.",
        fields=(
            *(Column(name=n, type=t, doc=doc, names={"p": n}) for n, (t, doc) in names.items()),
            *(Column(name=n, type="Int!", doc=doc, names={"p": p}) for n, (p, doc) in more.items()),
            Column(name="at", type="DateTime!", doc="Time of its evaluation.",
                   text="toString($$N.at)"),
            Kept(name="document", type="JSON", doc="The whole of it, as it was written.",
                 text=KEY, find=lambda key: _plain(shelf.document(*key))),
            Kept(name="requirements", type="[RunRequirement!]!", text=KEY,
                 doc="The mandate's requirements of the first level, with their verdicts.",
                 find=lambda key: (shelf.document(*key) or {}).get("requirements")),
        ),
    )  # fmt: skip


KEY = "[$$N.report, $$N.number, $$N.hash]"
ABOUT_REQUIREMENT = {
    "number": ("String!", "Its number."), "title": ("String!", "What it asks for."),
    "verdict": ("String!", "The verdict on it."), "assessment": ("String", "automated or manual."),
    "note": ("String", "What to know of the verdict."),
    "outcome": ("JSON", "What a person recorded, and until when it holds."),
    "counts": ("JSON", "Of those below it: how many have each verdict."),
    "requirements": ("[RunRequirement!]!", "Those below it."),
    "results": ("[RunResult!]!", "What its controls said."),
}  # fmt: skip
ABOUT_RESULT = {
    "title": ("String!", "The control's title."), "severity": ("String", "The control's."),
    "verdict": ("String!", "The verdict of the control."),
    "reason": ("String", "Why it was not evaluated."),
    "counts": ("JSON", "How many resources have each status."),
    "findings": ("[RunFinding!]!", "What it found."),
}  # fmt: skip
ABOUT_FINDING = {
    "id": ("String!", "Stable over scans."), "uid": ("String!", "Of the resource or unit."),
    "name": ("String", "The resource's name."), "type": ("String!", "Its type."),
    "region": ("String", "Its region."), "status": ("Status!", "The finding's status."),
    "severity": ("Severity!", "The control's."), "reason": ("String", "Why it is so."),
    "waiver": ("String", "Id of the waiver."), "evidence": ("JSON", "What was found."),
}  # fmt: skip


def _said(about: dict[str, tuple[str, str]]) -> tuple[Kept, ...]:
    """Make fields that read a document's object."""
    return tuple(
        Kept(name=name, type=type_, doc=doc, find=lambda said, name=name: said.get(name))  # type: ignore[misc]
        for name, (type_, doc) in about.items()
    )


def _requirement() -> Shape:
    return Shape(
        name="RunRequirement", doc="A requirement in a run.", fields=_said(ABOUT_REQUIREMENT)
    )


def _result(shelf: Shelf) -> Shape:
    return Shape(
        name="RunResult",
        doc="What a control said in a run.",
        fields=(
            Kept(name="controlId", type="String!", doc="Id of the control.",
                 find=operator.itemgetter("control")),
            Kept(name="control", type="Control", doc="The control as it is now, if it is there.",
                 find=lambda said: shelf.controls.get(said["control"])),
            *_said(ABOUT_RESULT),
        ),
    )  # fmt: skip


def _finding() -> Shape:
    return Shape(name="RunFinding", doc="A finding as a run tells it.", fields=_said(ABOUT_FINDING))


def _plain(said: Any) -> Any:
    """Return a document as it was written, without what was joined to it."""
    if said is None:
        return None
    return {**said, "requirements": [_unjoined(r) for r in said["requirements"]]}


def _unjoined(requirement: Any) -> Any:
    found = {k: v for k, v in requirement.items() if k != "results"}
    if "requirements" in found:
        found["requirements"] = [_unjoined(below) for below in found["requirements"]]
    return found
