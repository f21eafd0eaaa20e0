"""Calls are paced as quotas count them: by a clock that the test sets."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from ingest.pace import Window


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_window_lets_all_through_at_once_and_the_next_when_the_oldest_leaves_it() -> None:
    clock = Clock()
    window = Window(3, 5.0, clock)
    for _ in range(3):
        wait, mark = window.take()
        assert wait == 0.0
        clock.now += 0.5
        window.answered(mark)
    assert window.was_full(clock.now)
    assert window.take()[0] == 5.0 - 1.0, "five seconds after the first was answered"


def test_what_holds_back_holds_all_back() -> None:
    clock = Clock()
    window = Window(3, 5.0, clock)
    window.hold(7.0)
    assert window.take()[0] == 7.0
    clock.now += 7.0
    assert window.take()[0] == 0.0


def test_a_window_that_was_used_long_ago_is_not_full() -> None:
    clock = Clock()
    window = Window(1, 5.0, clock)
    window.answered(window.take()[1])
    sent = clock.now
    clock.now += 5.1
    assert [window.was_full(sent), window.was_full(clock.now)] == [True, False]
    assert window.take()[0] == 0.0


def test_what_leaves_the_window_while_the_last_is_answered_had_filled_it() -> None:
    clock = Clock()
    window = Window(2, 5.0, clock)
    for _ in range(2):
        wait, mark = window.take()
        window.answered(mark)
        clock.now += 1.0
    wait, mark = window.take()
    clock.now += wait
    sent = clock.now
    clock.now += 1.2  # the second leaves it meanwhile
    assert window.was_full(sent)
    window.answered(mark)
    assert not window.was_full(clock.now)


@given(
    st.integers(1, 6),
    st.lists(st.tuples(st.floats(0, 2), st.floats(0, 1), st.floats(0, 1)), max_size=60),
)
def test_no_stretch_ever_has_more_calls_than_it_may(
    calls: int, made: list[tuple[float, float, float]]
) -> None:
    clock, seconds = Clock(), 5.0
    window = Window(calls, seconds, clock)
    arrived = []
    for idle, there, back in made:
        clock.now += idle
        wait, mark = window.take()
        clock.now += wait + there
        arrived.append(clock.now)
        clock.now += back
        window.answered(mark)
    for first, last in zip(arrived, itertools.islice(arrived, calls, None), strict=False):
        assert last - first >= seconds - 1e-9
