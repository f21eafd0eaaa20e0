"""Check the names in a case: a case that passes by a misspelt property shows nothing.

A case is a text of `CREATE`s of literal nodes and relationships. Each label, property, type and
pair of ends has to be declared, and a literal has to be of its property's kind. Read from the
tokens: to Neo4j a new name in a `CREATE` is no mistake.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from controls.cases import EXPECT, Case
from controls.clauses import CLAUSES, created
from controls.reach import reaching
from controls.tokens import Token, brackets, code
from ingest.catalogue import (
    BASE_PROPERTIES,
    RESOURCE_LABEL,
    TAG_LABEL,
    UNSEEN_LABEL,
    Catalogue,
)
from ingest.model import Document

SPECIAL = (RESOURCE_LABEL, UNSEEN_LABEL, TAG_LABEL)


@dataclass(frozen=True, kw_only=True)
class Wrong:
    """What is wrong with a case, and at which token."""

    token: Token
    message: str


@dataclass(frozen=True, kw_only=True)
class Node:
    """A node pattern: its variable, its labels, and the tokens of its keys and values."""

    variable: str | None
    labels: tuple[Token, ...]
    entries: tuple[tuple[Token, Token], ...] = field(default=())


def wrong_names(case: Case, catalogue: Catalogue) -> list[Wrong]:
    """Return what is wrong in a case's text; lines count from the case's heading."""
    return list(_Names(code(case.text), catalogue).check())


class _Names:
    """Checks one case."""

    def __init__(self, tokens: list[Token], catalogue: Catalogue) -> None:
        self.tokens = tokens
        self.catalogue = catalogue
        self.partner, self.inside = brackets(tokens)
        self.labels: dict[str, set[str]] = {}

    def check(self) -> Iterator[Wrong]:
        yield from self._form()
        for i in created(self.tokens):
            yield from self._check_node(i)
        for i, token in enumerate(self.tokens):
            if token.is_symbol("[") and self._is(i - 1, "-", "<-"):
                yield from self._check_edge(i)

    def _form(self) -> Iterator[Wrong]:
        for i, token in enumerate(self.tokens):
            clause = token.is_word(*CLAUSES) and self.inside[i] is None
            if token.kind == "parameter" or (clause and not token.is_word("CREATE")):
                message = f"{token.text}: a case only has CREATE, of literal nodes and edges"
                yield Wrong(token=token, message=message)
        for token, what in reaching(self.tokens):
            yield Wrong(token=token, message=f"it {what}: a case only has CREATE, of literals")

    def _check_node(self, i: int) -> Iterator[Wrong]:
        node = self._node(i)
        for label in node.labels:
            if label.name not in self.catalogue and label.name not in SPECIAL:
                message = f"{label.name} is no label: `cirrograph resources` lists them"
                yield Wrong(token=label, message=message)
        names = self._labels_at(i)
        if not names:
            yield Wrong(token=self.tokens[i], message="a node without a label: give it one")
        for key, value in node.entries:
            yield from self._check_property(names, key, value)

    def _check_property(self, labels: set[str], key: Token, value: Token) -> Iterator[Wrong]:
        if key.name == EXPECT and value.text[1:-1] in {"pass", "fail"}:
            return
        if not any((label, key.name) in self.catalogue.pairs for label in labels):
            message = f"{'|'.join(sorted(labels))} has no property {key.name}: correct its name"
            yield Wrong(token=key, message=message)
            return
        kinds = {kind for label in labels if (kind := self._kind(label, key.name))}
        given = _given(value)
        if given and kinds and given not in kinds:
            message = f"{key.name} is {' or '.join(sorted(kinds))}, not {given}: correct the value"
            yield Wrong(token=value, message=message)

    def _kind(self, label: str, name: str) -> str | None:
        """Return the kind of a property's literals, None where it is not known."""
        if label in self.catalogue:
            for declared in self.catalogue[label].properties:
                if declared.name == name:
                    return "a list" if declared.many else _kind_of(declared.kind)
        if name in BASE_PROPERTIES:
            return _kind_of(BASE_PROPERTIES[name][0])
        return None

    def _check_edge(self, i: int) -> Iterator[Wrong]:
        close = self.partner.get(i, i)
        type_ = next((t for t in self.tokens[i:close] if t.is_name and self._after_colon(t)), None)
        if type_ is None:
            message = "an edge without a type: write [:TYPE]"
            yield Wrong(token=self.tokens[i], message=message)
            return
        start, end = self._labels_at(self.partner.get(i - 2, -1)), self._labels_at(close + 2)
        if self._is(i - 1, "<-"):
            start, end = end, start
        if not self._is_declared(start, type_.name, end):
            shape = f"({'|'.join(sorted(start))})-[:{type_.name}]->({'|'.join(sorted(end))})"
            yield Wrong(token=type_, message=f"{shape} is not declared: correct type or ends")
        for key, _ in self._entries(i, close):
            if (type_.name, key.name) not in self.catalogue.edge_properties:
                message = f"{type_.name} has no property {key.name}: correct its name"
                yield Wrong(token=key, message=message)

    def _is_declared(self, start: set[str], type_: str, end: set[str]) -> bool:
        return any(
            triple[1] == type_
            and (triple[0] in start or triple[0] == RESOURCE_LABEL)
            and (triple[2] in end or triple[2] == RESOURCE_LABEL)
            for triple in self.catalogue.triples
        )

    def _after_colon(self, token: Token) -> bool:
        i = self.tokens.index(token)
        return self._is(i - 1, ":") and not self._in_map(i)

    def _in_map(self, i: int) -> bool:
        bracket = self.inside[i]
        return bracket is not None and self.tokens[bracket].is_symbol("{")

    def _node(self, i: int) -> Node:
        """Return the node pattern whose `(` is at `i`."""
        close = self.partner.get(i, i)
        names = [t for t in self.tokens[i + 1 : close] if t.is_name]
        has_name = i + 1 < close and self.tokens[i + 1].is_name
        labels = [t for t in names if self._after_colon(t) or self._after_and(t)]
        variable = self.tokens[i + 1].name if has_name else None
        if variable and labels:
            self.labels[variable] = {t.name for t in labels}
        return Node(variable=variable, labels=tuple(labels), entries=tuple(self._entries(i, close)))

    def _after_and(self, token: Token) -> bool:
        return self._is(self.tokens.index(token) - 1, "&")

    def _labels_at(self, i: int) -> set[str]:
        """Return the labels of the node whose pattern begins at `i`."""
        if not 0 <= i < len(self.tokens):
            return set()
        node = self._node(i)
        return {t.name for t in node.labels} or self.labels.get(node.variable or "", set())

    def _entries(self, start: int, close: int) -> Iterator[tuple[Token, Token]]:
        """Yield key and first token of the value of each entry of the map in a pattern."""
        for i in range(start + 1, close):
            bracket = self.inside[i]
            if (
                bracket is not None
                and self.inside[bracket] == start
                and self.tokens[bracket].is_symbol("{")
                and self._is(i - 1, "{", ",")
                and self._is(i + 1, ":")
            ):
                yield self.tokens[i], self.tokens[i + 2]

    def _is(self, i: int, *symbols: str) -> bool:
        return 0 <= i < len(self.tokens) and self.tokens[i].is_symbol(*symbols)


def _kind_of(kind: type) -> str | None:
    if kind in {str, Document}:
        return "a string"
    names = {bool: "a boolean", int: "a number", float: "a number", list: "a list"}
    return names.get(kind, "a time" if kind is datetime else None)


def _given(value: Token) -> str | None:
    """Return the kind of a literal by its first token, None where that does not tell."""
    if value.kind in {"string", "number"}:
        return f"a {value.kind}"
    if value.is_word("TRUE", "FALSE"):
        return "a boolean"
    if value.is_word("DATETIME"):
        return "a time"
    return "a list" if value.is_symbol("[") else None
