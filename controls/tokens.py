"""Split Cypher into tokens, with their places in the text.

A scanner, not a parser: it knows strings, back-ticks, comments, numbers, names, parameters and
symbols, which is what it takes never to mistake the inside of a string for Cypher. What the tokens
mean is for `controls.clauses`, and for Neo4j's own planner, to say.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from controls.errors import CypherUnreadable

Kind = Literal["name", "quoted", "string", "number", "parameter", "symbol", "comment"]

SCANNER = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<comment>//[^\n\r]*|/\*.*?\*/)
    | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    | (?P<quoted>`(?:[^`]|``)*`)
    | (?P<parameter>\$(?:`(?:[^`]|``)*`|\w+))
    | (?P<number>0x[0-9a-fA-F_]+|0o[0-7_]+
        |(?:\d[\d_]*(?:\.(?!\.)\d[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?)
    | (?P<name>[^\W\d]\w*)
    | (?P<unclosed>['"`]|/\*)
    | (?P<symbol><=|>=|<>|=~|->|<-|\.\.|::|\|\||\+=|.)
    """,
    re.VERBOSE | re.DOTALL,
)
UNCLOSED = {"'": "a string", '"': "a string", "`": "a back-ticked name", "/*": "a comment"}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text: `text[start:end]`; line and column count from 1."""

    kind: Kind
    text: str
    start: int
    line: int
    column: int

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.text)

    @property
    def name(self) -> str:
        """The name it stands for, without back-ticks."""
        return self.text[1:-1].replace("``", "`") if self.kind == "quoted" else self.text

    @property
    def is_name(self) -> bool:
        """Tell whether it may name something: a variable, a label, a property, or a keyword."""
        return self.kind in {"name", "quoted"}

    def is_word(self, *words: str) -> bool:
        """Tell whether it is one of the keywords, given in capitals."""
        return self.kind == "name" and self.text.upper() in words

    def is_symbol(self, *symbols: str) -> bool:
        """Tell whether it is one of the symbols."""
        return self.kind == "symbol" and self.text in symbols


def scan(text: str) -> list[Token]:
    """Return the tokens of `text`, comments among them, without white space.

    Raises CypherUnreadable where a string, a back-tick or a comment never ends.
    """
    return list(_scan(text))


def code(text: str) -> list[Token]:
    """Return the tokens of `text` without comments."""
    return [token for token in _scan(text) if token.kind != "comment"]


def _scan(text: str) -> Iterator[Token]:
    lines = [0, *(i + 1 for i, char in enumerate(text) if char == "\n")]
    for found in SCANNER.finditer(text):
        kind = found.lastgroup
        if kind == "space" or kind is None:
            continue
        start = found.start()
        line = bisect.bisect_right(lines, start)
        column = start - lines[line - 1] + 1
        if kind == "unclosed":
            raise CypherUnreadable(line, column, UNCLOSED[found.group()])
        yield Token(kind, found.group(), start, line, column)  # type: ignore[arg-type]


def depths(tokens: list[Token]) -> list[int]:
    """Return how many brackets are open around each token; a bracket is outside of itself."""
    found, depth = [], 0
    for token in tokens:
        if token.is_symbol(")", "]", "}"):
            depth -= 1
        found.append(depth)
        if token.is_symbol("(", "[", "{"):
            depth += 1
    return found


def brackets(tokens: list[Token]) -> tuple[dict[int, int], list[int | None]]:
    """Return the partner of each bracket, and the innermost open bracket around each token."""
    partner: dict[int, int] = {}
    inside: list[int | None] = []
    opened: list[int] = []
    for i, token in enumerate(tokens):
        if token.is_symbol(")", "]", "}") and opened:
            other = opened.pop()
            partner[i], partner[other] = other, i
        inside.append(opened[-1] if opened else None)
        if token.is_symbol("(", "[", "{"):
            opened.append(i)
    return partner, inside
