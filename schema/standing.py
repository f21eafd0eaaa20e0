"""A report as it stands now: its requirements with their verdicts, down to controls and findings.

A run tells what was; this tells what is, from the verdicts of the last evaluation, so that a client
walks from requirement to control to finding to resource to neighbours in one query. The verdicts
of requirements are made by the same code as a run's. They are read off the connector's `Verdict`
nodes, one for each control, so a summary costs the same whatever the number of findings; findings
are read only where they are selected, so many of each control.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from controls.control_verdict import ControlVerdict
from controls.document import standing
from controls.outcomes import outcome_of
from controls.verdict import Verdict, score, worst
from schema.shape import FIRST, Argument, Joined, Kept, Link, Shape
from schema.shelf import Shelf

Rows = Mapping[str, Sequence[Any]]  # of a selection of findings: by control

CONTROLS = "$CONTROLS[$$N.mandate]"
STANDS = (
    "[$$N.mandate, $$N.connector, COLLECT { MATCH (said:Verdict {connector: $$N.connector}) "
    "WHERE said.control IN $CONTROLS[$$N.mandate] AND $SEEN_SAID RETURN properties(said) }, "
    "COLLECT { MATCH (told:ManualOutcome {mandate: $$N.mandate, connector: $$N.connector}) "
    "WHERE $SEEN_TOLD RETURN properties(told) }]"
)


@dataclasses.dataclass(frozen=True, kw_only=True)
class State:
    """What stands of one report: the tree of requirements, verdicts and found rows by control."""

    tree: Sequence[Mapping[str, Any]]
    leaves: Sequence[Mapping[str, Any]]
    verdicts: Mapping[str, ControlVerdict]
    found: Sequence[Rows]


@dataclasses.dataclass(frozen=True, kw_only=True)
class One:
    """A requirement (`said` as documents say it) or a control (`key` is its id) of a report."""

    state: State
    key: str
    said: Mapping[str, Any]

    @property
    def found(self) -> Sequence[Rows]:
        """Rows of findings, by selection and control."""
        return self.state.found


def shapes(shelf: Shelf) -> tuple[Shape, ...]:
    """Return the shapes."""
    return (_summary(), _requirement(), _control(shelf))


def fields(shelf: Shelf) -> tuple[Joined, Joined]:
    """Return the fields of a report that tell what stands."""
    about: dict[str, Any] = {
        "text": STANDS, "over": CONTROLS, "constants": {"CONTROLS": shelf.mandate_controls},
        "reads": {"said": "Verdict", "told": "ManualOutcome"},
    }  # fmt: skip
    return (
        Joined(name="summary", type="ReportSummary!", doc="How it stands now, in numbers.",
               find=lambda said, found: _state(shelf, said, found), **about),
        Joined(name="requirements", type="[ReportRequirement!]!",
               doc="The mandate's requirements of the first level, as they stand now.",
               find=lambda said, found: _top(_state(shelf, said, found)), **about),
    )  # fmt: skip


def _state(shelf: Shelf, said: Sequence[Any], found: Sequence[Rows]) -> State:
    mandate_id, connector, verdicts, outcomes = said
    stands = {v["control"]: ControlVerdict.of(v) for v in verdicts}
    mandate = shelf.mandates.get(mandate_id)
    if mandate is None:
        return State(tree=(), leaves=(), verdicts=stands, found=found)
    cloud = connector.partition(":")[0]
    off = frozenset(c.id for c in shelf.controls.values() if c.disabled or c.cloud != cloud)
    tree, leaves = standing(
        mandate, stands, off, [outcome_of(o) for o in outcomes], datetime.datetime.now(datetime.UTC)
    )
    return State(tree=tree, leaves=leaves, verdicts=stands, found=found)


def _top(state: State) -> list[One]:
    return [One(state=state, key=said["number"], said=said) for said in state.tree]


def _below(one: One) -> list[One]:
    below = one.said.get("requirements", ())
    return [One(state=one.state, key=said["number"], said=said) for said in below]


def _controls(one: One) -> list[One]:
    return [
        One(state=one.state, key=control, said=_said_of(one.state, control, verdict))
        for control, verdict in one.said.get("controls", {}).items()
    ]


def _said_of(state: State, control: str, verdict: Verdict) -> Mapping[str, Any]:
    said = state.verdicts.get(control)
    if said is None:
        return {"verdict": verdict}
    counts = dataclasses.asdict(said.counts)
    return {
        "verdict": verdict, "severity": said.severity, "reason": said.reason, "counts": counts,
        "since": said.since.isoformat() if said.since else None,
    }  # fmt: skip


def _tells(name: str, type_: str, doc: str) -> Kept:
    return Kept(name=name, type=type_, doc=doc, find=lambda one: one.said.get(name))


def _counts(state: State) -> dict[str, Any]:
    verdicts = [Verdict(leaf["verdict"]) for leaf in state.leaves]
    counts = score(verdicts)
    return {**dataclasses.asdict(counts), "score": counts.value, "verdict": worst(verdicts)}


def _summary() -> Shape:
    named = {
        "verdict": ("String!", "verdict", "The verdict on the whole mandate."),
        "score": ("Float", "score", "passed / (passed + failed); null where there is neither."),
        "passed": ("Int!", "passed", "Requirements that pass."),
        "failed": ("Int!", "failed", "That fail."),
        "notEvaluated": ("Int!", "not_evaluated", "That could not be evaluated."),
        "notApplicable": ("Int!", "not_applicable", "That nothing there is about."),
        "manual": ("Int!", "manual", "That a person has to judge."),
        "notCovered": ("Int!", "not_covered", "That nothing checks."),
    }
    return Shape(
        name="ReportSummary",
        doc="How many requirements of a report have each verdict, as of the last evaluation.",
        fields=tuple(
            Kept(name=name, type=type_, doc=doc, find=lambda state, key=key: _counts(state)[key])  # type: ignore[misc]
            for name, (type_, key, doc) in named.items()
        ),
    )


def _requirement() -> Shape:
    return Shape(
        name="ReportRequirement",
        doc="A requirement of a report, as it stands now.",
        fields=(
            _tells("number", "String!", "Its number."),
            _tells("title", "String!", "What it asks for."),
            _tells("verdict", "String!", "The verdict on it."),
            _tells("assessment", "String", "automated or manual; null where others are below it."),
            _tells("note", "String", "What to know of the verdict."),
            _tells("outcome", "JSON", "What a person recorded, and until when it holds."),
            _tells("counts", "JSON", "Of those below it: how many have each verdict."),
            Kept(name="requirements", type="[ReportRequirement!]!", doc="Those below it.",
                 find=_below),
            Kept(name="controls", type="[ReportControl!]!", doc="The controls that judge it.",
                 find=_controls),
        ),
    )  # fmt: skip


def _control(shelf: Shelf) -> Shape:
    return Shape(
        name="ReportControl",
        doc="A control of a report, as it stands now.",
        fields=(
            Kept(name="controlId", type="String!", doc="Its id.", find=lambda one: one.key),
            Kept(name="control", type="Control", doc="The control itself.",
                 find=lambda one: shelf.controls.get(one.key)),
            _tells("verdict", "String!", "The verdict of the control."),
            _tells("severity", "String", "How bad a failure is."),
            _tells("reason", "String", "Why it was not evaluated."),
            _tells("since", "DateTime", "Since when it has been so."),
            _tells("counts", "JSON", "How many resources have each status."),
            Link(name="findings", target="Finding", many=True, carry="$$N", order="$$N.id",
                 match="($$N:Finding {connector: $$A.connector})", where="$$N.control = $$ONE",
                 narrow={"status": "$$N.status = $VALUE"}, doc="What it found.",
                 arguments=(Argument(name="status", type="Status", doc="Only of this status."),
                            FIRST)),
        ),
    )  # fmt: skip
