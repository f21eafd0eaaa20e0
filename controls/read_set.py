"""What a control reads: the one function that lint, evaluation and "controls lost" all ask.

Neo4j plans the control without its evidence (`clauses.without_evidence`: what only explains a row
does not decide it) and its `applies` query; `controls.details` reads the operators' details; here
the variables get their types. A variable without a label takes the declared end points of its
relationships; `Resource` stands for any type. Where it is not certain which of several types is
meant, all of them are in the set: what is read is never missing from it, it may hold more.

`absence` tells whether something that is *missing* can make a row. A query of joins, comparisons,
AND, OR and NOT over properties cannot: in Cypher's logic of three values null never becomes a row
there. All else is taken as one that can: an operator that is not on the list below, a null test,
`coalesce`, `CASE`, a filtered list, a label that something must not have.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable
from dataclasses import dataclass

import neo4j

from controls import clauses
from controls.control import Control
from controls.details import Facts, Pattern, gather
from controls.operators import MONOTONE
from controls.plans import Plan, explain
from controls.tokens import Token, code
from ingest.catalogue import RESOURCE_LABEL, UNSEEN_LABEL, Catalogue

Pair = tuple[str, str]
Triple = tuple[str, str, str]

TEMPORAL = frozenset({
    "year", "quarter", "month", "week", "day", "hour", "minute", "second", "weekYear", "dayOfWeek",
    "ordinalDay", "epochSeconds", "epochMillis", "years", "months", "weeks", "days", "hours",
    "minutes", "seconds", "timezone",
})  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ReadSet:
    """What decides the rows of a control.

    properties: (label, property); the label `Resource` stands for every type.
    relationships: (label, type, label), in the direction of the edge; again with `Resource`.
    edge_properties: (relationship type, property).
    labels: those the control names, and those whose properties it reads.
    absence: something missing can make a row. absent_properties: the (label, property) that are
    tested for null, where that is all there is of absence; None where it cannot be told.
    uses_clock: the rows depend on `datetime()`. returned: the labels that the column `resource` has
    or, where the query does not say, may have; empty where it is no node.
    undeclared: what no declaration has: `AwsS3Bucket.colour`, `AwsS3Bucket-[HAS]->AwsVpc`.
    """

    properties: frozenset[Pair]
    relationships: frozenset[Triple]
    edge_properties: frozenset[Pair]
    labels: frozenset[str]
    absence: bool
    absent_properties: frozenset[Pair] | None
    uses_clock: bool
    returned: frozenset[str]
    undeclared: tuple[str, ...]


_read: weakref.WeakKeyDictionary[Catalogue, dict[str, ReadSet]] = weakref.WeakKeyDictionary()


def read_set(
    driver: neo4j.Driver, control: Control, catalogue: Catalogue, *, database: str | None = None
) -> ReadSet:
    """Return what a control reads; kept by the hash of the control for the life of the process.

    Any Neo4j will do that knows the control's names (`lint.declare_tokens`), full or empty. Raises
    NotExplained where Neo4j cannot plan it.
    """
    known = kept(catalogue)
    if control.hash not in known:
        known[control.hash] = _union(
            _of_text(text, explain(driver, text, database=database), control, catalogue)
            for text in texts(control)
        )
    return known[control.hash]


def kept(catalogue: Catalogue) -> dict[str, ReadSet]:
    """Return the read-sets that this process knows, by the hash of the control, to add to."""
    return _read.setdefault(catalogue, {})


def texts(control: Control) -> list[str]:
    """Return the queries that decide a control's verdicts."""
    rows = clauses.without_evidence(control.text)
    return [rows] if control.applies is None else [rows, control.applies]


def _union(sets: Iterable[ReadSet]) -> ReadSet:
    listed = list(sets)
    exact = [s.absent_properties for s in listed if s.absent_properties is not None]
    return ReadSet(
        properties=frozenset().union(*(s.properties for s in listed)),
        relationships=frozenset().union(*(s.relationships for s in listed)),
        edge_properties=frozenset().union(*(s.edge_properties for s in listed)),
        labels=frozenset().union(*(s.labels for s in listed)),
        absence=any(s.absence for s in listed),
        absent_properties=frozenset().union(*exact) if len(exact) == len(listed) else None,
        uses_clock=any(s.uses_clock for s in listed),
        returned=frozenset().union(*(s.returned for s in listed)),
        undeclared=tuple(sorted({u for s in listed for u in s.undeclared})),
    )


