"""Relationships up to three steps away: `relationships(depth: 3)`, inside the one statement.

It goes outwards step by step. A step begins at what the one before reached for the first time, goes
by the conditions of the link (type, direction, what the viewer sees) and stops at `AT_A_STEP`
relationships, so a hub cannot make it grow without end: where there are more, some are left out. A
relationship is told at the distance at which its other end is reached first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, LiteralString, TypeAlias

from graph.cypher import named
from schema.errors import BadPage

DEEPEST = 3
AT_A_STEP = 1_000
Fill: TypeAlias = Callable[[int], tuple[str, str]]  # of a step: its pattern and its conditions

# No aggregate anywhere: the server takes one inside of a `COLLECT` for one of the row around it.
BEGIN: LiteralString = "WITH $$A, COLLECT { MATCH"
BEGUN: LiteralString = (
    "RETURN {a: $$A, e: $$E, n: $$N, d: 1, p: [$$A.uid, $$N.uid]} LIMIT $CAP } AS $$FAR"
)
GO_ON: LiteralString = """WITH $$START, $$FAR, [s IN $$FAR | s.n] + [$$START] AS $$KNOWN
WITH $$START, $$FAR + COLLECT {
UNWIND range(0, size($$FAR) - 1) AS i
WITH $$FAR[i] AS s, [x IN $$FAR[..i] WHERE x.d = $BEFORE | x.n] AS same
WHERE s.d = $BEFORE AND NOT s.n IN same
WITH s.n AS $$A, s.p AS p
MATCH"""
REACHED: LiteralString = """RETURN {a: $$A, e: $$E, n: $$N, d: $BEFORE + 1, p: p + [$$N.uid]}
LIMIT $CAP } AS $$NEXT"""
EACH: LiteralString = """UNWIND $$FAR AS $$STEP
WITH $$STEP, $$STEP.a AS $$A, $$STEP.e AS $$E, $$STEP.n AS $$N ORDER BY $$STEP.d,"""


def depth_of(given: Mapping[str, Any]) -> int:
    """Return how many steps a link goes. Raises BadPage."""
    depth = 1 if given.get("depth") is None else int(given["depth"])
    if not 1 <= depth <= DEEPEST:
        raise BadPage(f"depth: {depth} is not between 1 and {DEEPEST}")
    return depth


def last_of(number: int, depth: int) -> int:
    """Return the number of the place at which the walked relationships are told."""
    return number + 1 + 2 * depth


def walked(number: int, depth: int, fill: Fill, parameter: Callable[[Any], str]) -> str:
    """Return the text that walks outwards from the node of a place, up to the order of its rows.

    `fill` gives for the number of a place its pattern and its conditions, `parameter` keeps a
    value. Steps take the numbers from the next on, two each: of where they begin, of what they
    reach.
    """
    cap = parameter(AT_A_STEP)
    pattern, conditions = fill(number + 1)
    names = {"start": f"n{number}", "a": f"n{number}"}
    names |= {"far": f"far{number + 1}"}
    texts = [
        _filled(BEGIN, number + 1, names), pattern, *_where([conditions]),
        _filled(BEGUN, number + 1, names),
    ]  # fmt: skip
    for before in range(1, depth):
        at, last = number + 1 + 2 * before, number - 1 + 2 * before
        names = {
            "start": f"n{number}", "a": f"n{at - 1}", "far": f"far{last}", "next": f"far{at}",
            "known": f"known{at}",
        }  # fmt: skip
        pattern, conditions = fill(at)
        is_new = _filled("NOT $$N IN $$KNOWN", at, names)
        step = [
            _filled(GO_ON, at, names), pattern, *_where([conditions, is_new]),
            _filled(REACHED, at, names),
        ]  # fmt: skip
        texts.append(" ".join(step).replace("$BEFORE", parameter(before)))
    at = last_of(number, depth)
    far = f"far{at - 2}"
    texts.append(_filled(EACH, at, {"a": f"n{at - 1}", "far": far, "step": f"step{at}"}))
    return " ".join(texts).replace("$CAP", cap)


def _filled(text: LiteralString, at: int, names: Mapping[str, str]) -> str:
    return named(text, **{"n": f"n{at}", "e": f"e{at}", **names})


def _where(conditions: list[str]) -> list[str]:
    there = [one for one in conditions if one]
    return ["WHERE", " AND ".join(there)] if there else []
