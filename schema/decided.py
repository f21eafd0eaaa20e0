"""The GraphQL types of what people decided: waivers, overrides, outcomes, schedules; and of access.

Waivers, outcomes and schedules are nodes. Overrides are partly files and partly nodes, and are told
as they are in force, from memory, as are tokens and who asks. How each is changed is in
`schema.mutations`.
"""

from __future__ import annotations

import datetime
import json
import operator
from typing import Any, LiteralString

from schema.reported import CONNECTOR
from schema.roots import OF_CONNECTOR, Held, Root
from schema.shape import FIRST, Argument, Column, Kept, Link, Shape
from schema.shelf import Shelf
from schema.viewer import Viewer

OWNER: LiteralString = (
    "($$N.connector = $VALUE OR EXISTS { MATCH (owner:Connector {name: $VALUE}) "
    "WHERE owner.id = $$N.connector })"
)
LAST: LiteralString = (
    "head(COLLECT { MATCH (tick:Tick {schedule: $$N.id, state: 'done'}) "
    "RETURN tick ORDER BY tick.at DESC LIMIT 1 })"
)


def shapes(shelf: Shelf) -> tuple[Shape, ...]:
    """Return the shapes, tied to what the shelf holds."""
    return (
        _waiver(shelf), _override(shelf), _outcome(shelf), _schedule(shelf), ROLE_ON, ME, TOKEN,
    )  # fmt: skip


def roots(shelf: Shelf) -> tuple[Root, ...]:
    """Return the root fields."""
    control = Argument(name="control", type="String", doc="Id of a control.")
    mandate = Argument(name="mandate", type="String", doc="Id of a mandate.")
    by_control: dict[str, LiteralString] = {"control": "$$N.control = $VALUE", "connector": OWNER}
    by_mandate: dict[str, LiteralString] = {"mandate": "$$N.mandate = $VALUE", "connector": OWNER}
    return (
        Link(name="waivers", target="Waiver", many=True, match="($$N:Waiver)", carry="$$N",
             order="$$N.expires_at, $$N.id", doc="Failures that are accepted for a while, those "
             "that end first before others; also those that have ended.", narrow=by_control,
             arguments=(control, OF_CONNECTOR, FIRST)),
        Link(name="outcomes", target="Outcome", many=True, match="($$N:ManualOutcome)",
             carry="$$N", order="$$N.id", doc="What people found of requirements.",
             narrow=by_mandate, arguments=(mandate, OF_CONNECTOR, FIRST)),
        Link(name="schedules", target="Schedule", many=True, match="($$N:Schedule)", carry="$$N",
             order="$$N.due_at, $$N.id", doc="What is done at given times, the next one first.",
             narrow={"connector": OWNER}, arguments=(OF_CONNECTOR, FIRST)),
        Held(name="overrides", type="[Override!]!", doc="What is changed about controls.",
             find=lambda _: shelf.overrides()),
        Held(name="me", type="Me!", doc="Who asks.", find=lambda viewer, _: viewer, by_viewer=True),
        Held(name="tokens", type="[Token!]", by_viewer=True,
             doc="The tokens of programs, also those that have ended; null for who is no admin.",
             find=lambda viewer, _: shelf.tokens() if viewer.may("admin") else None),
    )  # fmt: skip


def _text(name: str, doc: str, type_: str = "String!", prop: str | None = None) -> Column:
    return Column(name=name, type=type_, doc=doc, names={"p": prop or name})


def _time(name: str, doc: str, prop: str, type_: str = "DateTime!") -> Column:
    return Column(name=name, type=type_, doc=doc, names={"p": prop}, text="toString($$N.$$P)")


def _control(shelf: Shelf) -> Kept:
    return Kept(name="control", type="Control", text="$$N.control", find=shelf.controls.get,
                doc="The control; null where it is no longer there.")  # fmt: skip


def _mandate(shelf: Shelf) -> Kept:
    return Kept(name="mandate", type="Mandate", text="$$N.mandate", find=shelf.mandates.get,
                doc="The mandate; null where there is none, or none any more.")  # fmt: skip


RUNS = Column(
    name="isRunning", type="Boolean!", text="$$N.expires_at > datetime()", doc="It has not ended."
)


def _waiver(shelf: Shelf) -> Shape:
    return Shape(
        name="Waiver",
        doc="A failure that is accepted for a while.",
        fields=(
            _text("id", "Its id."),
            _text("controlId", "Id of the control.", prop="control"),
            _control(shelf),
            _text("uid", "Of the resource; null for all that fail.", "String"),
            _text("connectorId", "Id of the connector, which may be gone; null for all of them.",
                  "String", "connector"),
            CONNECTOR,
            _text("reason", "Why it is accepted."),
            _text("owner", "Who answers for it."),
            _time("expires", "When it ends by itself.", "expires_at"),
            RUNS,
            Column(name="condition", type="JSON", names={"p": "condition"}, finish=json.loads,
                   doc="Values that the resource has to have, or it does not hold."),
            Column(name="isRecorded", type="Boolean!", text="$$N.source = 'recorded'",
                   doc="It can be removed here; else it stands in a file."),
        ),
    )  # fmt: skip


