"""Find in a query's tokens what reaches out of the graph: files, addresses, procedures, settings.

The planner's operators tell most of it, but not all: a sub-query inside a list comprehension or a
`CASE` is no operator of the plan, and Neo4j calls a query reading whose `COLLECT { LOAD CSV ... }`
stands in one. So the words themselves are looked at too, after the escapes that Neo4j would put
characters for. Functions are those of the language: the rest (an extension's) may do anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from controls.tokens import Token

# Functions with a dot in their name that only compute; all others with one are an extension's.
NAMESPACES = frozenset({
    "date", "time", "localtime", "datetime", "localdatetime", "duration", "point",
    "vector.similarity",
})  # fmt: skip
PREFIXES = ("EXPLAIN", "PROFILE", "CYPHER", "USE")
AFTER_A_NAME = (
    "IN", "IS", "AS", "AND", "OR", "XOR", "WHERE", "STARTS", "ENDS", "CONTAINS", "THEN", "ELSE",
    "END", "WHEN", "ORDER", "RETURN", "WITH", "DESC", "ASC", "LIMIT", "SKIP",
)  # fmt: skip
LAST_ASCII = 0x7F
ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\u([0-9a-fA-F]{4})")
CALLED = re.compile(r"(?<![\w.`])([A-Za-z_`][\w`]*(?:\.[\w`]+)+)\(")
# How the planner words, in an operator's details, what it does not show as an operator.
HIDDEN = {
    "LOAD CSV": "it loads a file or an address (LOAD CSV)",
    "ResolvedCall(": "it calls a procedure",
    "UnresolvedCall(": "it calls a procedure",
    "TRANSACTIONS": "it opens transactions of its own",
}


def escaped(text: str) -> bool:
    r"""Tell whether a text spells a character as `\uXXXX` that may be Cypher's own.

    Neo4j reads the character before it looks for words and strings, so such a text is not what it
    looks like. Letters of other scripts may be spelt so: they end no string and begin no word.
    """
    return any(int(found, 16) <= LAST_ASCII for found in ESCAPE.findall(text))


def reaching(tokens: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    """Yield each token with which a query reaches out, and what it does; without comments."""
    words = [t for t in tokens if not (t.kind == "symbol" and not t.text.isascii())]
    for i, token in enumerate(words):
        after = words[i + 1] if i + 1 < len(words) else None
        before = words[i - 1] if i else None
        if before is not None and before.is_symbol(".", ":"):
            continue  # a property or a label that is called so
        if token.is_word("LOAD") and after is not None and after.is_word("CSV"):
            yield token, "loads a file or an address (LOAD CSV)"
        elif token.is_word("CALL") and after is not None and after.is_name:
            yield token, f"calls the procedure {after.name}"
        elif token.is_word("TRANSACTIONS") and before is not None and _in(before, words[:i]):
            yield token, "opens transactions of its own"
        elif token.is_word(*PREFIXES) and _is_prefix(i, words):
            yield token, f"begins with {token.text.upper()}"
        elif token.is_name and after is not None and after.is_symbol("."):
            path = _path(words, i)
            if path and path.lower().rpartition(".")[0] not in NAMESPACES:
                yield token, f"calls {path}(), which is no function of the language"


def hidden(details: str) -> Iterator[str]:
    """Yield what an operator's details say of sub-queries that are no operators."""
    yield from (said for words, said in HIDDEN.items() if words in details)
    for name in CALLED.findall(details):
        path = name.replace("`", "").lower()
        if path.rpartition(".")[0] not in NAMESPACES and "ResolvedCall(" not in details:
            yield f"it calls {path}(), which is no function of the language"


def _in(before: Token, earlier: Sequence[Token]) -> bool:
    """Tell whether what stands before `TRANSACTIONS` makes it `IN [n CONCURRENT] TRANSACTIONS`."""
    return before.is_word("IN", "CONCURRENT") or any(t.is_word("CONCURRENT") for t in earlier[-3:])


def _is_prefix(i: int, words: Sequence[Token]) -> bool:
    """Tell whether a word is an option of the query or `USE`, and no variable of that name."""
    if i == 0:
        return True
    if not words[i].is_word("USE") or i + 1 == len(words):
        return False
    after = words[i + 1]
    return after.is_name and not after.is_word(*AFTER_A_NAME)


def _path(words: Sequence[Token], i: int) -> str | None:
    """Return the dotted name that begins at a token, where a call's bracket follows it."""
    names = [words[i].name]
    while i + 2 < len(words) and words[i + 1].is_symbol(".") and words[i + 2].is_name:
        i += 2
        names.append(words[i].name)
    called = len(names) > 1 and i + 1 < len(words) and words[i + 1].is_symbol("(")
    return ".".join(names) if called else None
