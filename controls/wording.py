"""Refuse words of Cypher that a control must not use, from its tokens alone.

Some hide what is read (`properties(n)`, `n[key]`, `-->`), some make two evaluations differ
(`rand()`, any clock but `datetime()`), some reach out of the graph (`controls.reach`), and a
control has no parameters. Whether it writes is left to the plan: there is no way past it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from controls.clauses import split
from controls.details import WORDS
from controls.reach import reaching
from controls.tokens import Token, brackets

HIDING = ("PROPERTIES", "KEYS", "LABELS")
RANDOM = ("RAND", "RANDOMUUID")
CLOCKS = ("DATE", "TIME", "LOCALTIME", "LOCALDATETIME", "DATETIME")
CLOCK_METHODS = ("TRANSACTION", "STATEMENT", "REALTIME")
NO_INSTANT = {"timezone"}  # a map with no more than this takes the rest from the clock


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A word that is refused: where, under which rule, and what to do."""

    token: Token
    code: str
    message: str


def refused(tokens: list[Token]) -> list[Refused]:
    """Return every word of a query that is refused; the tokens are without comments."""
    reaching_out = [
        Refused(token=token, code="reaches", message=f"it {what}: a control only reads the graph")
        for token, what in reaching(tokens)
    ]
    return [*_Words(tokens).check(), *reaching_out]


class _Words:
    """Looks at the tokens of one query."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.partner, self.inside = brackets(tokens)

    def check(self) -> Iterator[Refused]:
        for i, token in enumerate(self.tokens):
            if token.kind == "parameter" or token.is_symbol("$"):
                message = (
                    "a control has no parameters: name a threshold in a first `WITH 90 AS days`"
                )
                yield Refused(token=token, code="parameter", message=message)
            elif token.is_symbol("."):
                yield from self._every_property(i)
            elif token.is_symbol("["):
                yield from self._bracket(i)
            elif token.is_symbol(")"):
                yield from self._bare_arrow(i)
            elif token.is_symbol("("):
                yield from self._call(i)

    def _every_property(self, i: int) -> Iterator[Refused]:
        if self._is(i + 1, "*"):
            message = "`.*` hides what is read: name the properties"
            yield Refused(token=self.tokens[i], code="hides", message=message)

    def _bracket(self, i: int) -> Iterator[Refused]:
        close = self.partner.get(i, i)
        inner = self.tokens[i + 1 : close]
        if self._is(i - 1, "-", "<-") and self._is(close + 1, "-", "->"):
            if not _is_typed(inner):
                message = "a relationship without a type hides what is read: write [:TYPE]"
                yield Refused(token=self.tokens[i], code="hides", message=message)
        elif self._is_value(i - 1) and not all(_is_position(t) for t in inner):
            message = "[...] with a computed key hides what is read: write .property"
            yield Refused(token=self.tokens[i], code="hides", message=message)

    def _bare_arrow(self, i: int) -> Iterator[Refused]:
        is_arrow = self._is(i + 1, "-", "<-") and self._is(i + 2, "-", "->")
        if is_arrow and self._is(i + 3, "("):
            message = "a relationship without a type hides what is read: write -[:TYPE]-"
            yield Refused(token=self.tokens[i + 1], code="hides", message=message)

    def _call(self, i: int) -> Iterator[Refused]:
        if not i or not self.tokens[i - 1].is_name:
            return
        name = self.tokens[i - 1]
        arguments = split(self.tokens[i + 1 : self.partner.get(i, i + 1)])
        is_method = self._is(i - 2, ".") and i > 2  # noqa: PLR2004 - `date.realtime(`
        owner = self.tokens[i - 3] if is_method else None
        message = _method(owner, name, arguments) if owner else _function(name, arguments)
        if message:
            code = "hides" if name.is_word(*HIDING) else "clock"
            yield Refused(token=owner or name, code=code, message=message)

    def _is(self, i: int, *symbols: str) -> bool:
        return 0 <= i < len(self.tokens) and self.tokens[i].is_symbol(*symbols)

    def _is_value(self, i: int) -> bool:
        """Tell whether what ends at `i` is a value that `[...]` takes a part of."""
        if i < 0:
            return False
        token = self.tokens[i]
        return token.is_symbol(")", "]", "}") or (token.is_name and not token.is_word(*WORDS))


def _is_typed(tokens: Sequence[Token]) -> bool:
    """Tell whether `r:T|S*1..3 {...}` names its types, and only them."""
    pattern = []
    for token in tokens:
        if token.is_symbol("{") or token.is_word("WHERE"):
            break
        pattern.append(token)
    negated = any(token.is_symbol("!", "%") for token in pattern)
    return any(token.is_symbol(":") for token in pattern) and not negated


def _is_position(token: Token) -> bool:
    return token.kind == "number" or token.is_symbol("-", "..")


def _function(name: Token, arguments: Sequence[Sequence[Token]]) -> str | None:
    """Return what is wrong with a call of a function, if something is."""
    if name.is_word(*HIDING):
        return f"{name.text}() hides what is read: name properties and labels"
    if name.is_word(*RANDOM):
        return f"{name.text}() differs every time: a control gives the same for the same graph"
    if name.is_word("TIMESTAMP") or (name.is_word(*CLOCKS) and _is_now(name, arguments)):
        return f"{name.text}(...) reads a clock: datetime() is the only one a control may read"
    return None


def _is_now(name: Token, arguments: Sequence[Sequence[Token]]) -> bool:
    """Tell whether a temporal function takes the time from the clock."""
    if not arguments:
        return not name.is_word("DATETIME")
    first = arguments[0]
    if not first[0].is_symbol("{"):
        return False
    keys = {entry[0].name for entry in split(first[1:-1]) if entry}
    return keys <= NO_INSTANT


def _method(owner: Token, name: Token, arguments: Sequence[Sequence[Token]]) -> str | None:
    """Return what is wrong with `date.realtime()` and its like."""
    if not owner.is_word(*CLOCKS):
        return None
    if name.is_word(*CLOCK_METHODS) or (name.is_word("TRUNCATE") and len(arguments) == 1):
        call = f"{owner.text}.{name.text}(...)"
        return f"{call} reads a clock: datetime() is the only one a control may read"
    return None
