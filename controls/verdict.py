"""Say what follows from what: resource, control, requirement, mandate.

Pure truth tables over counts and verdicts; nothing here reads a graph or a file. The rule behind
all of them: what was not read is never a pass, and what nobody checks is never a pass either.
"""

from __future__ import annotations

import collections
import dataclasses
import enum
from collections.abc import Iterable


class Status(enum.StrEnum):
    """The verdict on one resource."""

    PASS = "PASS"  # noqa: S105 - no password
    FAIL = "FAIL"
    NOT_EVALUATED = "NOT_EVALUATED"
    WAIVED = "WAIVED"


class Verdict(enum.StrEnum):
    """The verdict on a control, a requirement or a whole mandate."""

    PASS = "PASS"  # noqa: S105 - no password
    FAIL = "FAIL"
    NOT_EVALUATED = "NOT_EVALUATED"
    NOT_APPLICABLE = "NOT_APPLICABLE"
    MANUAL = "MANUAL"
    NOT_COVERED = "NOT_COVERED"


OUTCOMES = (Verdict.PASS, Verdict.FAIL, Verdict.NOT_APPLICABLE)  # that a person may record
# The first of these that any part has is the verdict of the whole.
WORST_FIRST = (
    Verdict.FAIL,
    Verdict.NOT_EVALUATED,
    Verdict.MANUAL,
    Verdict.NOT_COVERED,
    Verdict.PASS,
    Verdict.NOT_APPLICABLE,
)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Counts:
    """How many resources of a control have each status."""

    passed: int = 0
    failed: int = 0
    not_evaluated: int = 0
    waived: int = 0

    @property
    def applicable(self) -> int:
        """All that the control applies to."""
        return self.passed + self.failed + self.not_evaluated + self.waived


@dataclasses.dataclass(frozen=True, kw_only=True)
class Score:
    """How many requirements of a mandate have each verdict."""

    passed: int = 0
    failed: int = 0
    not_evaluated: int = 0
    not_applicable: int = 0
    manual: int = 0
    not_covered: int = 0

    @property
    def value(self) -> float | None:
        """Passed / (passed + failed), None where neither: shown with all the other counts."""
        judged = self.passed + self.failed
        return self.passed / judged if judged else None


def of_control(counts: Counts, *, unread: bool = False, excluded: bool = False) -> Verdict:
    """Return a control's verdict.

    `unread`: a unit that it touches could not be read. `excluded`: the user left one out, which
    takes nothing from a pass, but nothing can be called not applicable then.
    """
    if counts.failed:
        return Verdict.FAIL
    if counts.not_evaluated or unread:
        return Verdict.NOT_EVALUATED
    if counts.applicable:
        return Verdict.PASS
    return Verdict.NOT_EVALUATED if excluded else Verdict.NOT_APPLICABLE


def of_requirement(
    controls: Iterable[Verdict], *, manual: bool = False, outcome: Verdict | None = None
) -> Verdict:
    """Return a requirement's verdict over its controls.

    A recorded outcome counts like one more control; without both, a manual requirement is MANUAL
    and any other NOT_COVERED.
    """
    said = [*controls, *([outcome] if outcome else [])]
    if not said:
        return Verdict.MANUAL if manual else Verdict.NOT_COVERED
    return worst(said)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the verdict of a whole over its parts: PASS only where no part is in the way."""
    there = set(verdicts)
    return next((v for v in WORST_FIRST if v in there), Verdict.NOT_COVERED)


def score(requirements: Iterable[Verdict]) -> Score:
    """Count the verdicts of a mandate's requirements (those that have none below them)."""
    found = collections.Counter(requirements)
    return Score(
        passed=found[Verdict.PASS],
        failed=found[Verdict.FAIL],
        not_evaluated=found[Verdict.NOT_EVALUATED],
        not_applicable=found[Verdict.NOT_APPLICABLE],
        manual=found[Verdict.MANUAL],
        not_covered=found[Verdict.NOT_COVERED],
    )
