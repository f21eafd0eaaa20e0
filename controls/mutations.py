"""Make the mutants of a control: small changes, each of which its cases ought to notice.

Only what decides the rows is changed: predicates (after `WHERE`, in `EXISTS { ... }`) and literals
in the patterns of `MATCH`. Projections, the evidence above all, thresholds and front matter stay.
Works on tokens; a mutant that is no Cypher is found out by `controls.mutate`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from controls.clauses import CLAUSES, edited
from controls.control import Control
from controls.tokens import Token, brackets, code

SWAPS = {"=": "<>", "<>": "=", "<": "<=", "<=": "<", ">": ">=", ">=": ">"}
WORD_SWAPS = {
    "AND": "OR", "OR": "AND", "ANY": "all", "ALL": "any", "NONE": "any", "SINGLE": "any",
    "TRUE": "false", "FALSE": "true",
}  # fmt: skip
QUANTIFIERS = ("ANY", "ALL", "NONE", "SINGLE")
CONNECTIVES = ("AND", "OR", "XOR")
ENDS = ("WHEN", "THEN", "ELSE", "END", *CLAUSES)
SUBQUERIES = ("EXISTS", "COUNT", "COLLECT")

# `returned` is a projection of RETURN, `shut` what its brackets hold: nothing opens it again.
Region = Literal["predicate", "pattern", "returned", "shut"] | None
CHANGED = ("predicate", "pattern")
Edit = tuple[int, int, str]


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """A control's text with one change; `line` is where, `description` what."""

    description: str
    line: int
    text: str


def mutants(control: Control) -> list[Mutant]:
    """Return every mutant of a control, by place; some may be no valid Cypher."""
    found = _Mutator(code(control.text)).edits()
    made: dict[str, Mutant] = {}
    for token, description, edits in sorted(found, key=lambda f: (f[0].start, f[1])):
        text = edited(control.text, edits)
        made.setdefault(text, Mutant(description=description, line=token.line, text=text))
    return list(made.values())


