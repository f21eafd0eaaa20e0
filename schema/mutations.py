"""Changes: the `Mutation` type, as data. Each gives what was done, or the user's mistake as a type.

What is done stands behind `Changes`, which the server gives: this says only how it is asked for and
told. A change comes by POST alone (`schema.api` gives nobody else what makes them), and those of
one request are made one after the other, as GraphQL wants it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Annotated, Any, Protocol, Union

import strawberry
from strawberry.types import Info
from strawberry.types.field import StrawberryField

from schema import asked, done
from schema.errors import ByPost, masked
from schema.problems import (
    AlreadyConnected,
    AlreadyScanning,
    BadInput,
    NoSuchConnector,
    NotAllowed,
    NotFound,
    Problem,
    TooSoon,
)
from schema.shape import Argument
from schema.types import Types
from schema.viewer import Viewer

INPUTS = (
    asked.AddConnectorInput, asked.AddScheduleInput, asked.CreateTokenInput,
    asked.DiscoverConnectorsInput, asked.OverrideControlInput, asked.RecordOutcomeInput,
    asked.WaiveInput,
)  # fmt: skip


class Changes(Protocol):
    """Who makes the changes."""

    def make(self, change: str, viewer: Viewer, given: Mapping[str, Any]) -> object:
        """Make a change by its name; return what was done, or the Problem that is in the way."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Change:
    """A field of `Mutation`: what it is given, what it gives, what can be in the way."""

    name: str
    doc: str
    arguments: tuple[Argument, ...]
    gives: type
    problems: tuple[type[Problem], ...]

    @property
    def result(self) -> str:
        """The name of its union."""
        return f"{self.name[:1].upper()}{self.name[1:]}Result"


def _input(type_: type, doc: str) -> tuple[Argument]:
    return (Argument(name="input", type=f"{type_.__name__}!", doc=doc),)


CONNECTOR = Argument(name="connector", type="String!", doc="Name or id of the connector.")
ID = Argument(name="id", type="String!", doc="Its id.")
CHANGES = (
    Change(name="addConnector", gives=done.ConnectorAdded,
           doc="Connect an account, subscription or project. Takes an admin.",
           arguments=_input(asked.AddConnectorInput, "What to read."),
           problems=(NotAllowed, AlreadyConnected, BadInput)),
    Change(name="discoverConnectors", gives=done.ConnectorsDiscovered,
           doc="Connect all accounts of an organisation that are not yet. Takes an admin.",
           arguments=_input(asked.DiscoverConnectorsInput, "Where to look."),
           problems=(NotAllowed, BadInput)),
    Change(name="removeConnector", arguments=(CONNECTOR,), gives=done.ConnectorRemoved,
           doc="Take a connector out, with what only it saw. Takes its admin.",
           problems=(NotAllowed, NoSuchConnector, AlreadyScanning)),
    Change(name="refreshConnector", gives=done.ScanRequested,
           doc="Read a connector again. Takes its operator.",
           arguments=(CONNECTOR, Argument(
               name="sweepLarge", type="Boolean!", default=False,
               doc="Remove what is gone even where more than half of a large unit is.")),
           problems=(NotAllowed, NoSuchConnector, TooSoon, AlreadyScanning)),
    Change(name="evaluateConnector", arguments=(CONNECTOR,), gives=done.Evaluated,
           doc="Ask all controls about what was read last. Takes its operator.",
           problems=(NotAllowed, NoSuchConnector)),
    Change(name="runReport", gives=done.ReportRan,
           doc="Run a report, made now if there is none. Takes its operator.",
           arguments=(Argument(name="mandate", type="String!", doc="Id of the mandate."),
                      CONNECTOR),
           problems=(NotAllowed, NoSuchConnector, NotFound, TooSoon)),
    Change(name="waive", gives=done.Waived,
           doc="Accept a failure for a while. Takes an operator of where it is to hold.",
           arguments=_input(asked.WaiveInput, "What to accept."),
           problems=(NotAllowed, NoSuchConnector, NotFound, BadInput)),
    Change(name="removeWaiver", arguments=(ID,), gives=done.WaiverRemoved,
           doc="Accept it no longer. Takes an operator of where it holds.",
           problems=(NotAllowed, NotFound, BadInput)),
    Change(name="overrideControl", gives=done.ControlOverridden,
           doc="Disable, re-rate or parametrise a control. Takes an admin.",
           arguments=_input(asked.OverrideControlInput, "What to change."),
           problems=(NotAllowed, NotFound, BadInput)),
    Change(name="removeOverride", gives=done.OverrideRemoved,
           doc="Have a control asked as it stands. Takes an admin.",
           arguments=(Argument(name="control", type="String!", doc="Id of the control."),),
           problems=(NotAllowed, NotFound, BadInput)),
    Change(name="recordOutcome", gives=done.OutcomeRecorded,
           doc="Say what was found of a requirement. Takes the connector's operator.",
           arguments=_input(asked.RecordOutcomeInput, "What was found."),
           problems=(NotAllowed, NoSuchConnector, NotFound, BadInput)),
    Change(name="addSchedule", gives=done.ScheduleAdded,
           doc="Scan or report at given times. Takes the connector's operator.",
           arguments=_input(asked.AddScheduleInput, "What to do, and when."),
           problems=(NotAllowed, NoSuchConnector, NotFound, BadInput)),
    Change(name="removeSchedule", arguments=(ID,), gives=done.ScheduleRemoved,
           doc="Do it no longer. Takes the connector's operator.",
           problems=(NotAllowed, NotFound)),
    Change(name="createToken", gives=done.TokenCreated,
           doc="Make a token for a program. Takes an admin.",
           arguments=_input(asked.CreateTokenInput, "What it may do."),
           problems=(NotAllowed, NoSuchConnector, BadInput)),
    Change(name="revokeToken", arguments=(ID,), gives=done.TokenRevoked,
           doc="Let nobody in by a token any more. Takes an admin.",
           problems=(NotAllowed, NotFound)),
)  # fmt: skip


class Made(StrawberryField):
    """A field of `Mutation`: it asks whoever makes changes."""

    change: Change

    @property
    def is_basic_field(self) -> bool:
        """It asks for `info`, which has the viewer."""
        return False

    def get_result(
        self,
        source: Any,  # noqa: ARG002 - theirs
        info: Info | None,
        args: list[Any],  # noqa: ARG002 - theirs
        kwargs: Any,
    ) -> Any:
        """Make the change; what is wrong inside is told by an id only. Raises ByPost."""
        assert info is not None  # noqa: S101 - it is no basic field
        changes: Changes | None = info.context.get("changes")
        if changes is None:
            raise ByPost("changes are made by POST to a server, and by nothing else")
        with masked(f"the change {self.change.name}"):
            return changes.make(self.change.name, info.context["viewer"], kwargs)


def mutation(types: Types) -> type:
    """Make the `Mutation` type."""
    types.names |= {type_.__name__: type_ for type_ in INPUTS}
    fields = []
    for change in CHANGES:
        union = strawberry.union(change.result, description=f"What `{change.name}` came to.")
        members: Any = Union[(change.gives, *change.problems)]
        types.names[change.result] = Annotated[members, union]
        field = types.field(Made, change.name, f"{change.result}!", change.doc, change.arguments)
        field.change = change
        fields.append(field)
    doc = "What can be changed: by POST only, and one after the other."
    return types.root("Mutation", doc, fields)
