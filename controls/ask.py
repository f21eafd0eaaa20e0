"""Ask the graph one control's question, in a read transaction with limits.

The control's text stands whole in a `CALL () { ... }`; around it is what makes it an answer about
one connector: only resources of its type that a unit of the connector holds, and none that is
Unseen. Whatever goes wrong with one control is that control's own error, and nobody else's.

Transactions are begun by hand: the driver's managed ones would try a query again that ran out of
memory or time, for as long as they ride out an outage.
"""

from __future__ import annotations

import collections
import datetime
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import neo4j
import neo4j.exceptions
import neo4j.graph
import neo4j.time

from controls.errors import ControlError

CALL, ENDED = "CALL () {\n", "\n}"  # a text may end in a comment
ASK = """
RETURN c.uid AS uid, min(c.name) AS name, min(coalesce(c.incarnation, '')) AS incarnation,
  min(c.region) AS region, min(u.id) AS unit"""
HELD = """
MATCH (c)-[:SEEN_BY]->(u:Unit {connector: $connector, type: $label})
WHERE NOT c:Unseen"""
FAILING_TAIL = "\nWITH resource AS c" + HELD
APPLIES_TAIL = "\nWITH DISTINCT resource AS c" + HELD
APPLYING = (
    APPLIES_TAIL
    + """
RETURN u.id AS unit, count(*) AS held,
  collect(CASE WHEN c.uid IN $uids THEN c.uid END) AS uids"""
)


Question: TypeAlias = tuple[str, Mapping[str, Any]]  # Cypher and its parameters


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


class Asker:
    """Asks about one connector, in one database."""

    def __init__(
        self, driver: neo4j.Driver, connector: str, limits: Limits, database: str | None = None
    ) -> None:
        self._driver = driver
        self._connector = connector
        self.limits = limits
        self._database = database

    def failing(self, question: Question, label: str) -> dict[str, Candidate]:
        """Return what a control returns, by uid. Raises ControlFailed."""
        text, given = question
        evidence = "evidence" in self._read("EXPLAIN " + text, given)[0]
        query = "".join(
            [
                CALL, text, ENDED,
                "\nWITH resource AS c", ", evidence" if evidence else "", HELD, ASK,
                ", collect(evidence) AS evidence" if evidence else ", [] AS evidence",
                "\nLIMIT $most",
            ]
        )  # fmt: skip
        rows = self.rows(query, label=label, most=self.limits.rows + 1, **given)
        if len(rows) > self.limits.rows:
            raise ControlFailed(
                f"it returns more than {self.limits.rows} resources: narrow it, "
                "or raise the limit of rows"
            )
        return {row["uid"]: _candidate(row) for row in rows}

    def applying(
        self, question: Question, label: str, uids: Iterable[str]
    ) -> tuple[dict[str, int], set[str]]:
        """Return how many resources of each unit a control applies to, and which of `uids`."""
        text, given = question
        query = CALL + text + ENDED + APPLYING
        rows = self.rows(query, label=label, uids=sorted(uids), **given)
        return {r["unit"]: r["held"] for r in rows}, {uid for r in rows for uid in r["uids"]}

    def rows(self, query: str, **given: Any) -> list[dict[str, Any]]:
        """Run a statement about the connector. Raises ControlFailed; an outage is raised as is."""
        return self._read(query, {"connector": self._connector, **given})[1]

    def _read(
        self, query: str, given: Mapping[str, Any]
    ) -> tuple[Sequence[str], list[dict[str, Any]]]:
        try:
            with (
                self._driver.session(
                    database=self._database, default_access_mode=neo4j.READ_ACCESS
                ) as session,
                session.begin_transaction(timeout=self.limits.seconds) as tx,
            ):
                result = tx.run(query, dict(given))
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


def _candidate(row: Mapping[str, Any]) -> Candidate:
    said = sorted(as_json(e) for e in row["evidence"])
    about = {k: row[k] for k in ("uid", "name", "incarnation", "region", "unit")}
    return Candidate(**about, evidence=said[0] if said else None)


def as_json(value: Any) -> str:
    """Return a value out of a Cypher row as canonical JSON."""
    return json.dumps(plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def plain(value: Any) -> Any:  # noqa: C901, PLR0911 - a table: one line a kind of value
    """Return a value out of a Cypher row as plain JSON: a node is its uid, name and labels."""
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
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
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
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
