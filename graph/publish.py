"""Publish units: compare what was staged with what the graph holds, and write the difference.

For each unit: read what it holds (uid and hash, in one row for thousands), go through the staged
file in batches, write what is new or changed - the lake first, then the graph - and in the end
sweep what a complete listing no longer has. A unit in which nothing changed costs one read.

While it writes, the connector's `sequence` is odd; a reader who needs a whole picture reads it
before and after. Only one publisher works on a connector at a time; a small pool writes batches
side by side, since the server takes two clients' writes faster than one's.
"""

from __future__ import annotations

import collections
import concurrent.futures
import contextlib
import dataclasses
import datetime
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import neo4j
import orjson

from graph.change import Edge, Node, difference, node_maker
from graph.lake import Lake
from graph.ledger import Connector, Ledger
from graph.sweep import is_held, sweep, tidy
from graph.write import Batch, Written, standing, write
from ingest.catalogue import Catalogue, Declaration
from ingest.collect import COMPLETE, Collected

WRITERS = 2
PAUSE_SECONDS = 0.02  # between two odd phases: back to back, readers of whole pictures starve
TOGETHER_UNITS, TOGETHER_ROWS = 200, 20_000  # units whose presence is read in one statement

PRESENCE = """
UNWIND $units AS id
MATCH (u:Unit {id: id})
OPTIONAL MATCH (u)<-[s:SEEN_BY]-(r:Resource)
WITH id, collect([r.uid, s.hash]) AS held
UNWIND range(0, size(held) - 1, 20000) AS start
RETURN id, held[start..start + 20000] AS held
"""
ODD = """
MATCH (c:Connector {id: $connector})
SET c.sequence = c.sequence + 1 + c.sequence % 2 * -1
"""
EVEN = """
MATCH (c:Connector {id: $connector})
SET c.sequence = c.sequence + c.sequence % 2
"""


@dataclasses.dataclass
class Published:
    """What publishing wrote, and which types it touched."""

    written: Written = dataclasses.field(default_factory=Written)
    touched: set[str] = dataclasses.field(default_factory=set)
    held: dict[str, int] = dataclasses.field(default_factory=dict)