class _Mutator:
    """Makes the edits of one query."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.partner, self.inside = brackets(tokens)
        self.regions = self._regions()

    def edits(self) -> Iterator[tuple[Token, str, list[Edit]]]:
        for i, token in enumerate(self.tokens):
            if self.regions[i] not in CHANGED:
                continue
            for description, new in self._replacements(i):
                yield token, description, [(token.start, token.end, new)]
            if self.regions[i] == "predicate":
                yield from self._null_tests(i)
            elif token.is_symbol("{"):
                yield from self._entries(i)
        for first, last, joined_by in self._operands():
            yield from self._operand(first, last, joined_by)

    def _regions(self) -> list[Region]:
        """Say of each token whether it may be changed: as a predicate, or a pattern's literal."""
        found: list[Region] = []
        scopes: dict[int | None, Region] = {}
        for i, token in enumerate(self.tokens):
            bracket = self.inside[i]
            if bracket not in scopes:
                scopes[bracket] = self._opened(bracket, found)
            if self._is_keyword(i):
                if scopes[bracket] != "shut":
                    scopes[bracket] = self._after(token, scopes[bracket])
                found.append(None)
                continue
            found.append(scopes[bracket])
        return found

    def _opened(self, bracket: int | None, found: list[Region]) -> Region:
        """Return the region in which what a bracket holds begins."""
        if bracket is None:
            return None
        if found[bracket] in {"returned", "shut"}:
            return "shut"
        before = self.tokens[bracket - 1] if bracket else None
        if self.tokens[bracket].is_symbol("{") and before and before.is_word(*SUBQUERIES):
            return "pattern"  # EXISTS { (a)-[:T]->(b) } needs no MATCH
        return found[bracket]

    def _after(self, token: Token, now: Region) -> Region:
        if token.is_word("WHERE"):
            return "predicate"
        if token.is_word("MATCH"):
            return "pattern"
        if token.is_word("RETURN"):
            return "returned"
        return now if token.is_word("OPTIONAL") else None

    def _is_keyword(self, i: int) -> bool:
        token = self.tokens[i]
        before = self.tokens[i - 1] if i else None
        if not token.is_word(*CLAUSES, "WHERE"):
            return False
        if before is not None and (before.is_symbol(".", ":") or before.is_word("AS")):
            return False
        return not (before is not None and before.is_word("STARTS", "ENDS"))

    def _replacements(self, i: int) -> Iterator[tuple[str, str]]:
        """Yield description and new text of what one token may be replaced by."""
        token = self.tokens[i]
        if token.kind == "number":
            yield from self._numbers(token)
        elif token.kind == "string":
            changed = token.text[:-1] + "~" + token.text[-1]
            yield f"{token.text} -> {changed}", changed
        elif token.is_word("TRUE", "FALSE"):
            yield self._swap(token)
        elif self.regions[i] == "predicate":
            if token.kind == "symbol" and token.text in SWAPS:
                yield f"{token.text} -> {SWAPS[token.text]}", SWAPS[token.text]
            elif token.is_word("AND", "OR"):
                yield self._swap(token)
            elif token.is_word("NOT") and not self._is_word(i - 1, "IS"):
                yield "NOT dropped", ""
            elif token.is_word(*QUANTIFIERS) and self._is_symbol(i + 1, "("):
                yield self._swap(token)

    def _numbers(self, token: Token) -> Iterator[tuple[str, str]]:
        try:
            value: int | float = int(token.text.replace("_", ""), 0)
        except ValueError:
            value = float(token.text.replace("_", ""))
        for new in (value + 1, value - 1):
            yield f"{token.text} -> {new}", str(new)

    def _swap(self, token: Token) -> tuple[str, str]:
        new = WORD_SWAPS[token.text.upper()]
        return f"{token.text} -> {new}", new

    def _null_tests(self, i: int) -> Iterator[tuple[Token, str, list[Edit]]]:
        """Turn `IS NULL`, whose `IS` is at `i`, into `IS NOT NULL`, and back."""
        token = self.tokens[i]
        if not token.is_word("IS"):
            return
        if self._is_word(i + 1, "NULL"):
            yield token, "IS NULL -> IS NOT NULL", [(token.end, token.end, " NOT")]
        elif self._is_word(i + 1, "NOT") and self._is_word(i + 2, "NULL"):
            gone = self.tokens[i + 1]
            yield token, "IS NOT NULL -> IS NULL", [(gone.start, gone.end, "")]

    def _entries(self, i: int) -> Iterator[tuple[Token, str, list[Edit]]]:
        """Drop each entry of a map in a pattern, whose `{` is at `i`."""
        if self._is_word(i - 1, *SUBQUERIES) or not self._is_symbol(i + 2, ":"):
            return
        close = self.partner.get(i, i)
        commas = [
            j for j in range(i, close) if self.inside[j] == i and self.tokens[j].is_symbol(",")
        ]
        edges = [i, *commas, close]
        for n, (left, right) in enumerate(itertools.pairwise(edges)):
            first = self.tokens[left + 1]
            start = first.start if n == 0 else self.tokens[left].start
            end = self.tokens[right].start
            if n == 0 and commas:
                end = self.tokens[right + 1].start
            yield first, f"{first.text} dropped", [(start, end, "")]

    def _operands(self) -> Iterator[tuple[int, int, str]]:
        """Yield first and last token of each side of an AND or OR, or of a whole predicate.

        With it goes what joins it, `AND` for a whole predicate: to drop it is to put `true` there.
        """
        groups: dict[tuple[int | None, int], list[int]] = {}
        clause: dict[int | None, int] = {}
        for i, token in enumerate(self.tokens):
            bracket = self.inside[i]
            if self._is_keyword(i) or token.is_word(*ENDS) or token.is_symbol(",", "|"):
                clause[bracket] = i
            elif self.regions[i] == "predicate":
                groups.setdefault((bracket, clause.get(bracket, -1)), []).append(i)
        for (bracket, start), members in groups.items():
            is_where = start >= 0 and self.tokens[start].is_word("WHERE")
            joined = any(self.tokens[i].is_word(*CONNECTIVES) for i in members)
            if is_where or (joined and bracket is not None and self.tokens[bracket].text == "("):
                yield from self._sides(members)

    def _sides(self, members: list[int]) -> Iterator[tuple[int, int, str]]:
        tokens = self.tokens
        cuts = [n for n, i in enumerate(members) if tokens[i].is_word(*CONNECTIVES)]
        for start, end in zip([-1, *cuts], [*cuts, len(members)], strict=True):
            if end - start < 2:  # noqa: PLR2004 - nothing between two connectives
                continue
            joins = [tokens[members[n]].text.upper() for n in (start, end) if 0 <= n < len(members)]
            word = "AND" if "AND" in joins or not joins else "OR"
            yield members[start + 1], members[end - 1], word

    def _operand(
        self, first: int, last: int, joined_by: str
    ) -> Iterator[tuple[Token, str, list[Edit]]]:
        token = self.tokens[first]
        start, end = token.start, self.tokens[last].end
        neutral = "true" if joined_by == "AND" else "false"
        yield token, f"{self._shown(first, last)} dropped", [(start, end, neutral)]
        if not token.is_word("NOT") and not self._has_own_negation(first, last):
            yield token, "NOT added", [(start, start, "NOT ("), (end, end, ")")]

    def _has_own_negation(self, first: int, last: int) -> bool:
        """Tell `a = b` and `a IS NULL`, of which another change already makes the opposite."""
        level = self.inside[first]
        return any(
            self.tokens[i].is_symbol("=", "<>") or self.tokens[i].is_word("IS")
            for i in range(first, last + 1)
            if self.inside[i] == level
        )

    def _shown(self, first: int, last: int) -> str:
        words = [t.text for t in self.tokens[first : last + 1]]
        shown = " ".join(words)
        return shown if len(shown) <= 40 else shown[:37] + "..."  # noqa: PLR2004 - fits a line

    def _is_symbol(self, i: int, *symbols: str) -> bool:
        return 0 <= i < len(self.tokens) and self.tokens[i].is_symbol(*symbols)

    def _is_word(self, i: int, *words: str) -> bool:
        return 0 <= i < len(self.tokens) and self.tokens[i].is_word(*words)
