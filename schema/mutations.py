"""Changes: the `Mutation` type. Each field gives what was done, or the user's mistake as a type.

What is done stands behind `Changes`, which the server gives: this says only how it is asked for and
told. A change comes by POST alone (`schema.api` gives nobody else what changes), and those of one
request are made one after the other, as GraphQL wants it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Protocol, TypeAlias, TypeVar

import strawberry

from schema.asked import (
    AddConnectorInput,
    AddScheduleInput,
    CreateTokenInput,
    OverrideControlInput,
    RecordOutcomeInput,
    WaiveInput,
)
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
    told,
)
from schema.types import DateTime
from schema.viewer import Viewer

Info: TypeAlias = strawberry.Info[Any, Any]
Done = TypeVar("Done")
EVALUATION = "Id of the evaluation that shows it already; null: the next one of a connector will."


@strawberry.type(description="A connector was added; nothing is read until it is refreshed.")
class ConnectorAdded:
    """A connector was added."""

    id: str = told("Its id.")
    name: str = told("Its name.")


@strawberry.type(description="A connector was removed, with what only it saw.")
class ConnectorRemoved:
    """A connector was removed."""

    id: str = told("Its id.")
    name: str = told("Its name.")


@strawberry.type(description="A scan was asked for; a worker does it.")
class ScanRequested:
    """A scan was asked for."""

    scan: str = told("Its id; follow it with `scanProgress`.")
    is_new: bool = told("False where one was under way: that one is followed.", name="isNew")


@strawberry.type(description="All controls were asked again about what was read last.")
class Evaluated:
    """All controls were asked again."""

    evaluation: str = told("Its id.")
    opened: int = told("Findings that are new.")
    closed: int = told("Findings that are no more.")


@strawberry.type(description="A report was run.")
class ReportRan:
    """A report was run."""

    report: str = told("Id of the report, made now if there was none.")
    number: int = told("Number of the run.")
    hash: str = told("SHA-256 of its document.")


@strawberry.type(description="A failure is accepted for a while.")
class Waived:
    """A failure is accepted for a while."""

    id: str = told("Id of the waiver.")
    evaluation: str | None = told(EVALUATION)


@strawberry.type(description="A waiver was removed: what it covered fails again.")
class WaiverRemoved:
    """A waiver was removed."""

    id: str = told("Its id.")
    evaluation: str | None = told(EVALUATION)


@strawberry.type(description="A control is asked otherwise, from each connector's next evaluation on.")
class ControlOverridden:
    """A control is asked otherwise."""

    control: str = told("Its id.")


@strawberry.type(description="A control is asked as it stands, from each next evaluation on.")
class OverrideRemoved:
    """A control is asked as it stands."""

    control: str = told("Its id.")


@strawberry.type(description="What a person found counts, from the report's next run on.")
class OutcomeRecorded:
    """What a person found counts."""

    id: str = told("Its id.")


@strawberry.type(description="A schedule was added.")
class ScheduleAdded:
    """A schedule was added."""

    id: str = told("Its id.")
    due: DateTime = told("When it is due first.")


@strawberry.type(description="A schedule was removed.")
class ScheduleRemoved:
    """A schedule was removed."""

    id: str = told("Its id.")


@strawberry.type(description="A token was made.")
class TokenCreated:
    """A token was made."""

    id: str = told("Its id.")
    name: str = told("Its name.")
    secret: str = told("What the program sends; shown this once.")
    expires: DateTime = told("When it ends.")


@strawberry.type(description="A token lets nobody in any more.")
class TokenRevoked:
    """A token lets nobody in any more."""

    id: str = told("Its id.")


class Changes(Protocol):
    """Who makes the changes; each gives what was done, or what of the user's is in the way."""

    def add_connector(
        self, viewer: Viewer, asked: AddConnectorInput
    ) -> ConnectorAdded | Problem: ...
    def remove_connector(self, viewer: Viewer, connector: str) -> ConnectorRemoved | Problem: ...
    def refresh_connector(
        self, viewer: Viewer, connector: str, *, sweep_large: bool
    ) -> ScanRequested | Problem: ...
    def evaluate_connector(self, viewer: Viewer, connector: str) -> Evaluated | Problem: ...
    def run_report(self, viewer: Viewer, mandate: str, connector: str) -> ReportRan | Problem: ...
    def waive(self, viewer: Viewer, asked: WaiveInput) -> Waived | Problem: ...
    def remove_waiver(self, viewer: Viewer, waiver: str) -> WaiverRemoved | Problem: ...
    def override_control(
        self, viewer: Viewer, asked: OverrideControlInput
    ) -> ControlOverridden | Problem: ...
    def remove_override(self, viewer: Viewer, control: str) -> OverrideRemoved | Problem: ...
    def record_outcome(
        self, viewer: Viewer, asked: RecordOutcomeInput
    ) -> OutcomeRecorded | Problem: ...
    def add_schedule(self, viewer: Viewer, asked: AddScheduleInput) -> ScheduleAdded | Problem: ...
    def remove_schedule(self, viewer: Viewer, schedule: str) -> ScheduleRemoved | Problem: ...
    def create_token(self, viewer: Viewer, asked: CreateTokenInput) -> TokenCreated | Problem: ...
    def revoke_token(self, viewer: Viewer, token: str) -> TokenRevoked | Problem: ...


