"""The root fields of the schema, as data: pages, lists and single nodes, and what is in memory."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from ingest.catalogue import Catalogue
from schema.compile import Compiler
from schema.feed import feed
from schema.filters import Filter, type_condition
from schema.naming import lower_first, plural
from schema.page import Found, Page
from schema.search import search
from schema.shape import AFTER, FIRST, ROWS, Argument, Link
from schema.shelf import Shelf
from schema.worst import worst

OF_CONNECTOR = Argument(name="connector", type="String", doc="A connector's name or id.")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Held:
    """A root field that no Cypher answers; `by_viewer`: `find` is given who asks, then the rest."""

    name: str
    type: str
    doc: str
    find: Callable[..., Any]
    arguments: tuple[Argument, ...] = ()
    by_viewer: bool = False


Root: TypeAlias = Page | Link | Held


def roots(catalogue: Catalogue, shelf: Shelf, filters: Mapping[str, Filter]) -> tuple[Root, ...]:
    """Return all root fields; `filters` are those of the resource types, by their names."""
    return (*_ledger(), *_resources(catalogue, filters), *_files(shelf), *_judged())


def _required(name: str, doc: str) -> Argument:
    return Argument(name=name, type="String!", doc=doc)


def _ledger() -> tuple[Root, ...]:
    owner = "($$N.connector = $VALUE OR EXISTS { ($$N)-->(:Connector {name: $VALUE}) })"
    return (
        Link(name="connectors", target="Connector", many=True, match="($$N:Connector)",
             carry="$$N", order="$$N.name", doc="All connectors, by name.", arguments=(FIRST,)),
        Link(name="connector", target="Connector", match="($$N:Connector)", carry="$$N",
             order="$$N.id", doc="A connector by name or id; null where there is none.",
             narrow={"name": "($$N.name = $VALUE OR $$N.id = $VALUE)"},
             arguments=(_required("name", "Its name or id."),)),
        Link(name="scans", target="Scan", many=True, match="($$N:Scan)", carry="$$N",
             order="$$N.started_at DESC, $$N.id", doc="Scans, newest first.",
             narrow={"connector": owner}, arguments=(OF_CONNECTOR, FIRST)),
        Page(name="units", target="Unit", match="($$N:Unit)", key="$$N.id",
             doc="What is collected as a whole: a type in a region of a connector.",
             narrow={"connector": "$$N.connector = owner.id", "state": "$$N.state = $VALUE"},
             arguments=(OF_CONNECTOR,
                        Argument(name="state", type="String", doc="Only in this state."),
                        ROWS, AFTER)),
    )  # fmt: skip


def _where(filter_: Filter) -> Argument:
    return Argument(name="where", type=filter_.name, doc="Only those that are so.")


def _resources(catalogue: Catalogue, filters: Mapping[str, Filter]) -> tuple[Root, ...]:
    every = filters["Resource"]
    return (
        Link(name="resource", target="Resource", match="($$N:Resource)", carry="$$N",
             order="$$N.uid", doc="A resource by its uid; null where there is none.",
             narrow={"uid": "$$N.uid = $VALUE"},
             arguments=(_required("uid", "ARN, ARM id or full resource name."),)),
        Page(name="resources", target="Resource", match="($$N:Resource)", key="$$N.uid",
             doc="Resources of every type, or of one; the unseen ones only by `type`.",
             arguments=(Argument(name="type", type="String", doc="Such as `AwsS3Bucket`."),
                        ROWS, AFTER, _where(every)),
             filters=_of_type(catalogue, every)),
        search(catalogue),
        *(
            Page(name=lower_first(plural(d.label)), target=d.label, doc=_sentence(d.doc),
                 match="($$N:Resource&$$LABEL)", key="$$N.uid", names={"label": d.label},
                 arguments=(ROWS, AFTER, _where(filters[d.label])), filters=filters[d.label])
            for d in catalogue
        ),
    )  # fmt: skip


def _sentence(doc: str) -> str:
    return f"All of: {doc.splitlines()[0]}"


def _of_type(catalogue: Catalogue, every: Filter) -> Callable[[Compiler, Mapping[str, Any]], Found]:
    """Return the filters of `resources`, with its `type` argument."""

    def filters(compiler: Compiler, given: Mapping[str, Any]) -> Found:
        matches, conditions = every(compiler, given)
        return matches, [*conditions, type_condition(catalogue, given.get("type"))]

    return filters


def _files(shelf: Shelf) -> tuple[Root, ...]:
    return (
        *_held("Control", shelf.controls, "one check on one resource type"),
        *_held("Policy", shelf.policies, "a named set of controls"),
        *_held("Mandate", shelf.mandates, "a framework"),
    )


def _held(type_: str, held: Mapping[str, Any], doc: str) -> tuple[Root, Root]:
    """Make the fields for one by id, and for all."""
    return (
        Held(
            name=lower_first(type_),
            type=type_,
            doc=f"By id, {doc}; null where there is none.",
            arguments=(_required("id", "Its id."),),
            find=lambda given: held.get(given["id"]),
        ),
        Held(
            name=lower_first(plural(type_)),
            type=f"[{type_}!]!",
            doc=f"All: {doc}.",
            find=lambda _: list(held.values()),
        ),
    )


def _judged() -> tuple[Root, ...]:
    of_control = Argument(name="control", type="String", doc="A control's id.")
    common = {"connector": "$$N.connector = owner.id", "control": "$$N.control = $VALUE"}
    findings = Page(
        name="findings", target="Finding", match="($$N:Finding)", key="$$N.id",
        doc="What controls found: failures, waived ones, and what could not be evaluated.",
        narrow={**common, "severity": "$$N.severity = $VALUE", "status": "$$N.status = $VALUE",
                "uid": "$$N.uid = $VALUE"},
        arguments=(OF_CONNECTOR, of_control,
                   Argument(name="severity", type="Severity", doc="Only of this severity."),
                   Argument(name="status", type="Status", doc="Only of this status."),
                   Argument(name="uid", type="String", doc="Only on this resource."),
                   Argument(name="order", type="FindingOrder",
                            doc="`SEVERITY`: the worst first, of these what has stood longest. "
                            "By id else; `since` has an order of its own."),
                   Argument(name="since", type="String",
                            doc="What opened, changed or closed after this cursor, oldest change "
                            "first; `0` for all. Go on with `endCursor`, again and again."),
                   ROWS, AFTER),
    )  # fmt: skip
    others = {"since": feed(findings), "order=SEVERITY": worst(findings)}
    return (
        dataclasses.replace(findings, instead=others),
        Link(name="finding", target="Finding", match="($$N:Finding)", carry="$$N", order="$$N.id",
             doc="A finding by its id; null where there is none.",
             narrow={"id": "$$N.id = $VALUE"}, arguments=(_required("id", "Its id."),)),
        Page(name="verdicts", target="Verdict", match="($$N:Verdict)", key="$$N.id",
             doc="What the last evaluation says of each control.",
             narrow={**common, "verdict": "$$N.verdict = $VALUE"},
             arguments=(OF_CONNECTOR, of_control,
                        Argument(name="verdict", type="String", doc="Only this verdict."),
                        ROWS, AFTER)),
        Link(name="reports", target="Report", many=True, match="($$N:Report)", carry="$$N",
             order="$$N.id", doc="All reports.", arguments=(FIRST,)),
        Link(name="report", target="Report", match="($$N:Report)", carry="$$N", order="$$N.id",
             doc="The report of a mandate on a connector; null where none was made.",
             narrow={"mandate": "$$N.mandate = $VALUE",
                     "connector": "($$N.connector = $VALUE OR EXISTS { MATCH (owner:Connector "
                                  "{name: $VALUE}) WHERE owner.id = $$N.connector })"},
             arguments=(_required("mandate", "The mandate's id."),
                        _required("connector", "The connector's name or id."))),
    )  # fmt: skip
