"""Read filters in Cloud Logging's query language, as metrics, sinks and alerts have them.

    resource.type="gce_route" AND (protoPayload.methodName:"compute.routes.insert" OR ...)

A filter's *terms* are its comparisons, each in one spelling: no spaces but those of a value, no
quotes, `NOT` before what is denied, one term for each value of `field=("a" OR "b")`. Words that are
looked for everywhere are terms too, and so are calls such as `LOG_ID(syslog)`. Which terms are
joined by AND and which by OR is left to who reads the filter itself.
"""

from __future__ import annotations

import dataclasses
import re

TOKEN = re.compile(
    r'(?P<comment>--[^\n]*)|(?P<text>"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\')'
    r"|(?P<operator>!=|>=|<=|=~|!~|=|:|>|<)|(?P<open>\()|(?P<close>\))"
    r'|(?P<word>(?:[^\s()"\'=<>!:~,.]+|\.(?:"(?:\\.|[^"\\])*")?)+)'
)
JOINING = frozenset({"AND", "OR"})
DENIED = {"!=": "=", "!~": "=~"}


@dataclasses.dataclass(frozen=True)
class Token:
    """A piece of a filter: its kind is the name of its group in `TOKEN`."""

    kind: str
    text: str

    @property
    def is_value(self) -> bool:
        """Whether it is a word or a quoted text, and not one that joins or denies."""
        return self.kind == "text" or (self.kind == "word" and self.text not in {*JOINING, "NOT"})


@dataclasses.dataclass
class _Scope:
    """What holds within brackets: a denial, and the field that values are compared with."""

    is_denied: bool = False
    before: str = ""
    after: str = ""


def terms(said: str) -> list[str]:
    """Return, sorted, the comparisons of a filter: `resource.type=gce_route`, `NOT a=b`."""
    return sorted(set(_Reader(_tokens(said)).read()))


def _tokens(said: str) -> list[Token]:
    return [
        Token(kind, found[kind])
        for found in TOKEN.finditer(said)
        if (kind := found.lastgroup) and kind != "comment"
    ]


class _Reader:
    """Goes through the tokens of one filter, once."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._scopes = [_Scope()]
        self._denies = False

    def read(self) -> list[str]:
        found: list[str] = []
        while (token := self._next()) is not None:
            if token.kind == "open":
                self._open(before="", after="")
            elif token.kind == "close" and len(self._scopes) > 1:
                self._scopes.pop()
            elif token.text == "NOT":
                self._denies = not self._denies
            elif token.is_value:
                found += self._value(token)
        return found

    def _value(self, token: Token) -> list[str]:
        """Return the term that a word begins; none where brackets with values follow it."""
        name = token.text
        if token.kind == "word" and name.startswith("-"):
            self._denies, name = not self._denies, name[1:]
        following = self._peek()
        if following is not None and following.kind == "operator":
            self._next()
            return self._compared(name.replace('"', ""), following.text)
        if following is not None and following.kind == "open" and token.kind == "word":
            self._next()
            self._open(before=f"{name}(", after=")")
            return []
        return [self._term(_plain(name))] if name else []

    def _compared(self, name: str, operator: str) -> list[str]:
        if operator in DENIED:
            self._denies, operator = not self._denies, DENIED[operator]
        value = self._next()
        if value is not None and value.kind == "open":
            self._open(before=f"{name}{operator}", after="")
            return []
        said = "" if value is None else _plain(value.text)
        return [self._term(f"{name}{operator}{said}")]

    def _open(self, *, before: str, after: str) -> None:
        outer = self._scopes[-1]
        self._scopes.append(
            _Scope(outer.is_denied != self._denies, before or outer.before, after or outer.after)
        )
        self._denies = False

    def _term(self, said: str) -> str:
        scope = self._scopes[-1]
        is_denied, self._denies = scope.is_denied != self._denies, False
        return f"{'NOT ' if is_denied else ''}{scope.before}{said}{scope.after}"

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _next(self) -> Token | None:
        token = self._peek()
        self._at += 1
        return token


def _plain(said: str) -> str:
    """Return a value without its quotes."""
    if said[:1] in {'"', "'"} and len(said) > 1:
        return re.sub(r"\\(.)", r"\1", said[1:-1])
    return said