def _result(name: str) -> Any:
    return strawberry.union(name, description="What was done, or what of the user's is in the way.")


AddConnectorResult = Annotated[
    ConnectorAdded | NotAllowed | AlreadyConnected | BadInput, _result("AddConnectorResult")
]
RemoveConnectorResult = Annotated[
    ConnectorRemoved | NotAllowed | NoSuchConnector | AlreadyScanning,
    _result("RemoveConnectorResult"),
]
RefreshConnectorResult = Annotated[
    ScanRequested | NotAllowed | NoSuchConnector | TooSoon | AlreadyScanning,
    _result("RefreshConnectorResult"),
]
EvaluateConnectorResult = Annotated[
    Evaluated | NotAllowed | NoSuchConnector, _result("EvaluateConnectorResult")
]
RunReportResult = Annotated[
    ReportRan | NotAllowed | NoSuchConnector | NotFound | TooSoon, _result("RunReportResult")
]
WaiveResult = Annotated[
    Waived | NotAllowed | NoSuchConnector | NotFound | BadInput, _result("WaiveResult")
]
RemoveWaiverResult = Annotated[
    WaiverRemoved | NotAllowed | NotFound | BadInput, _result("RemoveWaiverResult")
]
OverrideControlResult = Annotated[
    ControlOverridden | NotAllowed | NotFound | BadInput, _result("OverrideControlResult")
]
RemoveOverrideResult = Annotated[
    OverrideRemoved | NotAllowed | NotFound | BadInput, _result("RemoveOverrideResult")
]
RecordOutcomeResult = Annotated[
    OutcomeRecorded | NotAllowed | NoSuchConnector | NotFound | BadInput,
    _result("RecordOutcomeResult"),
]
AddScheduleResult = Annotated[
    ScheduleAdded | NotAllowed | NoSuchConnector | NotFound | BadInput,
    _result("AddScheduleResult"),
]
RemoveScheduleResult = Annotated[
    ScheduleRemoved | NotAllowed | NotFound, _result("RemoveScheduleResult")
]
CreateTokenResult = Annotated[
    TokenCreated | NotAllowed | NoSuchConnector | BadInput, _result("CreateTokenResult")
]
RevokeTokenResult = Annotated[TokenRevoked | NotAllowed | NotFound, _result("RevokeTokenResult")]


def argument(description: str, **more: Any) -> Any:
    """Make a documented argument."""
    return strawberry.argument(description=description, **more)


def _made(info: Info, change: Callable[[Changes, Viewer], Done]) -> Done:
    """Make a change, and tell what is wrong inside by an id only. Raises ByPost."""
    changes: Changes | None = info.context.get("changes")
    if changes is None:
        raise ByPost("changes are made by POST to /graphql, and by nothing else")
    with masked(f"the change {info.field_name}"):
        return change(changes, info.context["viewer"])


ConnectorName = Annotated[str, argument("Name or id of the connector.")]
Id = Annotated[str, argument("Its id.")]


def change(name: str, description: str) -> Any:
    """Make a field of `Mutation`."""
    return strawberry.mutation(name=name, description=description)


