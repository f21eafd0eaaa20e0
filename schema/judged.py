"""The GraphQL types of judging: controls, policies, mandates, findings, verdicts, reports.

Findings, verdicts and reports are nodes; controls, policies and mandates are files, held in memory
by the shelf and joined to a row by their id, so they cost no Cypher.
"""

from __future__ import annotations

import json
import operator
import re
from collections.abc import Callable, Iterable
from typing import Any

from controls.control import Control
from schema.reported import CONNECTOR, reported
from schema.shape import Column, Field, Kept, Link, Shape
from schema.shelf import Shelf, placed

STATUSES = ("FAIL", "NOT_EVALUATED", "WAIVED")


def shapes(shelf: Shelf) -> tuple[Shape, ...]:
    """Return the shapes, tied to what the shelf holds."""
    return (
        _remediation(), _control(shelf), _policy(shelf), _mandate(), _requirement(shelf),
        _finding(shelf), _verdict(shelf), *reported(shelf),
    )  # fmt: skip


def _own(name: str, type_: str, doc: str, attribute: str | None = None) -> Kept:
    return Kept(name=name, type=type_, doc=doc, find=operator.attrgetter(attribute or name))


def _col(name: str, type_: str, doc: str, prop: str | None = None) -> Column:
    names = {"p": prop or name}
    if type_.startswith("DateTime"):
        return Column(name=name, type=type_, doc=doc, names=names, text="toString($$N.$$P)")
    return Column(
        name=name, type=type_, doc=doc, names=names,
        finish=json.loads if type_ == "JSON" else None,
    )  # fmt: skip


def _remediation() -> Shape:
    return Shape(
        name="Remediation",
        doc="How to put a failure right; `{name}` and the like stand for the resource's own.",
        fields=(
            _own("console", "String!", "In the cloud's console."),
            _own("cli", "String!", "On the command line."),
            _own("terraform", "String!", "In Terraform."),
        ),
    )


def _control(shelf: Shelf) -> Shape:
    return Shape(
        name="Control",
        doc="One check on one resource type.",
        fields=(
            _own("id", "String!", "Its path: `aws/s3/bucket_public_access`."),
            _own("title", "String!", "What holds where it passes."),
            _own("resource", "String!", "The resource type that it checks."),
            _own("severity", "Severity!", "How bad a failure is."),
            _own("why", "String!", "Why it matters."),
            _own("remediation", "Remediation!", "How to put it right.", "fix"),
            _own("query", "String!", "The control's whole Cypher file.", "text"),
            Kept(name="thresholds", type="JSON!", doc="Its named limits.",
                 find=lambda c: {k: v if isinstance(v, str | int | float) else list(v)
                                 for k, v in c.thresholds.items()}),
            Kept(name="also", type="JSON!", doc="The same check elsewhere, by tool.",
                 find=lambda c: {tool: list(ids) for tool, ids in c.also.items()}),
            _own("isOwn", "Boolean!", "It stands in a folder of the user's.", "own"),
            _own("isDisabled", "Boolean!", "The user switched it off.", "disabled"),
            Kept(name="policy", type="Policy", doc="The policy it is part of.",
                 find=lambda c: shelf.policies.get(c.policy)),
            Kept(name="requirements", type="[Requirement!]!", doc="What it helps to meet.",
                 find=lambda c: shelf.requirements_of(c.id)),
        ),
    )  # fmt: skip


def _there(shelf: Shelf, ids: Iterable[str]) -> list[Control]:
    return [shelf.controls[id_] for id_ in ids if id_ in shelf.controls]


def _policy(shelf: Shelf) -> Shape:
    return Shape(
        name="Policy",
        doc="A named set of controls.",
        fields=(
            _own("id", "String!", "Its id."),
            _own("title", "String!", "What it is about."),
            _own("why", "String!", "Why it matters."),
            Kept(
                name="controls",
                type="[Control!]!",
                doc="Its controls.",
                find=lambda policy: _there(shelf, policy.controls),
            ),
        ),
    )


def _mandate() -> Shape:
    return Shape(
        name="Mandate",
        doc="A framework: requirements in up to four levels.",
        fields=(
            _own("id", "String!", "Its id: `cis-aws-6.0`."),
            _own("title", "String!", "Its name."),
            _own("version", "String!", "Its version."),
            _own("source", "String!", "Where it comes from."),
            Kept(name="clouds", type="[String!]!", doc="The clouds that it is about.",
                 find=lambda mandate: list(mandate.clouds)),
            Kept(name="requirements", type="[Requirement!]!", find=placed,
                 doc="Its requirements of the first level."),
        ),
    )  # fmt: skip