def _of_text(text: str, plan: Plan, control: Control, catalogue: Catalogue) -> ReadSet:
    facts = gather(plan.operators)
    tokens = code(text)
    types = _Types(facts, catalogue)
    properties, edge_properties, undeclared = types.properties(facts.properties)
    relationships, unknown = types.relationships()
    said = (*facts.labels.values(), *facts.perhaps.values(), facts.negated)
    named = {label for labels in said for label in labels}
    tested = _null_tests(tokens)
    is_blurred = _is_blurred(plan, facts, tokens, named)
    return ReadSet(
        properties=properties,
        relationships=relationships,
        edge_properties=edge_properties,
        labels=frozenset({control.resource, *named, *(label for label, _ in properties)}),
        absence=is_blurred or bool(tested),
        absent_properties=None if is_blurred else types.properties(tested)[0],
        uses_clock=bool(clauses.clocks(tokens)),
        returned=frozenset(types.labels("resource") or types.possible("resource")),
        undeclared=tuple(sorted(undeclared | unknown)),
    )


class _Types:
    """Says which labels a variable may have."""

    def __init__(self, facts: Facts, catalogue: Catalogue) -> None:
        self.facts = facts
        self.catalogue = catalogue

    def labels(self, variable: str, seen: frozenset[str] = frozenset()) -> set[str]:
        """Return the labels of which a variable, or what it is made of, surely has one."""
        said = self.facts.labels.get(variable, set())
        if said or variable in seen:
            return set(said)
        sources = self.facts.sources.get(variable, set())
        return {label for s in sources for label in self.labels(s, seen | {variable})}

    def possible(self, variable: str) -> set[str]:
        """Return every label that a variable may have, as an end of its relationships too."""
        return self._possible(variable, frozenset())

    def _possible(self, variable: str, seen: frozenset[str]) -> set[str]:
        if variable in seen:
            return set()
        found = set(self.facts.perhaps.get(variable, ()))
        for pattern in self.facts.patterns:
            if variable in {pattern.start, pattern.end}:
                for start, _, end in self.candidates(pattern):
                    found |= {start} if variable == pattern.start else set()
                    found |= {end} if variable == pattern.end else set()
                    if not pattern.directed:
                        found |= {start, end}
        for source in self.facts.sources.get(variable, ()):
            found |= self.labels(source) or self._possible(source, seen | {variable})
        return found

    def candidates(self, pattern: Pattern) -> set[Triple]:
        """Return the declared triples that a pattern may match."""
        starts, ends = self._known(pattern.start), self._known(pattern.end)
        found = {
            triple
            for triple in self.catalogue.triples
            if triple[1] in pattern.types and _fits(triple, starts, ends)
        }
        if not pattern.directed:
            found |= {
                triple
                for triple in self.catalogue.triples
                if triple[1] in pattern.types and _fits(triple, ends, starts)
            }
        return found

    def _known(self, variable: str) -> set[str]:
        """Return the labels of a variable; none where any may stand."""
        labels = self.labels(variable)
        return set() if RESOURCE_LABEL in labels else labels

    def properties(
        self, reads: Iterable[tuple[tuple[str, ...], str]]
    ) -> tuple[frozenset[Pair], frozenset[Pair], set[str]]:
        """Return what is read of nodes, of relationships, and what nobody declares."""
        of_nodes: set[Pair] = set()
        of_edges: set[Pair] = set()
        undeclared: set[str] = set()
        for variables, name in reads:
            pairs, edges, labels = self._property(variables, name)
            of_nodes |= pairs
            of_edges |= edges
            if not pairs and not edges and not self._is_plain(variables, name):
                undeclared.add(f"{'|'.join(sorted(labels)) or '?'}.{name}")
        return frozenset(of_nodes), frozenset(of_edges), undeclared

    def _property(
        self, variables: tuple[str, ...], name: str
    ) -> tuple[set[Pair], set[Pair], set[str]]:
        pairs: set[Pair] = set()
        edges: set[Pair] = set()
        seen: set[str] = set()
        for variable in variables:
            types = self._edge_types(variable)
            edges |= {(t, name) for t in types} & self.catalogue.edge_properties
            is_edge = variable in self.facts.relationships
            said = set() if is_edge else self.labels(variable)
            found = {(label, name) for label in said} & self.catalogue.pairs
            if not found and not is_edge and said <= {RESOURCE_LABEL, UNSEEN_LABEL}:
                said |= self.possible(variable)
                found = {(label, name) for label in said} & self.catalogue.pairs
            pairs |= found
            seen |= said | types
        return pairs, edges, seen

    def _edge_types(self, variable: str, seen: frozenset[str] = frozenset()) -> set[str]:
        """Return the types of a variable that holds relationships, or is made of such."""
        found = set(self.facts.relationships.get(variable, set()))
        if not found and variable not in seen:
            for source in self.facts.sources.get(variable, ()):
                found |= self._edge_types(source, seen | {variable})
        return found

    def _is_plain(self, variables: tuple[str, ...], name: str) -> bool:
        """Tell a part of a time or a key of a map from a property of a node."""
        if variables and all(v in self.facts.plain for v in variables):
            return True
        return name in TEMPORAL and not any(self.labels(v) for v in variables)

    def relationships(self) -> tuple[frozenset[Triple], set[str]]:
        """Return the triples that the patterns may match, and the patterns that match none."""
        found: set[Triple] = set()
        unknown: set[str] = set()
        for pattern in self.facts.patterns:
            matching = self.candidates(pattern)
            found |= matching
            if not matching:
                unknown.add(
                    f"{'|'.join(sorted(self._known(pattern.start)))}"
                    f"-[{'|'.join(sorted(pattern.types))}]->"
                    f"{'|'.join(sorted(self._known(pattern.end)))}"
                )
        return frozenset(found), unknown