class Publisher:
    """Publishes the units of one connector's scan."""

    def __init__(
        self,
        driver: neo4j.Driver,
        lake: Lake,
        catalogue: Catalogue,
        connector: Connector,
        *,
        scan: str,
        attempts: Mapping[str, int],
        database: str | None = None,
        sweep_large: bool = False,
    ) -> None:
        self._driver = driver
        self._database = database
        self._lake = lake
        self._catalogue = catalogue
        self._connector = connector
        self._scan = scan
        self._attempts = attempts
        self._sweep_large = sweep_large
        self._ledger = Ledger(driver, database)
        self._now = _server_time(driver, database)
        self.published = Published()

    def publish(self, units: Sequence[Collected]) -> None:
        """Publish finished units and write how each ended into the ledger."""
        for together in _groups(units):
            complete = [c for c in together if c.state == COMPLETE]
            held = self._presence([c.unit.id for c in complete])
            for collected in complete:
                self._publish(collected, held.pop(collected.unit.id, {}))
            self._ledger.settle(
                self._scan,
                [
                    (c, self._attempts[c.unit.id], self.published.held.get(c.unit.id, 0))
                    for c in together
                ],
            )

    def empty(self, units: Sequence[Collected]) -> None:
        """Let units go of all that they hold, as if they had been listed and were empty."""
        for collected in units:
            held = self._presence([collected.unit.id]).get(collected.unit.id)
            if held:
                with self._odd():
                    self._sweep(collected, sorted(held), len(held))

    def finish(self) -> None:
        """Remove Unseen nodes and tags that nothing points at any more."""
        if self.published.written.removed:
            with self._session() as session:
                self.published.written += tidy(session)

    def _presence(self, units: Sequence[str]) -> dict[str, dict[str, int]]:
        held: dict[str, dict[str, int]] = collections.defaultdict(dict)
        with self._session() as session:
            for row in session.run(PRESENCE, units=list(units)):
                held[row["id"]].update((uid, code) for uid, code in row["held"] if uid is not None)
        return held

    def _publish(self, collected: Collected, held: dict[str, int]) -> None:
        staged = collected.staged
        assert staged is not None  # noqa: S101 - complete units are staged
        wanted: dict[str, int] = {}
        for columns in staged.batches(("uid", "hash")):
            for uid, code in zip(columns["uid"], columns["hash"], strict=True):
                # A listing that repeats a record: one of the two wins, whatever their order.
                wanted[uid] = max(code, wanted[uid]) if uid in wanted else code
        self._quarantine(collected)
        fresh = {uid: code for uid, code in wanted.items() if held.get(uid) != code}
        gone = held.keys() - wanted.keys()
        if not fresh and not gone:
            return
        self.published.touched.add(collected.unit.type)
        with self._odd():
            if fresh:
                self._write(collected, fresh, held)
            if gone:
                self._sweep(collected, sorted(gone), len(held))
        time.sleep(PAUSE_SECONDS)

    def _write(self, collected: Collected, fresh: dict[str, int], held: Mapping[str, int]) -> None:
        with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
            running: collections.deque[concurrent.futures.Future[Written]] = collections.deque()
            for nodes in self._nodes(collected, fresh, held):
                running.append(pool.submit(self._write_batch, collected, nodes))
                if len(running) > WRITERS:
                    self.published.written += running.popleft().result()
            for done in running:
                self.published.written += done.result()

    def _nodes(
        self, collected: Collected, fresh: dict[str, int], held: Mapping[str, int]
    ) -> Iterator[list[Node]]:
        """Yield the nodes to write, in batches sorted by uid, each uid once."""
        staged = collected.staged
        assert staged is not None  # noqa: S101 - complete units are staged
        make = node_maker(self._catalogue[collected.unit.type])
        for columns in staged.batches(("uid", "hash", "owner", "payload", "raw")):
            nodes = []
            for uid, code, *rest in zip(*columns.values(), strict=True):
                if fresh.get(uid) == code:
                    del fresh[uid]
                    nodes.append(make(uid, code, *rest, uid not in held))
            if nodes:
                yield sorted(nodes, key=_uid)

    def _write_batch(self, collected: Collected, nodes: list[Node]) -> Written:
        declaration = self._catalogue[collected.unit.type]
        owners = {self._connector.scope, "shared"}
        owned = [n for n in nodes if n.owner in owners]
        others = [n for n in nodes if n.owner not in owners]
        changed = [n for n in owned if not n.is_new or n.owner == "shared"]
        added: dict[Edge, Mapping[str, Any] | None] = {}
        removed: list[Edge] = []
        stale: list[Edge] = []
        with self._session() as session:
            now = standing(session, declaration, [n.uid for n in changed]) if changed else {}
            mine = _by_resource(declaration, now)
            for node in owned:
                change = difference(node, mine.get(node.uid, {}))
                added |= change.added
                removed += change.removed
                stale += change.stale
            self._record(collected, owned, added, removed)
            batch = Batch(
                unit=collected.unit.id, attempt=self._attempts[collected.unit.id],
                declaration=declaration, now=self._now, nodes=owned, edges=added,
                removed=removed, stale=stale, held_only=others,
            )  # fmt: skip
            return write(session, batch)

    def _sweep(self, collected: Collected, gone: list[str], held: int) -> None:
        if is_held(len(gone), held) and not self._sweep_large:
            self.published.held[collected.unit.id] = len(gone)
            return
        declaration = self._catalogue[collected.unit.type]
        attempt = self._attempts[collected.unit.id]
        with self._session() as session:
            edges = sorted(standing(session, declaration, gone))
            unit = collected.unit
            self._lake.append(
                "resource_changes",
                self._resource_rows(collected, gone, ["removed"] * len(gone))
                | {n: [None] * len(gone) for n in ("hash", "properties", "configuration")},
            )
            self._lake.append("edge_changes", self._edge_rows(collected, {}, edges))
            self.published.written += sweep(
                session, declaration, unit=unit.id, attempt=attempt, uids=gone, edges=edges
            )

    def _record(
        self,
        collected: Collected,
        nodes: Sequence[Node],
        added: Mapping[Edge, Mapping[str, Any] | None],
        removed: Sequence[Edge],
    ) -> None:
        """Write a batch's changes to the lake, before the graph."""
        changes = ["added" if n.is_new else "changed" for n in nodes]
        rows = self._resource_rows(collected, [n.uid for n in nodes], changes)
        rows["hash"] = [n.hash for n in nodes]
        rows["properties"] = [n.payload for n in nodes]
        rows["configuration"] = [n.raw for n in nodes]
        self._lake.append("resource_changes", rows)
        self._lake.append("edge_changes", self._edge_rows(collected, added, removed))

    def _resource_rows(
        self, collected: Collected, uids: Sequence[str], changes: Sequence[str]
    ) -> dict[str, list[Any]]:
        many = len(uids)
        return self._stamp(collected, many) | {
            "type": [collected.unit.type] * many,
            "region": [collected.unit.region] * many,
            "uid": list(uids),
            "change": list(changes),
        }

    def _edge_rows(
        self,
        collected: Collected,
        added: Mapping[Edge, Mapping[str, Any] | None],
        removed: Sequence[Edge],
    ) -> dict[str, list[Any]]:
        edges = [*added, *removed]
        return self._stamp(collected, len(edges)) | {
            "source": [e[0] for e in edges],
            "type": [e[1] for e in edges],
            "target": [e[2] for e in edges],
            "change": ["added"] * len(added) + ["removed"] * len(removed),
            "properties": [_json(p) for p in added.values()] + [None] * len(removed),
        }

    def _stamp(self, collected: Collected, many: int) -> dict[str, list[Any]]:
        return {
            "at": [self._now] * many,
            "scan": [self._scan] * many,
            "attempt": [self._attempts[collected.unit.id]] * many,
            "connector": [self._connector.id] * many,
        }

    def _quarantine(self, collected: Collected) -> None:
        if collected.quarantine is None:
            return
        for columns in collected.quarantine.batches(("raw", "error")):
            many = len(columns["raw"])
            stamp = self._stamp(collected, many)
            del stamp["attempt"]
            self._lake.append(
                "quarantine",
                stamp
                | {
                    "type": [collected.unit.type] * many,
                    "region": [collected.unit.region] * many,
                    "error": columns["error"],
                    "record": columns["raw"],
                },
            )

    @contextlib.contextmanager
    def _odd(self) -> Iterator[None]:
        """Hold the connector's sequence odd; a crash leaves it odd for the next attempt to end."""
        given = {"connector": self._connector.id}
        self._driver.execute_query(ODD, given, database_=self._database)
        yield
        self._driver.execute_query(EVEN, given, database_=self._database)

    def _session(self) -> neo4j.Session:
        return self._driver.session(database=self._database)


