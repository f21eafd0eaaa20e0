"""Keep the findings and verdicts of a connector: compare, and write the difference, lake first.

A finding is a verdict on a resource that is not PASS, or one on a unit that could not be read. It
keeps its id as long as control, resource, incarnation and connector are the same, and with it its
`since`. It carries what a report needs of its resource, so that a run rests on findings alone.

What did not change is not written, so there is no `last` on a finding: an open one was last seen
by the connector's evaluation, whose time stands on that. What is closed goes to the lake as
`fixed`, `resource_gone` or `withdrawn` (the control is gone or disabled); in the graph it is then a
finding no more, and what is left of it tells whoever pulls changes (`graph.feed`).

While this writes, the connector's `verdicts` is odd; a reader of a whole picture reads it before
and after. A run that was cut short is made good by the next.
"""

from __future__ import annotations

import contextlib
import datetime
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, TypeAlias

import neo4j
import neo4j.exceptions

from controls.control_verdict import ControlVerdict
from controls.finding import Finding
from graph.feed import CLOSE, COUNTED, forget
from graph.lake import Lake
from graph.written import Written

BATCH = 5_000
FIXED, GONE, WITHDRAWN = "fixed", "resource_gone", "withdrawn"

# One row for each control: the driver takes far longer over many small rows than over few.
STANDING = """
MATCH (f:Finding {connector: $connector}) WHERE NOT f.control IN $kept
RETURN f.control AS control,
  collect([f.id, CASE WHEN EXISTS { (f)-[:OF]->() } THEN f.hash END]) AS findings
"""
LAST = """
MATCH (f:Finding {connector: $connector}) WHERE f.control IN $controls
RETURN properties(f) AS finding
"""
VERDICTS = "MATCH (v:Verdict {connector: $connector}) RETURN properties(v) AS verdict"
CONTROLS = """
UNWIND $rows AS row
OPTIONAL MATCH (k:Control {id: row.id})
USING INDEX SEEK k:Control(id)
WITH row, k WHERE k IS NULL OR properties(k) <> row
MERGE (c:Control {id: row.id})
SET c = row
"""
# What stands is known, so a new finding needs no search for itself. Where another evaluation has
# opened the same one meanwhile, the constraint on ids refuses the batch, and it is merged.
FIRST = (
    COUNTED
    + """
UNWIND $rows AS row
MATCH (c:Control {id: row.control})
USING INDEX SEEK c:Control(id)
MATCH (r:Resource {uid: row.uid})
USING INDEX SEEK r:Resource(uid)
CREATE (f:Finding:FindingChange)
SET f = row, f.since = $at, f.changed_at = $at, f.change = number + '|' + row.id
CREATE (f)-[:BY]->(c), (f)-[:OF]->(r)
"""
)
OPEN = (
    COUNTED
    + """
UNWIND $rows AS row
MERGE (f:Finding {id: row.id})
ON CREATE SET f.since = $at
WITH f, row, number, f.since AS since
SET f = row, f:FindingChange, f.since = since, f.changed_at = $at,
  f.change = number + '|' + row.id
WITH f, row
MATCH (c:Control {id: row.control})
USING INDEX SEEK c:Control(id)
MERGE (f)-[:BY]->(c)
WITH f, row
MATCH (r:Resource {uid: row.uid})
USING INDEX SEEK r:Resource(uid)
MERGE (f)-[:OF]->(r)
"""
)
OPEN_ON_UNITS = (
    COUNTED
    + """
UNWIND $rows AS row
MERGE (f:Finding {id: row.id})
ON CREATE SET f.since = $at
WITH f, row, number, f.since AS since
SET f = row, f:FindingChange, f.since = since, f.changed_at = $at,
  f.change = number + '|' + row.id
WITH f, row
MATCH (c:Control {id: row.control})
USING INDEX SEEK c:Control(id)
MERGE (f)-[:BY]->(c)
WITH f, row
MATCH (u:Unit {id: row.uid})
USING INDEX SEEK u:Unit(id)
MERGE (f)-[:OF]->(u)
"""
)
CLOSING = """
UNWIND $ids AS id
MATCH (f:Finding {id: id})
USING INDEX SEEK f:Finding(id)
OPTIONAL MATCH (n:Resource {uid: f.uid})-[:SEEN_BY]->(:Unit {connector: f.connector})
USING INDEX SEEK n:Resource(uid)
OPTIONAL MATCH (u:Unit {id: f.uid})
USING INDEX SEEK u:Unit(id)
WITH f, count(n) + count(u) > 0 AS there,
  coalesce(head(collect(n.incarnation)), '') AS incarnation
RETURN f.id AS id, f.control AS control, f.uid AS uid,
  there AND incarnation = f.incarnation AS there
"""
SAY = """
UNWIND $rows AS row
MERGE (v:Verdict {id: row.id})
SET v = row
WITH v, row
MATCH (c:Control {id: row.control})
USING INDEX SEEK c:Control(id)
MERGE (v)-[:BY]->(c)
"""
UNSAY = """
UNWIND $ids AS id
MATCH (v:Verdict {id: id})
USING INDEX SEEK v:Verdict(id)
DETACH DELETE v
"""
ODD = """
MATCH (c:Connector {id: $connector})
SET c.verdicts = coalesce(c.verdicts, 0) + 1 - coalesce(c.verdicts, 0) % 2
"""
EVEN = """
MATCH (c:Connector {id: $connector})
SET c.verdicts = c.verdicts + c.verdicts % 2
"""
RECORD = """
MATCH (c:Connector {id: $connector})
CREATE (e:Evaluation)-[:EVALUATION_OF]->(c)
SET e = $evaluation, c.evaluation = e.id
"""
FORGET = """
MATCH (e:Evaluation {connector: $connector})
WITH e ORDER BY e.at DESC SKIP $keep
DETACH DELETE e
"""
Closed: TypeAlias = tuple[str, str, str, str]  # id, control, uid, how it ended
KEEP = 50  # evaluations of a connector; what they said stays in the lake


