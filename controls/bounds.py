"""Refuse what no deadline ends: loops and growth inside one expression.

Neo4j ends a transaction between two rows, and counts the memory of rows that it collects. Inside
one expression it does neither: `reduce(... range(1, 20000000000) ...)` goes on when its time is
over, and a list or text that doubles there takes the whole server with it (both were tried on
5.26.30). So queries that people paste, and their own controls, have bounds that can be seen in the
text: every such loop has an `UNWIND` that says the same, row by row, and can be ended.

Left out: the shipped controls, which are tested one by one; and what a patient author can still
make slow, or large out of what was collected: these bounds do not make Neo4j a sandbox. What is
stuck shows in `cirrograph_stuck_transactions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from controls.clauses import literal, split
from controls.tokens import Token, brackets

MOST_RANGE = 10_000
MOST_DEPTH = 2
MOST_SUMS = 8  # each `+` of two values may double what there is
MOST_QUANTIFIERS = 8
QUANTIFIER = re.compile(r"[*+]|\{\d*,\d*\}")
BACK_REFERENCE = re.compile(r"\\\\[1-9]")
QUANTIFIERS = ("ANY", "ALL", "NONE", "SINGLE")

LONG_RANGE = (
    f"range() of more than {MOST_RANGE:,}, or of ends that are no numbers, can't be ended inside "
    "an expression: write `UNWIND range(...) AS x`"
)
GROWING = (
    "replace() makes a text grow: what it puts in is a literal, no longer than what it takes out"
)
DEEP_LOOPS = (
    f"loops over lists inside one another can't be ended: {MOST_DEPTH} at most, and only one where "
    "lists are collected: UNWIND them instead"
)
MANY_SUMS = (
    f"more than {MOST_SUMS} sums of two values: what is put together again and again grows for ever"
)
ENDLESS_PATTERN = (
    f"the pattern of =~ has at most {MOST_QUANTIFIERS} repetitions and refers to no group: others "
    "may never end"
)


def unbounded(tokens: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    """Yield each token from which on a deadline does not help, and what to write instead."""
    yield from _Bounds(tokens).check()


class _Bounds:
    """Looks at the tokens of one query, which are without comments."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.partner, _ = brackets(list(tokens))

    def check(self) -> Iterator[tuple[Token, str]]:
        yield from self._calls()
        yield from self._loops()
        yield from self._sums()
        for i, token in enumerate(self.tokens):
            if token.is_symbol("=~"):
                yield from self._pattern(i)

    def _calls(self) -> Iterator[tuple[Token, str]]:
        for i, token in enumerate(self.tokens):
            if not token.is_name or not self._is(i + 1, "(") or self._is(i - 1, ".", ":"):
                continue
            given = split(self.tokens[i + 2 : self.partner.get(i + 1, i + 2)])
            name = token.name.upper()
            if name == "REDUCE":
                yield token, "reduce() can't be ended: UNWIND the list, then sum or collect"
            elif name == "RANGE" and not self._is_unwound(i) and not _short(given):
                yield token, LONG_RANGE
            elif name == "REPLACE" and not _shrinks(given):
                yield token, GROWING

    def _loops(self) -> Iterator[tuple[Token, str]]:
        """Count loops inside loops; over collected lists, which may be long, none are allowed."""
        most = 1 if self._collects() else MOST_DEPTH
        opened: list[bool] = []
        for i, token in enumerate(self.tokens):
            if token.is_symbol("(", "[", "{"):
                opened.append(self._is_loop(i))
                if opened[-1] and sum(opened) > most:
                    yield token, DEEP_LOOPS
            elif token.is_symbol(")", "]", "}") and opened:
                opened.pop()

    def _collects(self) -> bool:
        """Tell whether a list is made whose length the graph decides."""
        return any(
            (token.is_word("COLLECT") and self._is(i + 1, "(", "{"))
            or (token.is_symbol("|") and self._is_pattern_list(i))
            for i, token in enumerate(self.tokens)
        )

    def _is_loop(self, i: int) -> bool:
        token, inside = self.tokens[i], self.tokens[i + 1 : i + 3]
        over = len(inside) > 1 and inside[0].is_name and inside[1].is_word("IN")
        quantified = bool(i) and self.tokens[i - 1].is_word(*QUANTIFIERS)
        return over and (token.is_symbol("[") or (quantified and token.is_symbol("(")))

    def _is_pattern_list(self, i: int) -> bool:
        """Tell whether a `|` is that of `[(a)-->(b) | b.x]`: its list begins with a bracket."""
        start = max((s for s, e in self.partner.items() if s < i < e), default=None)
        if start is None or not self._is(start, "["):
            return False
        return self._is(start + 1, "(") or self._is(start + 2, "=")

    def _sums(self) -> Iterator[tuple[Token, str]]:
        sums = [
            token
            for i, token in enumerate(self.tokens)
            if token.is_symbol("+", "||") and not self._is_literal(i - 1, i + 1)
        ]
        if len(sums) > MOST_SUMS:
            yield sums[MOST_SUMS], MANY_SUMS

    def _pattern(self, i: int) -> Iterator[tuple[Token, str]]:
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if after is None or after.kind != "string" or self._is(i + 2, "+", "||"):
            yield self.tokens[i], "the pattern of =~ is a literal: a computed one may never end"
            return
        many = len(QUANTIFIER.findall(after.text)) > MOST_QUANTIFIERS
        if many or BACK_REFERENCE.search(after.text):
            yield after, ENDLESS_PATTERN

    def _is_unwound(self, i: int) -> bool:
        """Tell whether a call is what `UNWIND` goes through, and no part of something else."""
        if not i or not self.tokens[i - 1].is_word("UNWIND"):
            return False
        after = self.partner.get(i + 1, i) + 1
        return after < len(self.tokens) and self.tokens[after].is_word("AS")

    def _is_literal(self, *places: int) -> bool:
        """Tell whether a literal stands at one of the places."""
        return any(
            0 <= i < len(self.tokens) and self.tokens[i].kind in {"string", "number"}
            for i in places
        )

    def _is(self, i: int, *symbols: str) -> bool:
        return 0 <= i < len(self.tokens) and self.tokens[i].is_symbol(*symbols)


def _short(given: Sequence[Sequence[Token]]) -> bool:
    """Tell whether a range's ends are numbers that are not far apart."""
    ends = [literal(part) for part in given[:2]]
    if len(ends) < 2 or not all(isinstance(end, int) for end in ends):  # noqa: PLR2004 - two ends
        return False
    first, last = (int(str(end)) for end in ends)
    return abs(last - first) <= MOST_RANGE


def _shrinks(given: Sequence[Sequence[Token]]) -> bool:
    """Tell whether what `replace` puts in is no longer than what it takes out."""
    texts = [literal(part) for part in given[1:]]
    if len(texts) != 2 or not all(isinstance(text, str) for text in texts):  # noqa: PLR2004 - out, in
        return False
    return len(str(texts[0])) > 0 and len(str(texts[1])) <= len(str(texts[0]))
