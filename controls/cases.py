"""The cases of a control: literal, minimal graphs in `<name>.test.cypher` beside it.

    // fail: the ACL lets anyone read
    CREATE (:Resource:AwsS3Bucket {uid: 'a', ...})

    // pass: ...
    // unread: the ACL could not be read
    CREATE (:Resource:AwsS3Bucket {uid: 'a', unread: ['public_acl_permissions'], ...})

Each case is set up, tried and rolled back in one transaction, so a database may hold other data:
only rows whose node the case made count. Candidates are its nodes with the control's label.
`fail`: there is one, and all of them fail, each once. `pass`: there is one, and none fails. A
candidate that is to come out otherwise than its case says so: `expect: 'pass'`. `unread`: a node
lacks a field, or its edges, names it in `unread`, and the control reads it; that this is then
NOT_EVALUATED is for the tests of evaluation to show. `datetime()` is the same time in case and
control.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

import neo4j
from neo4j.exceptions import Neo4jError

from controls.clauses import NOW, at_time, created, edited
from controls.control import Control, applicable, runnable
from controls.errors import BadCases, CypherUnreadable
from controls.read_set import ReadSet, read_set
from controls.tokens import code, scan
from ingest.catalogue import RESOURCE_LABEL, Catalogue

Kind = Literal["fail", "pass", "unread"]
HEADER = re.compile(r"//\s*(?P<kind>fail|pass|unread)\s*:\s*(?P<title>\S.*?)\s*\Z")
ALMOST = re.compile(r"//\s*(?P<word>\w+)\s*:")
EXPECT = "expect"  # the property of a candidate that comes out otherwise than its case
AT = datetime(2030, 1, 1, tzinfo=UTC)
SECONDS = 30

MADE = """
MATCH (n) WHERE elementId(n) IN $made
RETURN elementId(n) AS id, labels(n) AS labels, n.expect AS expect, n.unread AS unread,
       keys(n) AS keys
"""
ROWS = "\n}\nWITH resource WHERE elementId(resource) IN $made RETURN elementId(resource) AS id"


@dataclass(frozen=True, kw_only=True)
class Case:
    """One case: what it is to show, its Cypher, and the line of its heading."""

    kind: Kind
    title: str
    line: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How a case came out; `why` tells what is wrong, empty where nothing is."""

    case: Case
    why: str

    @property
    def ok(self) -> bool:
        """Tell whether the case came out as it says."""
        return not self.why


@dataclass(frozen=True, kw_only=True)
class Made:
    """A node that a case made."""

    id: str
    labels: frozenset[str]
    expect: str | None
    unread: tuple[str, ...]
    keys: frozenset[str]


def read_cases(control: Control) -> tuple[Case, ...]:
    """Return the cases beside a control, in their order. Raises BadCases."""
    path = control.cases_path
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadCases(f"{path} cannot be read: write the control's cases there") from error
    try:
        return parse_cases(text)
    except (BadCases, CypherUnreadable) as error:
        raise BadCases(f"{path}: {error}") from error


def parse_cases(text: str) -> tuple[Case, ...]:
    """Return the cases of a text. Raises BadCases for what stands under no heading."""
    tokens = scan(text)
    heads = [(t, m) for t in tokens if t.kind == "comment" and (m := HEADER.match(t.text))]
    for token in tokens:
        wrong = ALMOST.match(token.text) if token.kind == "comment" else None
        if wrong and wrong["word"].lower() in {"fails", "passes", "ok", "failed", "passed"}:
            raise BadCases(
                f"line {token.line}: a case begins with `// fail: `, `// pass: ` or `// unread: `, "
                f"not {wrong['word']!r}"
            )
    first = heads[0][0].start if heads else len(text)
    stray = next((t for t in tokens if t.kind != "comment" and t.start < first), None)
    if stray:
        raise BadCases(f"line {stray.line}: {stray.text!r} stands before the first `// fail: ...`")
    ends = [token.start for token, _ in heads[1:]] + [len(text)]
    return tuple(
        Case(kind=found["kind"], title=found["title"], line=token.line, text=text[token.end : end])  # type: ignore[arg-type]
        for (token, found), end in zip(heads, ends, strict=True)
    )


def run_cases(
    driver: neo4j.Driver, control: Control, catalogue: Catalogue, *, database: str | None = None
) -> tuple[Outcome, ...]:
    """Try every case of a control. Raises BadCases, or NotExplained for the control."""
    reads = read_set(driver, control, catalogue, database=database)
    return tuple(
        Outcome(case=case, why=_try(driver, control, case, reads, database))
        for case in read_cases(control)
    )


