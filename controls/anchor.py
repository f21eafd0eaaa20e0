"""Have a control start from its connectors' resources, where that can't change what it returns.

A control asks about every resource of its type in the graph, and an evaluation is about one
connector of perhaps hundreds, or a few. So a clause is put before its first one that binds the
variable which it returns to the resources of their units:

    MATCH (bucket)-[:SEEN_BY]->(asked_unit:Unit) WHERE asked_unit.id IN $units
    WITH DISTINCT bucket

What follows is then asked for each of these, one by one. That gives the same answers wherever the
variable is a key of all that comes after: it is bound by a node of the first `MATCH`, each later
`WITH` passes it on, and nothing cuts or joins the rows as a whole. A text of which this can't be
told is left as it is: it is slower among many connectors, and just as right.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from itertools import pairwise

from controls import clauses
from controls.tokens import Token, code, depths

WHOLE = ("UNION", "SKIP", "OFFSET", "LIMIT", "USE", "NEXT", "FILTER", "LET", "FINISH")
ANCHOR = (
    "MATCH (",
    ")-[:SEEN_BY]->(asked_unit:Unit) WHERE asked_unit.id IN $units\nWITH DISTINCT ",
)


@functools.lru_cache(maxsize=clauses.KEPT)
def anchored(text: str) -> str:
    """Return a control's text with its anchor; as it is where that might change its answers."""
    tokens = code(text)
    variable = _returned(tokens)
    found = clauses.own(tokens)
    first = next((i for i, (word, _) in enumerate(found) if word == "MATCH"), None)
    if variable is None or first is None or any(word in WHOLE for word, _ in found):
        return text
    names = clauses.thresholds(text)
    before = [word for word, _ in found[:first]]
    begin = 1 if names else 0  # thresholds have to stand first
    if before[:begin] != ["WITH"] * begin or any(word != "UNWIND" for word in before[begin:]):
        return text
    start, end = found[first][1], found[first + 1][1]  # there is a RETURN, at least
    if len(names) != _items_of_first(tokens, begin) or not _binds(tokens, start, end, variable):
        return text
    if not all(_passes(items, variable) for items in clauses.projections(tokens, after=start)):
        return text
    anchor = variable.join(ANCHOR) + ", ".join([variable, *names]) + "\n"
    place = tokens[found[begin][1]].start
    return clauses.edited(text, [(place, place, anchor)])


def _returned(tokens: list[Token]) -> str | None:
    """Return the variable that stands alone as `resource`."""
    projections = clauses.returns(tokens)
    if len(projections) != 1:
        return None
    for item in projections[0]:
        if item.alias == "resource" and len(item.tokens) in {1, 3} and item.tokens[0].is_name:
            return item.tokens[0].text
    return None


def _items_of_first(tokens: list[Token], begin: int) -> int:
    """Return how many items the first `WITH` has: all of them have to be thresholds."""
    return len(clauses.projections(tokens, after=-1)[0]) if begin else 0


def _binds(tokens: Sequence[Token], start: int, end: int, variable: str) -> bool:
    """Tell whether a node of the pattern itself, and none inside brackets, is the variable."""
    depth = depths(list(tokens))
    return any(
        depth[i] == 0 and bracket.is_symbol("(") and named.text == variable
        for i, (bracket, named) in enumerate(pairwise(tokens[:end]))
        if i >= start
    )


def _passes(items: Sequence[clauses.Item], variable: str) -> bool:
    return any(
        len(item.tokens) == 1 and (item.tokens[0].text == variable or item.tokens[0].text == "*")
        for item in items
    )
