"""What starts side by side ends together, whatever becomes of one of them."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

import pytest

from server.demo.together import together

SECONDS = 30  # a guard against a hang, no promise


class Broken(Exception):
    """What a context of the tests fails with."""


@contextlib.contextmanager
def noted(
    name: str, left: list[str], *, before: threading.Barrier | threading.Event | None = None
) -> Iterator[str]:
    if before is not None:
        before.wait(SECONDS)
    try:
        yield name
    finally:
        left.append(name)


@contextlib.contextmanager
def broken(then: threading.Event) -> Iterator[None]:
    try:
        raise Broken
    finally:
        then.set()
    yield  # type: ignore[unreachable] # it makes this a generator


def test_they_are_entered_at_once_and_given_in_their_order() -> None:
    left: list[str] = []
    all_three = threading.Barrier(3)
    contexts = [noted(name, left, before=all_three) for name in "abc"]
    with together(*contexts) as given:
        assert given == ["a", "b", "c"]
        assert left == []
    assert sorted(left) == ["a", "b", "c"]


def test_one_that_fails_ends_the_others_also_those_that_are_not_there_yet() -> None:
    left: list[str] = []
    failed = threading.Event()
    with (
        pytest.raises(Broken),
        together(noted("early", left), broken(failed), noted("late", left, before=failed)),
    ):
        pytest.fail("it went on without one of them")
    assert sorted(left) == ["early", "late"]


def test_they_are_left_when_the_block_fails() -> None:
    left: list[str] = []
    with pytest.raises(Broken), together(noted("a", left), noted("b", left)):
        raise Broken
    assert sorted(left) == ["a", "b"]