def _outcome(shelf: Shelf) -> Shape:
    return Shape(
        name="Outcome",
        doc="What a person found of a requirement.",
        fields=(
            _text("id", "Its id."),
            _text("mandateId", "Id of the mandate.", prop="mandate"),
            _mandate(shelf),
            _text("requirement", "Number of the requirement."),
            CONNECTOR,
            _text("verdict", "What was found.", "OutcomeVerdict!", "outcome"),
            _text("evidence", "What shows it.", prop="note"),
            _text("owner", "Who answers for it.", prop="by"),
            _time("at", "When it was recorded.", "at"),
            _time("until", "Until when it counts; null for ever.", "expires_at", "DateTime"),
            Column(name="isRunning", type="Boolean!", doc="It still counts.",
                   text="coalesce($$N.expires_at > datetime(), true)"),
        ),
    )  # fmt: skip


def _schedule(shelf: Shelf) -> Shape:
    return Shape(
        name="Schedule",
        doc="What is done at given times.",
        fields=(
            _text("id", "Its id."),
            Column(name="kind", type="ScheduleKind!", text="toUpper($$N.kind)",
                   doc="What it does."),
            CONNECTOR,
            _text("mandateId", "Id of the report's mandate.", "String", "mandate"),
            _mandate(shelf),
            _text("cron", "Its cron line, in UTC."),
            _time("due", "When it is due next.", "due_at"),
            Column(name="lastAt", type="DateTime", text="toString(" + LAST + ".at)",
                   doc="When it was done last."),
            Column(name="lastOutcome", type="String", text=LAST + ".outcome",
                   doc="What came of that."),
        ),
    )  # fmt: skip


def _own(name: str, type_: str, doc: str, attribute: str | None = None) -> Kept:
    return Kept(name=name, type=type_, doc=doc, find=operator.attrgetter(attribute or name))


def _override(shelf: Shelf) -> Shape:
    def said(name: str, type_: str, doc: str, key: str) -> Kept:
        return Kept(name=name, type=type_, doc=doc, find=lambda one: one.says.get(key))

    return Shape(
        name="Override",
        doc="What is changed about a control: disabled, rated or parametrised otherwise.",
        fields=(
            _own("controlId", "String!", "Id of the control.", "control"),
            Kept(name="control", type="Control", find=lambda one: shelf.controls.get(one.control),
                 doc="The control as it is in force; null where it is no longer there."),
            Kept(name="isDisabled", type="Boolean!", doc="It is not asked any more.",
                 find=lambda one: bool(one.says.get("disable"))),
            said("severity", "Severity", "How bad a failure is; null as it was.", "severity"),
            Kept(name="thresholds", type="JSON!", doc="Its limits that are changed.",
                 find=lambda one: dict(one.says.get("thresholds") or {})),
            said("reason", "String", "Why.", "reason"),
            _own("by", "String", "Who changed it; null where a file does."),
            Kept(name="at", type="DateTime", doc="When; null where a file does.",
                 find=lambda one: _iso(one.at)),
            _own("isRecorded", "Boolean!", "It can be removed here; else it stands in a file.",
                 "is_recorded"),
            _own("ignored", "String", "Why it does not count; null where it does."),
        ),
    )  # fmt: skip


def _iso(at: datetime.datetime | None) -> str | None:
    return at.isoformat() if at else None


def _roles(on: Any) -> list[tuple[str, str]]:
    return sorted(on.items())


ROLE_ON = Shape(
    name="RoleOn",
    doc="A role on some connectors.",
    fields=(
        Kept(name="connectors", type="String!", find=operator.itemgetter(0),
             doc="Id of a connector, or what matches several."),
        Kept(name="role", type="Role!", find=operator.itemgetter(1), doc="The role there."),
    ),
)  # fmt: skip


def _me(viewer: Viewer) -> list[tuple[str, str]]:
    return _roles(viewer.on)


ME = Shape(
    name="Me",
    doc="Who asks.",
    fields=(
        _own("name", "String!", "The name under which changes are recorded."),
        _own("role", "Role", "The role on all connectors; null for who has none there.",
             "everywhere"),
        Kept(name="on", type="[RoleOn!]!", find=_me, doc="Roles on single connectors."),
    ),
)  # fmt: skip
TOKEN = Shape(
    name="Token",
    doc="What lets a program in; its secret was told once.",
    fields=(
        _own("id", "String!", "Its id."),
        _own("name", "String!", "What it is for."),
        _own("role", "Role", "What it may do on all connectors.", "grant.everywhere"),
        Kept(name="on", type="[RoleOn!]!", doc="What it may do on some connectors.",
             find=lambda token: _roles(token.grant.on)),
        _own("by", "String!", "Who made it.", "made_by"),
        Kept(name="at", type="DateTime!", doc="When.", find=lambda token: _iso(token.made)),
        Kept(name="expires", type="DateTime!", doc="When it ends.",
             find=lambda token: _iso(token.expires)),
        Kept(name="used", type="DateTime", doc="When it was used last, to the minute.",
             find=lambda token: _iso(token.used)),
        Kept(name="revoked", type="DateTime", doc="When it was revoked.",
             find=lambda token: _iso(token.revoked)),
        _own("isGood", "Boolean!", "It lets its program in.", "is_good"),
    ),
)  # fmt: skip