@dataclass
class Change:
    """What differs from what stands."""

    opened: list[Finding] = field(default_factory=list)
    changed: list[Finding] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    said: list[ControlVerdict] = field(default_factory=list)
    unsaid: list[ControlVerdict] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """There is nothing to write."""
        return not (self.opened or self.changed or self.closed or self.said or self.unsaid)


class Book:
    """The findings and verdicts of one connector, in one database and lake."""

    def __init__(
        self, driver: neo4j.Driver, lake: Lake, connector: str, database: str | None = None
    ) -> None:
        self._driver, self._lake, self._connector = driver, lake, connector
        self._database = database
        self.written = Written()

    def verdicts(self) -> dict[str, ControlVerdict]:
        """Return the verdicts that stand, by control."""
        rows = self._run(VERDICTS)
        return {r["verdict"]["control"]: ControlVerdict.of(r["verdict"]) for r in rows}

    def last(self, controls: Sequence[str]) -> list[Finding]:
        """Return the findings of some controls as they stand."""
        rows = self._run(LAST, controls=list(controls)) if controls else []
        return [Finding.of(row["finding"]) for row in rows]

    def compare(
        self,
        findings: Iterable[Finding],
        verdicts: Iterable[ControlVerdict],
        *,
        kept: Iterable[str],
        standing: Mapping[str, ControlVerdict],
    ) -> Change:
        """Return what differs, where the controls in `kept` were not asked again."""
        change, left = Change(), {}
        untouched = set(kept)
        for row in self._run(STANDING, kept=sorted(untouched)):
            left.update(row["findings"])  # without a hash where it is tied to nothing any more
        for finding in findings:
            if finding.id not in left:
                change.opened.append(finding)
            elif left.pop(finding.id) != finding.hash:
                change.changed.append(finding)
        change.closed = sorted(left)
        named = set(untouched)
        for said in verdicts:
            named.add(said.control)
            before = standing.get(said.control)
            if before is None or before.stands != said.stands:
                change.said.append(said)
        change.unsaid = [v for control, v in sorted(standing.items()) if control not in named]
        return change

    def write(
        self,
        change: Change,
        *,
        controls: Sequence[Mapping[str, Any]],
        evaluation: Mapping[str, Any],
    ) -> None:
        """Write a change, the lake first, and the evaluation's properties; raises what these do."""
        at = evaluation["at"]
        self._write(CONTROLS, rows=[dict(row) for row in controls])
        if change.is_empty:
            self._run(RECORD, evaluation=dict(evaluation))
        else:
            closed = self._closing(change)
            self._record(change, closed, evaluation["id"], at)
            with self._odd():
                self._write_all(change, closed, at)
                self._run(RECORD, evaluation=dict(evaluation))
        self._run(FORGET, keep=KEEP)
        forget(self._driver, at, database=self._database)

    def _write_all(self, change: Change, closed: Sequence[Closed], at: datetime.datetime) -> None:
        for rows in _batches(_by_uid(f for f in change.opened if not f.on_unit)):
            said = [f.row() for f in rows]
            try:
                self._write(FIRST, rows=said, at=at)
            except neo4j.exceptions.ConstraintError:
                self._write(OPEN, rows=said, at=at)
        for rows in _batches(_by_uid(f for f in change.changed if not f.on_unit)):
            self._write(OPEN, rows=[f.row() for f in rows], at=at)
        on_units = [f for f in (*change.opened, *change.changed) if f.on_unit]
        for rows in _batches(_by_uid(on_units)):
            self._write(OPEN_ON_UNITS, rows=[f.row() for f in rows], at=at)
        for rows in _batches([{"id": id_, "how": how} for id_, _, _, how in closed]):
            self._write(CLOSE, rows=rows, at=at)
        self._write(SAY, rows=[v.row() for v in change.said])
        self._write(UNSAY, ids=[v.id for v in change.unsaid])

    def _closing(self, change: Change) -> list[Closed]:
        """Return (id, control, uid, how it ended) of what is closed."""
        withdrawn = {v.control for v in change.unsaid}
        found = []
        for ids in _batches(change.closed):
            for row in self._run(CLOSING, ids=ids):
                how = FIXED if row["there"] else GONE
                how = WITHDRAWN if row["control"] in withdrawn else how
                found.append((row["id"], row["control"], row["uid"], how))
        return found

    def _record(
        self,
        change: Change,
        closed: Sequence[Closed],
        evaluation: str,
        at: datetime.datetime,
    ) -> None:
        """Write to the lake: each finding that opened, changed or closed, each verdict that did."""
        rows: list[tuple[Any, ...]] = [
            (f.control, f.id, f.uid, str(f.status), f.reason, f.evidence)
            for f in (*change.opened, *change.changed)
        ]
        rows += [(control, id_, uid, how, None, None) for id_, control, uid, how in closed]
        rows += [
            (v.control, None, None, str(v.verdict), v.reason, json.dumps(asdict(v.counts)))
            for v in change.said
        ]
        rows += [(v.control, None, None, WITHDRAWN, None, None) for v in change.unsaid]
        names = ("control", "finding", "uid", "status", "reason", "evidence")
        columns: dict[str, list[Any]] = {n: [row[i] for row in rows] for i, n in enumerate(names)}
        columns["evidence"] = [e.encode() if e else None for e in columns["evidence"]]
        stamp = {"at": at, "evaluation": evaluation, "connector": self._connector}
        self._lake.append(
            "verdict_changes", columns | {name: [v] * len(rows) for name, v in stamp.items()}
        )

    @contextlib.contextmanager
    def _odd(self) -> Iterator[None]:
        """Hold `verdicts` odd; after a crash it stays so until the next writing ends."""
        self._run(ODD)
        yield
        self._run(EVEN)

    def _write(self, text: str, **given: Any) -> None:
        if any(isinstance(value, list) and not value for value in given.values()):
            return
        result = self._driver.execute_query(
            text,
            given,
            database_=self._database,
        )
        self.written.add(result.summary.counters)

    def _run(self, text: str, **given: Any) -> list[neo4j.Record]:
        return self._driver.execute_query(
            text,
            {"connector": self._connector, **given},
            database_=self._database,
        ).records


def _by_uid(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: f.uid)


def _batches(rows: Sequence[Any]) -> Iterator[list[Any]]:
    listed = iter(rows)
    while batch := list(itertools.islice(listed, BATCH)):
        yield batch
