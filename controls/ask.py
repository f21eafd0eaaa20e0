"""Ask the graph one control's question, in a read transaction with limits.

The control's text stands whole in a `CALL () { ... }`; around it is what makes it an answer about
some units, those of a connector that hold its type: only resources that one of these holds, and
none that is Unseen. Where no unit holds any, nothing is asked. What it returns comes as one row for
each unit: the driver takes far longer over many small rows than over few large ones. Whatever goes
wrong with one control is that control's own error, and nobody else's.

Each question is an auto-commit transaction, which takes one round trip where one that is begun by
hand takes three. The driver's managed ones would try a query again that ran out of memory or time,
for as long as they ride out an outage.
"""

from __future__ import annotations

import collections
import datetime
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

import neo4j
import neo4j.exceptions
import neo4j.graph
import neo4j.time

from controls import clauses
from controls.anchor import anchored
from controls.errors import ControlError
from graph import trace

CALL, ENDED = "CALL () {\n", "\n}"  # a text may end in a comment
ASK = """
WITH c, u.connector AS connector, min(u.id) AS unit, $$EVIDENCE AS evidence LIMIT $most
RETURN unit,
  collect([c.uid, c.name, coalesce(c.incarnation, ''), c.region, evidence]) AS resources"""
# Without its label a unit has no index: else every resource would be tried with every unit.
HELD = """
MATCH (c)-[:SEEN_BY]->(u)
WHERE u.id IN $units AND NOT c:Unseen"""
APPLIES_TAIL = "\nWITH DISTINCT resource AS c" + HELD
APPLYING = (
    APPLIES_TAIL
    + """
RETURN u.id AS unit, count(*) AS held,
  collect(CASE WHEN c.uid IN $uids THEN c.uid END) AS uids"""
)

PROPERTIES = """
UNWIND $uids AS uid
MATCH (r:Resource {uid: uid})
USING INDEX SEEK r:Resource(uid)
RETURN uid, [name IN $names | r[name]] AS given, coalesce(r.unread, []) AS unread
"""

# One encoder for all: making it takes longer than a piece of evidence.
_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode

Question: TypeAlias = tuple[str, Mapping[str, Any]]  # Cypher and its parameters
Properties: TypeAlias = tuple[Mapping[str, Any], Sequence[str]]  # values by name; what is unread


