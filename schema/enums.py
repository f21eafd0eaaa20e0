"""The enumerations of questions and changes alike, each one class for the whole schema."""

from __future__ import annotations

import enum

import strawberry


@strawberry.enum(name="Severity", description="How bad a failure is.")
class Severity(enum.Enum):
    """How bad a failure is."""

    critical = "critical"
    high = "high"
    medium = "medium"
    low = "low"
    info = "info"


@strawberry.enum(name="FindingOrder", description="In which order findings come.")
class FindingOrder(enum.Enum):
    """In which order findings come."""

    ID = "ID"
    SEVERITY = "SEVERITY"


@strawberry.enum(name="OutcomeVerdict", description="What a person may find of a requirement.")
class OutcomeVerdict(enum.Enum):
    """What a person may find of a requirement."""

    PASS = "PASS"  # noqa: S105 - no password
    FAIL = "FAIL"
    NOT_APPLICABLE = "NOT_APPLICABLE"


@strawberry.enum(name="ScheduleKind", description="What a schedule does.")
class ScheduleKind(enum.Enum):
    """What a schedule does."""

    SCAN = "SCAN"
    REPORT = "REPORT"


@strawberry.enum(name="Role", description="What somebody may do: each what those before it may.")
class Role(enum.Enum):
    """What somebody may do."""

    viewer = "viewer"
    operator = "operator"
    admin = "admin"