def _fits(triple: Triple, starts: set[str], ends: set[str]) -> bool:
    """Tell whether a triple may stand between ends with these labels; an empty set is any."""
    start, _, end = triple
    return _may_be(start, starts) and _may_be(end, ends)


def _may_be(declared: str, labels: set[str]) -> bool:
    """Tell whether an end that is declared so may have one of the labels."""
    return not labels or declared in labels or declared == RESOURCE_LABEL


def _is_blurred(plan: Plan, facts: Facts, tokens: list[Token], named: set[str]) -> bool:
    """Tell whether absence can make a row in a way that has no single property to it."""
    return (
        any(operator.name not in MONOTONE for operator in plan.operators)
        or any("EXISTS {" in o.details or "COUNT {" in o.details for o in plan.operators)
        or "getdegree" in facts.functions
        or bool(facts.negated)
        or UNSEEN_LABEL in named
        or _has_null_logic(tokens)
    )


def _has_null_logic(tokens: list[Token]) -> bool:
    """Tell whether null is turned into something else, otherwise than by `_null_tests`."""
    simple = {i for i, _ in _tests(tokens)}
    return any(
        token.is_word("CASE", "VALUETYPE", "NULLIF", "TYPED", "NORMALIZED")
        or (token.is_symbol("::"))
        or (token.is_word("NULL", "COALESCE") and i not in simple)
        or (token.is_word("WHERE") and _filters_a_list(tokens, i))
        for i, token in enumerate(tokens)
    )


def _null_tests(tokens: list[Token]) -> set[tuple[tuple[str, ...], str]]:
    """Return (variable, property) of each `v.p IS [NOT] NULL` and `coalesce(v.p, literal)`."""
    return {((variable,), name) for _, (variable, name) in _tests(tokens)}


def _tests(tokens: list[Token]) -> list[tuple[int, Pair]]:
    """Return the simple tests for null: the place of `NULL` or `coalesce`, and what is tested."""
    found = []
    for i, token in enumerate(tokens):
        if token.is_word("NULL"):
            is_not = i > 1 and tokens[i - 1].is_word("NOT")
            end = i - 2 if is_not else i - 1  # of `IS`
            place = end - 3
        elif token.is_word("COALESCE"):
            end, place = i + 5, i + 2
        else:
            continue
        pair = _property_at(tokens, place)
        if pair and end < len(tokens) and _is_test(tokens, i, end):
            found.append((i, pair))
    return found


def _is_test(tokens: list[Token], i: int, end: int) -> bool:
    """Tell `... IS NULL`, whose `IS` is at `end`, or `coalesce(v.p, literal)`, from all else."""
    if tokens[i].is_word("NULL"):
        return tokens[end].is_word("IS")
    after = tokens[end : end + 3]
    return (
        len(after) == 3  # noqa: PLR2004 - a comma, a literal, a bracket
        and after[0].is_symbol(",")
        and (after[1].kind in {"string", "number"} or after[1].is_word("TRUE", "FALSE"))
        and after[2].is_symbol(")")
    )


def _property_at(tokens: list[Token], i: int) -> Pair | None:
    """Return (`v`, `p`) of `v.p` at `i`, unless it is a part of something longer."""
    if i < 0 or i + 2 >= len(tokens):
        return None
    variable, dot, name = tokens[i : i + 3]
    if not (variable.is_name and dot.is_symbol(".") and name.is_name):
        return None
    longer = i > 0 and tokens[i - 1].is_symbol(".", ")", "]")
    return None if longer else (variable.name, name.name)


def _filters_a_list(tokens: list[Token], i: int) -> bool:
    """Tell `[x IN list WHERE ...]`, which leaves out what is null, from any other `WHERE`."""
    depth = 0
    for j in range(i - 1, -1, -1):
        if tokens[j].is_symbol(")", "]", "}"):
            depth += 1
        elif tokens[j].is_symbol("(", "[", "{"):
            depth -= 1
        if depth < 0:
            return (
                tokens[j].is_symbol("[")
                and j + 2 < len(tokens)
                and tokens[j + 1].is_name
                and tokens[j + 2].is_word("IN")
            )
    return False
