"""Find in a control's tokens what is ours to know: its thresholds, its clock, what it returns.

Works on tokens (`controls.tokens`) at bracket depth 0, so that nothing inside a sub-query, a list
or a map is taken for a clause of the control itself. What a query means is left to Neo4j.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from controls.tokens import Token, brackets, code, depths

Scalar: TypeAlias = str | int | float | bool
Literal: TypeAlias = Scalar | Sequence[Scalar]

KEPT = 4096  # texts whose form is remembered: an evaluation asks for it again and again
NOW = "__now"  # the parameter that stands for the time of an evaluation
CLAUSES = (
    "MATCH", "OPTIONAL", "WITH", "RETURN", "UNWIND", "CALL", "UNION", "ORDER", "SKIP", "OFFSET",
    "LIMIT", "CREATE", "MERGE", "SET", "REMOVE", "DELETE", "DETACH", "FOREACH", "LOAD", "USE",
    "FINISH", "INSERT", "FILTER", "LET", "NEXT",
)  # fmt: skip
ENDS_ITEMS = ("ORDER", "SKIP", "OFFSET", "LIMIT", "UNION", "WHERE", *CLAUSES)


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """A named literal of the first `WITH`: its value, and its place in the text."""

    name: str
    value: Literal
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Item:
    """One item of a projection: its tokens, and the name it is given, if it is given one."""

    tokens: tuple[Token, ...]

    @property
    def alias(self) -> str | None:
        """The name after `AS`, or that of a variable which stands alone."""
        if len(self.tokens) == 1 and self.tokens[0].is_name:
            return self.tokens[0].name
        has_one = len(self.tokens) > 2 and self.tokens[-2].is_word("AS")  # noqa: PLR2004 - x AS y
        return self.tokens[-1].name if has_one else None


def thresholds(text: str) -> dict[str, Threshold]:
    """Return the literals that the first clause names: `WITH 90 AS max_age_days, [22] AS ports`."""
    tokens = code(text)
    if not tokens or not tokens[0].is_word("WITH"):
        return {}
    found = {}
    for item in _items(tokens, depths(tokens), 1):
        value = literal(item.tokens[:-2])
        if item.alias and value is not None:
            found[item.alias] = Threshold(
                name=item.alias, value=value, start=item.tokens[0].start, end=item.tokens[-3].end
            )
    return found


def literal(tokens: Sequence[Token]) -> Literal | None:
    """Return the value of tokens that are one literal or a list of them, else None."""
    if len(tokens) > 1 and tokens[0].is_symbol("[") and tokens[-1].is_symbol("]"):
        values = [_scalar(part) for part in split(tokens[1:-1])]
        return None if None in values else [value for value in values if value is not None]
    return _scalar(tokens)


def split(tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    """Split tokens at their own commas, not at those inside brackets."""
    parts: list[tuple[Token, ...]] = []
    last = 0
    for i, depth in enumerate(depths(list(tokens))):
        if depth == 0 and tokens[i].is_symbol(","):
            parts.append(tuple(tokens[last:i]))
            last = i + 1
    return [*parts, tuple(tokens[last:])] if tokens else []


def _scalar(tokens: Sequence[Token]) -> Scalar | None:
    sign = 1
    if len(tokens) == 2 and tokens[0].is_symbol("-") and tokens[1].kind == "number":  # noqa: PLR2004 - a sign and a number
        sign, tokens = -1, tokens[1:]
    if len(tokens) != 1:
        return None
    (token,) = tokens
    if token.kind == "string":
        return _unescaped(token.text[1:-1])
    if token.is_word("TRUE", "FALSE"):
        return token.text.upper() == "TRUE"
    return sign * _number(token.text) if token.kind == "number" else None


def _unescaped(text: str) -> str:
    return text.replace("\\'", "'").replace('\\"', '"').replace("\\\\", "\\")


def _number(text: str) -> int | float:
    plain = text.replace("_", "")
    try:
        return int(plain, 0)
    except ValueError:
        return float(plain)


def written(value: Literal) -> str:
    """Return a literal as Cypher writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return "[" + ", ".join(written(item) for item in value) + "]"


def with_thresholds(text: str, values: Mapping[str, Literal]) -> str:
    """Return `text` with the literals of its thresholds replaced by `values`."""
    if not values:
        return text
    known = thresholds(text)
    edits = [(known[name].start, known[name].end, written(value)) for name, value in values.items()]
    return edited(text, edits)