def _try(
    driver: neo4j.Driver, control: Control, case: Case, reads: ReadSet, database: str | None
) -> str:
    """Return what is wrong with a case."""
    try:
        with set_up(driver, case, database) as (tx, made):
            candidates = [node for node in made if control.resource in node.labels]
            if not candidates:
                return f"makes no {control.resource}: create one"
            if case.kind == "unread":
                return _unread(made, reads)
            return _judged(case, candidates, found(tx, control, made), applying(tx, control, made))
    except Neo4jError as error:
        return f"Neo4j refuses it: {error.message}"


@contextmanager
def set_up(
    driver: neo4j.Driver, case: Case, database: str | None = None
) -> Iterator[tuple[neo4j.Transaction, tuple[Made, ...]]]:
    """Give a transaction in which the case stands, and the nodes it made; it is rolled back."""
    with driver.session(database=database) as session:
        tx = session.begin_transaction(timeout=SECONDS)
        try:
            text = returning(at_time(case.text))
            made = tx.run(text, {NOW: AT} if f"${NOW}" in text else {}).single(strict=True)
            yield tx, tuple(_made(row) for row in tx.run(MADE, made=made["ids"]))
        finally:
            if not tx.closed():
                tx.rollback()


def returning(text: str) -> str:
    """Return a text of `CREATE`s that also returns the element id of each node it makes."""
    tokens = code(text)
    names: dict[str, None] = {}
    edits = []
    for i in created(tokens):
        if i + 1 < len(tokens) and tokens[i + 1].is_name:
            names[tokens[i + 1].text] = None
        else:
            name = f"unnamed{i}"
            names[name] = None
            edits.append((tokens[i].end, tokens[i].end, name))
    ids = ", ".join(f"elementId({name})" for name in names)
    return edited(text, edits) + f"\nRETURN [{ids}] AS ids"


def _made(row: neo4j.Record) -> Made:
    return Made(
        id=row["id"],
        labels=frozenset(row["labels"]),
        expect=row["expect"],
        unread=tuple(row["unread"] or ()),
        keys=frozenset(row["keys"]),
    )


def found(tx: neo4j.Transaction, control: Control, made: tuple[Made, ...]) -> Counter[str]:
    """Return how often the control returns each node that a case made."""
    return rows(tx, runnable(control, AT), made)


def applying(tx: neo4j.Transaction, control: Control, made: tuple[Made, ...]) -> set[str]:
    """Return the nodes that a case made to which the control applies."""
    query = applicable(control, AT)
    return {node.id for node in made} if query is None else set(rows(tx, query, made))


def rows(
    tx: neo4j.Transaction, query: tuple[str, dict[str, Any]], made: tuple[Made, ...]
) -> Counter[str]:
    """Return how often a query returns each of the nodes as `resource`."""
    text, parameters = query
    ids = [node.id for node in made]
    answer = tx.run("CALL () {\n" + text + ROWS, {**parameters, "made": ids})
    return Counter(row["id"] for row in answer)


def _judged(case: Case, candidates: list[Made], returned: Counter[str], applies: set[str]) -> str:
    """Return what is wrong with what the control returned."""
    twice = [node for node in candidates if returned[node.id] > 1]
    if twice:
        return f"a node is returned {returned[twice[0].id]} times: use RETURN DISTINCT or EXISTS"
    outside = set(returned) - {node.id for node in candidates}
    if outside:
        return "a node is returned that does not have the label of `resource`"
    for node in candidates:
        fails = returned[node.id] > 0 and node.id in applies
        if fails != ((node.expect or case.kind) == "fail"):
            return "a node fails that is to pass" if fails else "a node passes that is to fail"
    return ""


def _unread(made: tuple[Made, ...], reads: ReadSet) -> str:
    """Return what is wrong with a case of something unread."""
    for node in made:
        present = sorted(set(node.unread) & node.keys)
        if present:
            return f"{present[0]} is in `unread`, but the node has it: an unread field is absent"
    if not any(name in read_of(node, reads) for node in made for name in node.unread):
        return "no node has an entry in `unread` that the control reads"
    return ""


def read_of(node: Made, reads: ReadSet) -> set[str]:
    """Return the properties and relationship types of a node that a control reads."""
    labels = node.labels | {RESOURCE_LABEL}
    names = {name for label, name in reads.properties if label in labels}
    return names | {
        type_ for start, type_, end in reads.relationships if start in labels or end in labels
    }