@strawberry.type(description="What can be changed; by POST only, one field after the other.")
class Mutation:
    """What can be changed."""

    @change("addConnector", "Connect an account, subscription or project. Takes an admin.")
    def add_connector(
        self, info: Info, input: Annotated[AddConnectorInput, argument("What to read.")]  # noqa: A002 - as GraphQL calls it
    ) -> AddConnectorResult:
        """Connect an account."""
        return _made(info, lambda changes, viewer: changes.add_connector(viewer, input))

    @change("removeConnector", "Take a connector out, with what only it saw. Takes its admin.")
    def remove_connector(self, info: Info, connector: ConnectorName) -> RemoveConnectorResult:
        """Take a connector out."""
        return _made(info, lambda changes, viewer: changes.remove_connector(viewer, connector))

    @change("refreshConnector", "Read a connector again. Takes its operator.")
    def refresh_connector(
        self,
        info: Info,
        connector: ConnectorName,
        sweep_large: Annotated[
            bool,
            argument(
                "Remove what is gone even where more than half of a large unit is.",
                name="sweepLarge",
            ),
        ] = False,
    ) -> RefreshConnectorResult:
        """Read a connector again."""
        return _made(
            info,
            lambda changes, viewer: changes.refresh_connector(
                viewer, connector, sweep_large=sweep_large
            ),
        )

    @change("evaluateConnector", "Ask all controls about what was read last. Takes its operator.")
    def evaluate_connector(self, info: Info, connector: ConnectorName) -> EvaluateConnectorResult:
        """Ask all controls again."""
        return _made(info, lambda changes, viewer: changes.evaluate_connector(viewer, connector))

    @change("runReport", "Run a report, made now if there is none. Takes its operator.")
    def run_report(
        self,
        info: Info,
        mandate: Annotated[str, argument("Id of the mandate.")],
        connector: ConnectorName,
    ) -> RunReportResult:
        """Run a report."""
        return _made(info, lambda changes, viewer: changes.run_report(viewer, mandate, connector))

    @change("waive", "Accept a failure for a while. Takes an operator of where it is to hold.")
    def waive(
        self, info: Info, input: Annotated[WaiveInput, argument("What to accept.")]  # noqa: A002 - as GraphQL calls it
    ) -> WaiveResult:
        """Accept a failure."""
        return _made(info, lambda changes, viewer: changes.waive(viewer, input))

    @change("removeWaiver", "Accept it no longer. Takes an operator of where it holds.")
    def remove_waiver(self, info: Info, id: Id) -> RemoveWaiverResult:  # noqa: A002 - as GraphQL calls it
        """Accept it no longer."""
        return _made(info, lambda changes, viewer: changes.remove_waiver(viewer, id))

    @change("overrideControl", "Disable, re-rate or parametrise a control. Takes an admin.")
    def override_control(
        self, info: Info, input: Annotated[OverrideControlInput, argument("What to change.")]  # noqa: A002 - as GraphQL calls it
    ) -> OverrideControlResult:
        """Disable, re-rate or parametrise a control."""
        return _made(info, lambda changes, viewer: changes.override_control(viewer, input))

    @change("removeOverride", "Have a control asked as it stands. Takes an admin.")
    def remove_override(
        self, info: Info, control: Annotated[str, argument("Id of the control.")]
    ) -> RemoveOverrideResult:
        """Have a control asked as it stands."""
        return _made(info, lambda changes, viewer: changes.remove_override(viewer, control))

    @change("recordOutcome", "Say what was found of a manual requirement. Takes its operator.")
    def record_outcome(
        self, info: Info, input: Annotated[RecordOutcomeInput, argument("What was found.")]  # noqa: A002 - as GraphQL calls it
    ) -> RecordOutcomeResult:
        """Say what was found."""
        return _made(info, lambda changes, viewer: changes.record_outcome(viewer, input))

    @change("addSchedule", "Scan or report at given times. Takes the connector's operator.")
    def add_schedule(
        self, info: Info, input: Annotated[AddScheduleInput, argument("What to do, and when.")]  # noqa: A002 - as GraphQL calls it
    ) -> AddScheduleResult:
        """Scan or report at given times."""
        return _made(info, lambda changes, viewer: changes.add_schedule(viewer, input))

    @change("removeSchedule", "Do it no longer. Takes the connector's operator.")
    def remove_schedule(self, info: Info, id: Id) -> RemoveScheduleResult:  # noqa: A002 - as GraphQL calls it
        """Do it no longer."""
        return _made(info, lambda changes, viewer: changes.remove_schedule(viewer, id))

    @change("createToken", "Make a token for a program. Takes an admin.")
    def create_token(
        self, info: Info, input: Annotated[CreateTokenInput, argument("What it may do.")]  # noqa: A002 - as GraphQL calls it
    ) -> CreateTokenResult:
        """Make a token."""
        return _made(info, lambda changes, viewer: changes.create_token(viewer, input))

    @change("revokeToken", "Let nobody in by a token any more. Takes an admin.")
    def revoke_token(self, info: Info, id: Id) -> RevokeTokenResult:  # noqa: A002 - as GraphQL calls it
        """Let nobody in by a token."""
        return _made(info, lambda changes, viewer: changes.revoke_token(viewer, id))