def edited(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    """Return `text` with each (start, end, new text) put in place."""
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def clocks(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the places of `datetime()`, the one clock a control may read."""
    return [
        (tokens[i].start, tokens[i + 2].end)
        for i in range(len(tokens) - 2)
        if tokens[i].is_word("DATETIME")
        and tokens[i + 1].is_symbol("(")
        and tokens[i + 2].is_symbol(")")
        and not (i and tokens[i - 1].is_symbol("."))
    ]


@functools.lru_cache(maxsize=KEPT)
def at_time(text: str) -> str:
    """Return `text` with `datetime()` replaced by the parameter `$__now`, and no last semicolon."""
    tokens = code(text)
    edits = [(start, end, f"${NOW}") for start, end in clocks(tokens)]
    if tokens and tokens[-1].is_symbol(";"):
        edits.append((tokens[-1].start, tokens[-1].end, ""))
    return edited(text, edits)


def returns(tokens: list[Token]) -> list[list[Item]]:
    """Return the items of each `RETURN` of the query itself: several where it is a `UNION`."""
    depth = depths(tokens)
    return [
        list(_items(tokens, depth, i + 1))
        for i, token in enumerate(tokens)
        if depth[i] == 0 and token.is_word("RETURN") and not _is_property(tokens, i)
    ]


def own(tokens: list[Token]) -> list[tuple[str, int]]:
    """Return the clauses of the query itself, in their order: (keyword, place among the tokens)."""
    depth = depths(tokens)
    return [
        (token.text.upper(), i)
        for i, token in enumerate(tokens)
        if depth[i] == 0 and token.is_word("WHERE", *CLAUSES) and not _is_property(tokens, i)
    ]


def projections(tokens: list[Token], *, after: int) -> list[list[Item]]:
    """Return the items of each `WITH` of the query itself that stands after a place."""
    depth = depths(tokens)
    return [
        list(_items(tokens, depth, i + 1))
        for word, i in own(tokens)
        if word == "WITH" and i > after
    ]


@functools.lru_cache(maxsize=KEPT)
def columns(text: str) -> frozenset[str] | None:
    """Return the columns of a query; None where the text does not say: `RETURN *`, or no name."""
    found = returns(code(text))
    names = [item.alias for items in found for item in items]
    return None if not names or None in names else frozenset(n for n in names if n is not None)


def without_evidence(text: str) -> str:
    """Return `text` without the evidence it returns: what is left decides the rows."""
    edits = []
    for items in returns(code(text)):
        for i, item in enumerate(items):
            if item.alias == "evidence":
                start = items[i - 1].tokens[-1].end if i else item.tokens[0].start
                is_first = not i and len(items) > 1
                end = items[1].tokens[0].start if is_first else item.tokens[-1].end
                edits.append((start, end, ""))
    return edited(text, edits)


def _items(tokens: list[Token], depth: list[int], start: int) -> Iterator[Item]:
    """Yield the items of the projection whose tokens begin at `start`."""
    end = next(
        (
            i
            for i in range(start, len(tokens))
            if depth[i] < depth[start] or (depth[i] == depth[start] and _ends_items(tokens, i))
        ),
        len(tokens),
    )
    body = tokens[start:end]
    if body and body[0].is_word("DISTINCT"):
        body = body[1:]
    for part in split(body):
        if part:
            yield Item(tokens=part)


def _ends_items(tokens: list[Token], i: int) -> bool:
    token = tokens[i]
    return token.is_symbol(";") or (token.is_word(*ENDS_ITEMS) and not _is_property(tokens, i))


def _is_property(tokens: list[Token], i: int) -> bool:
    """Tell a name that only looks like a keyword: a property, a label or an alias."""
    before = tokens[i - 1] if i else None
    if before is not None and (before.is_symbol(".", ":") or before.is_word("AS")):
        return True
    # `STARTS WITH` and `ENDS WITH` end nothing
    return before is not None and tokens[i].is_word("WITH") and before.is_word("STARTS", "ENDS")


def created(tokens: list[Token]) -> list[int]:
    """Return where the node patterns of a text of `CREATE`s begin: the places of their `(`."""
    _, inside = brackets(tokens)
    return [
        i
        for i, token in enumerate(tokens)
        if token.is_symbol("(")
        and inside[i] is None
        and i
        and (tokens[i - 1].is_word("CREATE") or tokens[i - 1].is_symbol(",", "-", "->", "<-", "="))
    ]
