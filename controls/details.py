"""Read the planner's words: variables, labels, properties and patterns in operators' details.

The details of an operator are nearly Cypher: `u:AwsIamUser`, `(a)-[r:HAS]->(b)`, `cache[u.name]`,
`RANGE INDEX u:AwsIamUser(name) WHERE ...`, `collect(k) AS keys`, and, inside expressions, whole
sub-queries as text. `gather` collects from all of them what is said about each variable. The same
name in two scopes is taken for one variable: where one of them has no label, it takes the other's,
so different things want different names. What the facts mean is for `controls.read_set`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from controls.clauses import split
from controls.plans import Operator
from controls.tokens import Token, brackets, code

WORDS = (
    "AND", "OR", "XOR", "NOT", "IN", "IS", "NULL", "WHERE", "AS", "TRUE", "FALSE", "CASE", "WHEN",
    "THEN", "ELSE", "END", "STARTS", "ENDS", "WITH", "CONTAINS", "EXISTS", "MATCH", "COUNT",
    "COLLECT", "RETURN", "ASC", "DESC", "LIMIT", "SKIP", "DISTINCT", "UNWIND", "INDEX", "RANGE",
    "UNIQUE", "ALL", "ANY", "NONE", "SINGLE",
)  # fmt: skip
# Operators whose details hold for every row, as those of all `Node...Scan` and `...Seek` do.
SURE = (
    "Filter", "UnionNodeByLabelsScan", "IntersectionNodeByLabelsScan", "MultiNodeIndexSeek",
    "SubtractionNodeByLabelsScan", "OptionalExpand(All)", "OptionalExpand(Into)",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """A relationship between two variables; `directed` is False where either may be its start."""

    start: str
    types: frozenset[str]
    end: str
    directed: bool


@dataclass(kw_only=True)
class Facts:
    """What the details say, by variable; grows while they are read.

    labels: those of a variable, one of which it surely has. perhaps: those it may have, as one of
    several possibilities. negated: labels that something must not have.
    properties: (variables, property), several variables where it is read of an expression.
    sources: the variables that another is made of, `keys` of `k` in `collect(k) AS keys`.
    plain: variables that are known to hold no node: maps and literals.
    relationships: the types of relationship variables.
    """

    labels: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    perhaps: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    negated: set[str] = field(default_factory=set)
    properties: set[tuple[tuple[str, ...], str]] = field(default_factory=set)
    sources: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    plain: set[str] = field(default_factory=set)
    relationships: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    patterns: list[Pattern] = field(default_factory=list)
    functions: set[str] = field(default_factory=set)
    hidden: int = 0


def gather(operators: Iterable[Operator]) -> Facts:
    """Return what the details of all operators of a plan say."""
    facts = Facts()
    for operator in operators:
        sure = operator.name in SURE or operator.name.startswith("Node")
        _Reader(code(operator.details), facts, sure=sure).read()
    return facts


class _Reader:
    """Reads the details of one operator."""

    def __init__(self, tokens: list[Token], facts: Facts, *, sure: bool) -> None:
        self.tokens = tokens
        self.facts = facts
        self.sure = sure
        self.partner, self.inside = brackets(tokens)

    def read(self) -> None:
        for i, token in enumerate(self.tokens):
            if token.is_symbol("[") and self._is_symbol(i - 1, "-", "<-"):
                self._relationship(i)
            elif token.is_symbol(":") and not self._is_map_key(i - 1):
                self._labels(i)
            elif token.is_symbol("."):
                self._property(i)
            elif token.is_word("IN") and self._is_symbol(i - 2, "(", "[", ","):
                self._iteration(i)
            elif token.is_symbol("(") and self._is_name(i - 1):
                self.facts.functions.add(self.tokens[i - 1].text.lower())
        self._aliases()

    def _relationship(self, i: int) -> None:
        """Read `(a)-[r:T|S*1..3]->(b)`, whose `[` is at `i`."""
        close = self.partner.get(i)
        if close is None:
            return
        types = self._types(i, close)
        start, end = self._node_before(i - 2), self._node_after(close + 2)
        left, right = self._is_symbol(i - 1, "<-"), self._is_symbol(close + 1, "->")
        if left and not right:
            start, end = end, start
        directed = left != right
        self.facts.patterns.append(Pattern(start=start, types=types, end=end, directed=directed))
        self._long_path(i, close, types, start, end)
        if self._is_name(i + 1):
            variable = self.tokens[i + 1].name
            self.facts.relationships[variable] |= types
            self.facts.sources[variable] |= {start, end}

    def _types(self, start: int, close: int) -> frozenset[str]:
        tokens = self.tokens
        colon = next((j for j in range(start, close) if tokens[j].is_symbol(":")), None)
        if colon is None:
            return frozenset()
        found = set()
        for j in range(colon + 1, close):
            if tokens[j].is_symbol("{", "(", "*"):
                break
            if tokens[j].is_name and tokens[j - 1].is_symbol(":", "|"):
                found.add(tokens[j].name)
        return frozenset(found)

    def _long_path(self, i: int, close: int, types: frozenset[str], start: str, end: str) -> None:
        """Take the nodes in the middle of a path of several steps for one more variable."""
        if not any(self.tokens[j].is_symbol("*") for j in range(i, close)):
            return
        middle = f"middle of {'|'.join(sorted(types))}"
        for a, b in ((start, middle), (middle, middle), (middle, end)):
            self.facts.patterns.append(Pattern(start=a, types=types, end=b, directed=False))
        if self._is_name(i + 1):
            self.facts.sources[self.tokens[i + 1].name].add(middle)
        name = self._path_name(i)
        if name:
            self.facts.sources[name].add(middle)

    def _path_name(self, i: int) -> str | None:
        """Return `p` of `p = (a)-[...]-(b)`, whose first `[` is at `i`."""
        j = self.partner.get(i - 2, 0)
        return self.tokens[j - 2].name if self._is_symbol(j - 1, "=") else None

    def _node_before(self, i: int) -> str:
        """Return the variable of the node pattern whose `)` is at `i`."""
        return self._node_after(self.partner.get(i, -1))

    def _node_after(self, i: int) -> str:
        """Return the variable of the node pattern whose `(` is at `i`."""
        if 0 <= i < len(self.tokens) and self._is_name(i + 1):
            return self.tokens[i + 1].name
        self.facts.hidden += 1
        name = f"unnamed {self.facts.hidden}"
        if self._is_symbol(i + 1, ":"):
            self.facts.labels[name] |= self._label_names(i + 1)[0]
        return name

    def _labels(self, i: int) -> None:
        """Read `u:A|B&!C`, whose first `:` is at `i`; perhaps with `(property)` of an index."""
        bracket = self.inside[i]
        if self._is_symbol(-1 if bracket is None else bracket - 1, "-", "<-"):
            return  # the type of a relationship
        names, negated, end = self._label_names(i)
        self.facts.negated |= negated
        if not self._is_name(i - 1):
            return
        variable = self.tokens[i - 1].name
        if self.tokens[i - 2].is_word("NOT") if i > 1 else False:
            self.facts.negated |= names
            return
        (self.facts.labels if self._is_sure(i, end) else self.facts.perhaps)[variable] |= names
        if self._is_symbol(end, "("):
            for token in self.tokens[end + 1 : self.partner.get(end, end)]:
                if token.is_name:
                    self.facts.properties.add(((variable,), token.name))

    def _is_sure(self, i: int, end: int) -> bool:
        """Tell whether the label between `i` and `end` is one that every row's node has."""
        bracket = self.inside[i]
        before = self.tokens[bracket - 1] if bracket else None
        in_call = before is not None and before.is_name and not before.is_word("AND", "NOT")
        in_list = bracket is not None and not self._is_symbol(bracket, "(")
        compared = self._is_symbol(end, "=", "<>")
        excluded = in_call or in_list or compared or self._is_alternative(i)
        return self.sure and not excluded

    def _is_alternative(self, i: int) -> bool:
        """Tell whether what stands at `i` is a side of an OR, or of a CASE, at any level."""
        levels = {self.inside[i]}
        while (bracket := self.inside[i]) is not None:
            i = bracket
            levels.add(self.inside[i])
        return any(
            token.is_word("OR", "XOR", "CASE") and inside in levels
            for token, inside in zip(self.tokens, self.inside, strict=True)
        )

    def _label_names(self, i: int) -> tuple[set[str], set[str], int]:
        """Return labels, negated labels, and where the label expression at `i` ends."""
        names: set[str] = set()
        negated: set[str] = set()
        while i < len(self.tokens) and (
            self.tokens[i].is_symbol(":", "|", "&", "!")
            or (self._is_name(i) and self._is_symbol(i - 1, ":", "|", "&", "!"))
        ):
            if self._is_name(i):
                (negated if self._is_symbol(i - 1, "!") else names).add(self.tokens[i].name)
            i += 1
        return names, negated, i

    def _property(self, i: int) -> None:
        """Read `u.name`, whose `.` is at `i`, or `(...).name`; not `duration.between(...)`."""
        if i + 1 >= len(self.tokens) or not self.tokens[i + 1].is_name:
            return
        if self._is_symbol(i + 2, "("):
            self.facts.functions.add(f"{self.tokens[i - 1].text}.{self.tokens[i + 1].text}".lower())
            return
        name = self.tokens[i + 1].name
        if self._is_name(i - 1) and not self._is_symbol(i - 2, "."):
            self.facts.properties.add(((self.tokens[i - 1].name,), name))
        elif self._is_symbol(i - 1, ")", "]"):
            start = self.partner.get(i - 1, i - 1)
            begin = start - 1 if self._is_symbol(i - 1, "]") and self._is_name(start - 1) else start
            self.facts.properties.add((tuple(sorted(whole(self.tokens[begin:i]))), name))

    def _iteration(self, i: int) -> None:
        """Read `x IN list`, whose `IN` is at `i`: `x` is made of what the list is made of."""
        bracket = self.inside[i]
        close = len(self.tokens) if bracket is None else self.partner.get(bracket, i)
        end = next(
            (
                j
                for j in range(i, close)
                if self.inside[j] == bracket
                and (self.tokens[j].is_word("WHERE") or self.tokens[j].is_symbol("|"))
            ),
            close,
        )
        self.facts.sources[self.tokens[i - 1].name] |= whole(self.tokens[i + 1 : end])

    def _aliases(self) -> None:
        """Read `expression AS name`, the items of a projection."""
        for item in split(self.tokens):
            if len(item) > 2 and item[-2].is_word("AS"):  # noqa: PLR2004 - x AS y
                name, body = item[-1].name, item[:-2]
                self.facts.sources[name] |= whole(body) - {name}
                if not whole(body) or body[0].is_symbol("{"):
                    self.facts.plain.add(name)

    def _is_map_key(self, i: int) -> bool:
        """Tell whether the name at `i` is a key, `days` in `{days: 3}`."""
        bracket = self.inside[i] if i >= 0 else None
        return (
            bracket is not None
            and self.tokens[bracket].is_symbol("{")
            and self._is_symbol(i - 1, "{", ",")
        )

    def _is_symbol(self, i: int, *symbols: str) -> bool:
        return 0 <= i < len(self.tokens) and self.tokens[i].is_symbol(*symbols)

    def _is_name(self, i: int) -> bool:
        return (
            0 <= i < len(self.tokens)
            and self.tokens[i].is_name
            and not self.tokens[i].is_word(*WORDS)
        )


def whole(tokens: Iterable[Token]) -> set[str]:
    """Return the variables that an expression uses whole, rather than a property of."""
    listed = list(tokens)
    found = set()
    for i, token in enumerate(listed):
        after = listed[i + 1] if i + 1 < len(listed) else None
        before = listed[i - 1] if i else None
        if not token.is_name or token.is_word(*WORDS):
            continue
        if after is not None and after.is_symbol(".", "(", ":"):
            continue
        if before is not None and before.is_symbol(".", ":"):
            continue
        found.add(token.name)
    return found