def _requirement(shelf: Shelf) -> Shape:
    return Shape(
        name="Requirement",
        doc="What a mandate asks for.",
        fields=(
            _own("number", "String!", "Its number in the mandate.", "requirement.number"),
            _own("title", "String!", "What it asks for.", "requirement.title"),
            _own("isManual", "Boolean!", "A person has to look.", "requirement.is_manual"),
            Kept(name="levels", type="[String!]!", doc="Profiles that it is part of.",
                 find=lambda one: list(one.requirement.levels)),
            _own("mandate", "Mandate!", "Whose requirement it is."),
            _own("requirements", "[Requirement!]!", "Those below it.", "below"),
            Kept(name="controls", type="[Control!]!", doc="Its controls.",
                 find=lambda one: _there(shelf, one.requirement.controls)),
        ),
    )  # fmt: skip


def _control_of(shelf: Shelf) -> Kept:
    return Kept(
        name="control", type="Control", text="$$N.control", find=shelf.controls.get,
        doc="The control; null where it is no longer there.",
    )  # fmt: skip


def _finding(shelf: Shelf) -> Shape:
    fields: tuple[Field, ...] = (
        _col("id", "String!", "Stable over scans."),
        _col("status", "Status!", "`FAIL`, `NOT_EVALUATED` or `WAIVED`."),
        _col("severity", "Severity!", "The control's."),
        _col("since", "DateTime!", "When it was found first."),
        _col("closed", "String", "How it was closed: `fixed`, `resource_gone`, `withdrawn` (its "
             "control is gone or off), `connector_removed`; null while it stands. Closed ones are "
             "told by `findings(since:)` only."),
        _col("closedAt", "DateTime", "When it was closed.", "closed_at"),
        _col("changedAt", "DateTime", "When it last opened, changed or closed.", "changed_at"),
        _col("reason", "String", "Why it could not be evaluated, or is waived."),
        _col("evidence", "JSON", "What the control found: expected, actual, path."),
        _col("controlId", "String!", "Id of the control.", "control"),
        _col("uid", "String!", "Of the resource, or id of the unit."),
        _control_of(shelf),
        Link(name="resource", target="Resource", match="($$A)-[$$E:OF]->($$N:Resource)",
             doc="What it is about; null where a whole unit could not be read."),
        Link(name="unit", target="Unit", match="($$A)-[$$E:OF]->($$N:Unit)", order="$$N.id",
             doc="The unit that could not be read."),
        CONNECTOR,
        Kept(name="cypher", type="String!", text="$$N.id", find=_pasted,
             doc="To paste into Neo4j Browser: shows it with its control, its resource, and what "
             "is around that."),
        Kept(name="remediation", type="Remediation", find=_filled(shelf),
             doc="How to put it right, with the resource's own properties filled in.",
             text="[$$N.control, head(COLLECT { MATCH ($$N)-[:OF]->(subject:Resource) "
                  "WHERE $SEEN_SUBJECT "
                  "RETURN properties(subject) })]", reads={"subject": "Resource"}),
    )  # fmt: skip
    return Shape(name="Finding", fields=fields, doc="A verdict on a resource that is not PASS.")


PASTED = """// What was found, by which control, on what, and what is around that
MATCH p = (:Control)<-[:BY]-(:Finding {id: '%s'})-[:OF]->(subject)
OPTIONAL MATCH q = (subject:Resource)--(:Resource)
RETURN p, q LIMIT 200
"""


def _pasted(id_: str) -> str:
    """Return a text that shows a finding; an id is letters and digits, so nothing is escaped."""
    return PASTED % re.sub(r"[^\w-]", "", id_)


def _filled(shelf: Shelf) -> Callable[[Any], Any]:
    def find(value: Any) -> Any:
        control: Control | None = shelf.controls.get(value[0])
        return control.fix.filled(value[1] or {}) if control else None

    return find


def _verdict(shelf: Shelf) -> Shape:
    return Shape(
        name="Verdict",
        doc="What an evaluation says of one control in one connector.",
        fields=(
            _col("id", "String!", "Its key."),
            _col("verdict", "String!", "`PASS`, `FAIL`, `NOT_EVALUATED` or `NOT_APPLICABLE`."),
            _col("severity", "Severity", "The control's."),
            _col("passed", "Int!", "Resources that pass."),
            _col("failed", "Int!", "Resources that fail."),
            _col("notEvaluated", "Int!", "Resources that could not be told.", "not_evaluated"),
            _col("waived", "Int!", "Failures that are waived."),
            _col("reason", "String", "Why it is not evaluated."),
            _col("since", "DateTime", "Since when it has been so."),
            _col("controlId", "String!", "Id of the control.", "control"),
            _control_of(shelf),
            CONNECTOR,
        ),
    )
