"""The truth tables: resource to control, control to requirement, requirement to mandate."""

from __future__ import annotations

import pytest

from controls.verdict import Counts, Score, Verdict, of_control, of_requirement, score, worst

PASS, FAIL, NOT_EVALUATED = Verdict.PASS, Verdict.FAIL, Verdict.NOT_EVALUATED
NOT_APPLICABLE, MANUAL, NOT_COVERED = (
    Verdict.NOT_APPLICABLE,
    Verdict.MANUAL,
    Verdict.NOT_COVERED,
)


@pytest.mark.parametrize(
    ("counts", "unread", "excluded", "said"),
    [
        pytest.param(Counts(passed=3), False, False, PASS, id="all pass"),
        pytest.param(Counts(passed=3, failed=1), False, False, FAIL, id="one fails"),
        pytest.param(Counts(), False, False, NOT_APPLICABLE, id="none applicable"),
        pytest.param(Counts(), True, False, NOT_EVALUATED, id="none known, a unit unread"),
        pytest.param(Counts(), False, True, NOT_EVALUATED, id="none known, a unit excluded"),
        pytest.param(Counts(passed=3), False, True, PASS, id="pass, a unit excluded"),
        pytest.param(Counts(passed=3), True, False, NOT_EVALUATED, id="one region refused"),
        pytest.param(Counts(failed=3), True, False, FAIL, id="fails, one region refused"),
        pytest.param(Counts(passed=1, not_evaluated=1), False, False, NOT_EVALUATED, id="unread"),
        pytest.param(Counts(failed=1, not_evaluated=1), False, False, FAIL, id="fails and unread"),
        pytest.param(
            Counts(passed=1, failed=1, not_evaluated=1, waived=1), True, True, FAIL, id="mixed"
        ),
        pytest.param(Counts(waived=2), False, False, PASS, id="all failures waived"),
        pytest.param(Counts(waived=1, not_evaluated=1), False, False, NOT_EVALUATED, id="waived+"),
    ],
)
def test_a_control(counts: Counts, unread: bool, excluded: bool, said: Verdict) -> None:  # noqa: FBT001 - columns of a table
    assert of_control(counts, unread=unread, excluded=excluded) == said


@pytest.mark.parametrize(
    ("controls", "manual", "outcome", "said"),
    [
        ([PASS, PASS], False, None, PASS),
        ([PASS, FAIL, NOT_EVALUATED], False, None, FAIL),
        ([PASS, NOT_EVALUATED], False, None, NOT_EVALUATED),
        ([PASS, NOT_APPLICABLE], False, None, PASS),
        ([NOT_APPLICABLE], False, None, NOT_APPLICABLE),
        ([], False, None, NOT_COVERED),
        ([], True, None, MANUAL),
        ([], True, PASS, PASS),
        ([], True, FAIL, FAIL),
        ([], True, NOT_APPLICABLE, NOT_APPLICABLE),
        ([PASS], True, None, PASS),
        ([PASS], True, FAIL, FAIL),
        ([FAIL], True, PASS, FAIL),
    ],
)
def test_a_requirement(
    controls: list[Verdict],
    manual: bool,  # noqa: FBT001 - a column of a table
    outcome: Verdict | None,
    said: Verdict,
) -> None:
    assert of_requirement(controls, manual=manual, outcome=outcome) == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([PASS, NOT_APPLICABLE], PASS),
        ([PASS, NOT_COVERED], NOT_COVERED),
        ([PASS, MANUAL], MANUAL),
        ([MANUAL, NOT_EVALUATED], NOT_EVALUATED),
        ([FAIL, NOT_EVALUATED, MANUAL], FAIL),
        ([], NOT_COVERED),
    ],
)
def test_a_whole_mandate(parts: list[Verdict], said: Verdict) -> None:
    assert worst(parts) == said


def test_a_score_counts_passed_among_those_judged_and_shows_the_rest() -> None:
    found = score([PASS, PASS, PASS, FAIL, NOT_EVALUATED, MANUAL, NOT_COVERED, NOT_APPLICABLE])
    assert found == Score(
        passed=3, failed=1, not_evaluated=1, manual=1, not_covered=1, not_applicable=1
    )
    assert found.value == pytest.approx(0.75)


def test_nothing_judged_has_no_score() -> None:
    assert score([MANUAL, NOT_COVERED]).value is None