def _groups(units: Sequence[Collected]) -> Iterator[list[Collected]]:
    """Split units into groups whose presence fits into memory at once."""
    group: list[Collected] = []
    rows = 0
    for collected in units:
        count = collected.staged.count if collected.staged else 0
        if group and (len(group) >= TOGETHER_UNITS or rows + count > TOGETHER_ROWS):
            yield group
            group, rows = [], 0
        group.append(collected)
        rows += count
    if group:
        yield group


def _by_resource(
    declaration: Declaration, edges: Mapping[Edge, Mapping[str, Any] | None]
) -> dict[str, dict[Edge, Mapping[str, Any] | None]]:
    """Group edges by the resource whose declaration writes them."""
    incoming = {r.type for r in declaration.relationships if r.incoming}
    found: dict[str, dict[Edge, Mapping[str, Any] | None]] = collections.defaultdict(dict)
    for edge, props in edges.items():
        found[edge[2] if edge[1] in incoming else edge[0]][edge] = props
    return found


def _uid(node: Node) -> str:
    return node.uid


def _json(props: Mapping[str, Any] | None) -> bytes | None:

    return orjson.dumps(props) if props else None


def _server_time(driver: neo4j.Driver, database: str | None) -> datetime.datetime:
    """Return the database's own time, so that no two hosts' clocks are mixed."""
    (row,) = driver.execute_query("RETURN datetime() AS now", database_=database).records
    now: datetime.datetime = row["now"].to_native()
    return now
