"""What changes give: one type for each of them, told when it was made."""

from __future__ import annotations

import strawberry

from schema.problems import told
from schema.types import DateTime

EVALUATION = "Id of the evaluation that shows it already; null: the next one of a connector will."


@strawberry.type(description="A connector was added; nothing is read until it is refreshed.")
class ConnectorAdded:
    """A connector was added."""

    id: str = told("Its id.")
    name: str = told("Its name.")


@strawberry.type(description="An account, subscription or project that was found.")
class DiscoveredAccount:
    """An account, subscription or project that was found."""

    account: str = told("Its id in its cloud.")
    connector: str = told("Id of its connector.")
    name: str = told("Name of its connector, or what that would be called.")
    why: str = told("What became of it, in words.")


@strawberry.type(description="Accounts were looked for; a connector was added for each new one.")
class ConnectorsDiscovered:
    """Accounts were looked for."""

    added: list[DiscoveredAccount] = told("Those that are new; in a dry run: that would be.")
    already_there: list[DiscoveredAccount] = told(
        "Those that have a connector.", name="alreadyThere"
    )
    left_out: list[DiscoveredAccount] = told(
        "Those that can't be read, or are not wanted.", name="leftOut"
    )
    is_dry_run: bool = told("Nothing was added.", name="isDryRun")


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


@strawberry.type(
    description="A control is asked otherwise, from each connector's next evaluation on."
)
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