class ControlFailed(ControlError):
    """A control could not be asked to the end; the message says why, and what helps."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What one control may use: seconds, and rows."""

    seconds: float = 60
    rows: int = 100_000


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A resource that a control is about; `evidence` is JSON text where the control gave some."""

    uid: str
    name: str | None
    incarnation: str
    region: str | None
    unit: str
    evidence: str | None = None


class Answers(Protocol):
    """What was asked before, of several connectors at once; None where that does not help."""

    def failing(self, connector: str, question: Question) -> dict[str, Candidate] | None:
        """Return what a control returns about a connector, by uid."""

    def applying(
        self, connector: str, question: Question, uids: frozenset[str]
    ) -> tuple[dict[str, int], set[str]] | None:
        """Return what `Asker.applying` does."""


class Asker:
    """Asks about one connector, or about several, in one database.

    `units` are the ids of their units that hold something, by type. `known` is asked first.
    """

    def __init__(
        self,
        driver: neo4j.Driver,
        connector: str,
        limits: Limits,
        database: str | None = None,
        *,
        units: Mapping[str, Sequence[str]] | None = None,
        known: Answers | None = None,
    ) -> None:
        self._driver = driver
        self._connector = connector
        self.limits = limits
        self._database = database
        self._units = units or {}
        self._known = known

    def failing(self, question: Question, label: str) -> dict[str, Candidate]:
        """Return what a control returns, by uid. Raises ControlFailed."""
        known = self._known.failing(self._connector, question) if self._known else None
        if known is not None:
            return known
        return {candidate.uid: candidate for candidate in self.candidates(question, label)}

    def candidates(self, question: Question, label: str) -> list[Candidate]:
        """Return what a control returns, of each connector that holds it. Raises ControlFailed."""
        units = self._units.get(label)
        if not units:
            return []
        text, given = question
        columns = clauses.columns(text)
        if columns is None:
            columns = frozenset(self._read("EXPLAIN " + text, given)[0])
        has_evidence = "evidence" in columns
        query = "".join(
            [
                CALL, anchored(text), ENDED,
                "\nWITH resource AS c", ", evidence" if has_evidence else "", HELD,
                ASK.replace("$$EVIDENCE", "collect(evidence)" if has_evidence else "[]"),
            ]
        )  # fmt: skip
        rows = self.rows(query, units=units, most=self.limits.rows + 1, **given)
        if sum(len(row["resources"]) for row in rows) > self.limits.rows:
            raise ControlFailed(
                f"it returns more than {self.limits.rows} resources: narrow it, "
                "or raise the limit of rows"
            )
        return [_candidate(row["unit"], said) for row in rows for said in row["resources"]]

    def applying(
        self, question: Question, label: str, uids: frozenset[str]
    ) -> tuple[dict[str, int], set[str]]:
        """Return how many resources of each unit a control applies to, and which of `uids`."""
        known = self._known.applying(self._connector, question, uids) if self._known else None
        if known is not None:
            return known
        rows = self.applying_by_unit(question, label, uids)
        return {r["unit"]: r["held"] for r in rows}, {uid for r in rows for uid in r["uids"]}

    def applying_by_unit(
        self, question: Question, label: str, uids: Iterable[str]
    ) -> list[dict[str, Any]]:
        """Return `unit`, `held` and `uids` of each unit that holds what a control applies to."""
        units = self._units.get(label)
        if not units:
            return []
        text, given = question
        query = CALL + anchored(text) + ENDED + APPLYING
        return self.rows(query, units=units, uids=sorted(uids), **given)

    def rows(self, query: str, **given: Any) -> list[dict[str, Any]]:
        """Run a statement about the connector. Raises ControlFailed; an outage is raised as is."""
        return self._read(query, {"connector": self._connector, **given})[1]

    def _read(
        self, query: str, given: Mapping[str, Any]
    ) -> tuple[Sequence[str], list[dict[str, Any]]]:
        try:
            with self._driver.session(
                database=self._database, default_access_mode=neo4j.READ_ACCESS
            ) as session:
                asked = neo4j.Query(query, timeout=self.limits.seconds)
                with trace.statement("control", query):
                    result = session.run(asked, dict(given))
                    return result.keys(), [dict(record) for record in result]
        except neo4j.exceptions.Neo4jError as error:
            raise ControlFailed(self._why(error)) from error

    def _why(self, error: neo4j.exceptions.Neo4jError) -> str:
        code = error.code or ""
        if "TransactionTimedOut" in code or "Terminated" in code:
            return f"it ran longer than {self.limits.seconds:g} s and was ended"
        if "OutOfMemory" in code or "MemoryPool" in code:
            return "it needs more memory than a transaction may use"
        return f"Neo4j refuses it: {(error.message or code).splitlines()[0]}"


def _candidate(unit: str, said: Sequence[Any]) -> Candidate:
    uid, name, incarnation, region, evidence = said
    return Candidate(
        uid=uid, name=name, incarnation=incarnation, region=region, unit=unit,
        evidence=min(map(as_json, evidence), default=None),
    )  # fmt: skip


def properties(asker: Asker, uids: Iterable[str], names: Sequence[str]) -> dict[str, Properties]:
    """Return the named properties of resources, by uid. Raises ControlFailed."""
    rows = asker.rows(PROPERTIES, uids=sorted(uids), names=list(names))
    return {
        row["uid"]: (dict(zip(names, map(plain, row["given"]), strict=True)), row["unread"])
        for row in rows
    }


def as_json(value: Any) -> str:
    """Return a value out of a Cypher row as canonical JSON."""
    return _encode(plain(value))


def plain(value: Any) -> Any:  # noqa: C901, PLR0911 - a table: one line a kind of value
    """Return a value out of a Cypher row as plain JSON: a node is its uid, name and labels."""
    if value is None or isinstance(value, str | bool | int):  # most are, so it is asked first
        return value
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, neo4j.graph.Node):
        labels = sorted(value.labels - {"Resource"})
        return {
            "labels": labels,
            "uid": value.get("uid", value.get("id")),
            "name": value.get("name"),
        }
    if isinstance(value, neo4j.graph.Relationship):
        return {"type": value.type, "properties": plain(dict(value))}
    if isinstance(value, neo4j.graph.Path):
        ways = [plain(r) for r in value.relationships]
        nodes = [plain(n) for n in value.nodes]
        return [item for pair in zip(nodes, [*ways, None], strict=True) for item in pair if item]
    if isinstance(value, neo4j.time.Duration):  # a tuple, too
        return value.iso_format()
    if isinstance(value, list | tuple | collections.deque):
        return [plain(v) for v in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, bytes | bytearray):
        return bytes(value).hex()
    if isinstance(value, neo4j.time.DateTime | neo4j.time.Date | neo4j.time.Time):
        return value.iso_format()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return value if isinstance(value, float) else str(value)
