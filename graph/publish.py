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
import itertools
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence

import neo4j

from graph import trace, transactions
from graph.change import Difference, Node, Row, by_resource, node_reader
from graph.history import History
from graph.lake import Lake
from graph.ledger import Connector
from graph.meeting import MeetingPoints
from graph.scans import Scans
from graph.sweep import is_held, sweep, tidy
from graph.write import Nodes, Overtaken, Target, Ties, standing, write_links, write_nodes
from graph.written import Written
from ingest.catalogue import Catalogue
from ingest.collect import COMPLETE, Collected
from ingest.stage import Staged

WRITERS = 2
TOGETHER_WRITTEN = 1_000  # rows of a transaction: several are in memory at once, in several forms
TOGETHER_NOTED = 5  # transactions of a large unit that are noted in the lake by one commit
PAUSE_SECONDS = 0.02  # between two odd phases: back to back, readers of whole pictures starve
COLUMNS = ("uid", "hash", "owner", "props", "links", "raw")
SHARED = "shared"  # the owner of what the cloud itself owns: any viewer writes it
TOGETHER_UNITS, TOGETHER_ROWS = 200, 20_000  # units whose presence is read in one statement

PRESENCE = """
UNWIND $units AS id
MATCH (u:Unit {id: id})
USING INDEX SEEK u:Unit(id)
OPTIONAL MATCH (u)<-[s:SEEN_BY]-(r:Resource)
WITH id, collect(CASE WHEN s IS NULL THEN NULL ELSE [r.uid, s.hash] END) AS held
UNWIND range(0, size(held) - 1, 20000) AS start
RETURN id, held[start..start + 20000] AS held
"""
# What changes is noted before it does, so that whoever goes on after a crash evaluates it.
ODD = """
MATCH (c:Connector {id: $connector}), (:Scan {id: $scan, take: $take})
SET c.sequence = c.sequence + 1 - c.sequence % 2,
  c.touched = coalesce(c.touched, []) +
    [type IN $types WHERE NOT type IN coalesce(c.touched, [])]
RETURN c.sequence AS sequence
"""
EVEN = """
MATCH (c:Connector {id: $connector}), (:Scan {id: $scan, take: $take})
WHERE c.sequence % 2 = 1
SET c.sequence = c.sequence + 1
"""


@dataclasses.dataclass
class Published:
    """What publishing wrote, and by unit how many resources a held sweep left."""

    written: Written = dataclasses.field(default_factory=Written)
    held: dict[str, int] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True, kw_only=True)
class _Change:
    """What is to be done to one unit: rows to write (uid to hash), uids that are gone."""

    collected: Collected
    held: dict[str, int]
    target: Target
    fresh: dict[str, int]
    gone: list[str]


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
        attempts: Mapping[str, int] | None = None,
        take: int = 0,
        database: str | None = None,
        sweep_large: bool = False,
    ) -> None:
        self._driver = driver
        self._database = database
        self._catalogue = catalogue
        self._connector = connector
        self._scan = scan
        self._take = take
        self._attempts = dict(attempts or {})
        self._sweep_large = sweep_large
        self._scans = Scans(driver, database)
        self._now = _server_time(driver, database)
        self._history = History(lake=lake, connector=connector.id, scan=scan, now=self._now)
        self._meeting = MeetingPoints(catalogue)
        self.published = Published()

    def publish(
        self, units: Sequence[Collected], attempts: Mapping[str, int] | None = None
    ) -> None:
        """Publish finished units and write how each ended into the ledger.

        Raises Overtaken once a newer attempt has taken a unit over.
        """
        self._attempts.update(attempts or {})
        for together in _groups(units):
            before = dataclasses.replace(self.published.written)
            complete = [c for c in together if c.state == COMPLETE]
            held = self._presence([c.unit.id for c in complete])
            changes = [self._change(c, held.pop(c.unit.id, {})) for c in complete]
            for some in _written_together([c for c in changes if c.fresh or c.gone]):
                self._publish(some)
            self._scans.settle(
                self._scan,
                [
                    (c, self._attempts[c.unit.id], self.published.held.get(c.unit.id, 0))
                    for c in together
                ],
                self.published.written - before,
            )

    def empty(self, units: Sequence[Collected]) -> None:
        """Let units go of all that they hold, as if they had been listed and were empty."""
        for collected in units:
            held = self._presence([collected.unit.id]).get(collected.unit.id)
            if held:
                with self._odd([collected.unit.type]):
                    self._sweep([(collected, sorted(held), len(held))])

    def finish(self) -> None:
        """Remove what nothing points at any more, and end a picture left unwhole."""
        if self.published.written.removed:
            with self._session() as session:
                self.published.written += tidy(session, self._catalogue)
        # A worker that died between the last write and its end left the sequence odd.
        self._settle_sequence()

    def _presence(self, units: Sequence[str]) -> dict[str, dict[str, int]]:
        held: dict[str, dict[str, int]] = collections.defaultdict(dict)
        with self._session() as session:
            for id_, some in transactions.read(session, _present, list(units)):
                held[id_].update(some)
        return held

    def _change(self, collected: Collected, held: dict[str, int]) -> _Change:
        """Compare what a unit shall hold with what it holds."""
        staged = collected.staged
        assert staged is not None  # noqa: S101 - complete units are staged
        self._history.quarantine(collected)
        wanted = _wanted(staged)
        target = Target(
            unit=collected.unit.id, attempt=self._attempts[collected.unit.id],
            declaration=self._catalogue[collected.unit.type], now=self._now,
        )  # fmt: skip
        return _Change(
            collected=collected, held=held, target=target,
            fresh={uid: code for uid, code in wanted.items() if held.get(uid) != code},
            gone=sorted(held.keys() - wanted.keys()),
        )  # fmt: skip

    def _publish(self, changes: Sequence[_Change]) -> None:
        """Write units in which something changed, and sweep what is gone of them."""
        with self._odd(sorted({change.collected.unit.type for change in changes})):
            if len(changes) == 1 and len(changes[0].fresh) > TOGETHER_WRITTEN:
                self._write_large(changes[0])
            else:
                self._write_small([change for change in changes if change.fresh])
            self._sweep([(c.collected, c.gone, len(c.held)) for c in changes if c.gone])
        time.sleep(PAUSE_SECONDS)

    def _write_large(self, change: _Change) -> None:
        """Write all nodes of one unit, then all its links, in several transactions.

        Nodes side by side; links one after the other, since two writers that link random pairs of
        nodes deadlock.
        """
        target = change.target
        for batches in _several(self._rows(change)):
            with self._history.together():
                for batch in batches:
                    self._history.nodes(change.collected, target.attempt, self._owned(batch))
            with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
                write = trace.carried(lambda batch: self._write_nodes(target, batch))
                for written in pool.map(write, batches):
                    self.published.written += written
        for batches in _several(self._rows(change)):
            with self._session() as session, self._history.together():
                prepared = [self._links(session, target, batch) for batch in batches]
                for ties in prepared:
                    self._history.edges(target.attempt, ties.change)
            for ties in prepared:
                with self._session() as session:
                    done = transactions.write(session, write_links, [ties], self._meeting)
                self.published.written += done

    def _write_small(self, changes: Sequence[_Change]) -> None:
        """Write units of few rows in one transaction, all nodes before all links."""
        if not changes:
            return
        nodes, ties = [], []
        with self._session() as session, self._history.together():
            for change in changes:
                batch = [row for rows in self._rows(change) for row in rows]
                nodes.append(self._nodes(change.target, batch))
                ties.append(self._links(session, change.target, batch))
                attempt = change.target.attempt
                self._history.nodes(change.collected, attempt, self._owned(batch))
                self._history.edges(attempt, ties[-1].change)

        def write(tx: neo4j.ManagedTransaction) -> Written:
            done = write_nodes(tx, nodes)
            done += write_links(tx, ties, self._meeting)
            return done

        with self._session() as session:
            self.published.written += transactions.write(session, write)

    def _rows(self, change: _Change) -> Iterator[list[Row]]:
        """Yield the staged rows to write, in batches sorted by uid, each uid once."""
        staged = change.collected.staged
        assert staged is not None  # noqa: S101 - complete units are staged
        wanted, held = dict(change.fresh), change.held
        batch: list[Row] = []
        for columns in staged.batches(COLUMNS):
            for values in zip(*columns.values(), strict=True):
                row = Row._make((*values, values[0] not in held))
                if wanted.get(row.uid) == row.hash:
                    del wanted[row.uid]
                    batch.append(row)
            if len(batch) >= TOGETHER_WRITTEN:
                yield sorted(batch)
                batch = []
        if batch:
            yield sorted(batch)

    def _write_nodes(self, target: Target, batch: list[Row]) -> Written:
        nodes = self._nodes(target, batch)
        with self._session() as session:
            return transactions.write(session, write_nodes, [nodes])

    def _nodes(self, target: Target, batch: list[Row]) -> Nodes:
        """Return the nodes that this connector owns, and those that it only sees."""
        read = node_reader(target.declaration)
        nodes = [read(row.uid, row.owner, row.props, row.is_new) for row in batch]
        owned: list[Node] = []
        seen: list[Node] = []
        for node in nodes:
            (owned if self._owns(node.owner) else seen).append(node)
        return Nodes(target=target, owned=owned, seen=seen)

    def _links(self, session: neo4j.Session, target: Target, batch: list[Row]) -> Ties:
        """Return the links of a batch, and how they differ from what stands."""
        links = [row.links_of(owned=self._owns(row.owner)) for row in batch]
        # A new resource has no edges of its own yet, unless others may have written it before.
        changed = [i.uid for i in links if not i.is_new or i.owner == SHARED]
        stands = standing(session, self._catalogue, target.declaration, changed)
        now = by_resource(target.declaration, stands)
        change = Difference()
        for item in links:
            change.add(item, now.get(item.uid, {}))
        return Ties(target=target, links=links, change=change)

    def _owned(self, batch: list[Row]) -> list[Row]:
        return [row for row in batch if self._owns(row.owner)]

    def _owns(self, owner: str) -> bool:
        return owner in {self._connector.scope, SHARED}

    def _sweep(self, units: Sequence[tuple[Collected, list[str], int]]) -> None:
        """Let units go of what is gone of the number that they held, the lake first."""
        swept = []
        with self._session() as session, self._history.together():
            for collected, gone, held in units:
                # Of what came malformed nobody knows which it was: it may be what seems gone.
                large = is_held(len(gone), held) and not self._sweep_large
                if collected.quarantined or large:
                    self.published.held[collected.unit.id] = len(gone)
                    continue
                declaration = self._catalogue[collected.unit.type]
                edges = sorted(standing(session, self._catalogue, declaration, gone))
                self._history.gone(collected, self._attempts[collected.unit.id], gone, edges)
                swept.append((collected.unit, gone, edges))
        with self._session() as session:
            for unit, gone, edges in swept:
                self.published.written += sweep(
                    session,
                    self._catalogue[unit.type],
                    unit=unit.id,
                    attempt=self._attempts[unit.id],
                    uids=gone,
                    edges=edges,
                )

    @contextlib.contextmanager
    def _odd(self, types: Sequence[str]) -> Iterator[None]:
        """Hold the connector's sequence odd; a crash leaves it odd for the next attempt to end."""
        found = transactions.run(
            self._driver, self._database, ODD, self._about | {"types": list(types)}
        )
        if not found:
            raise Overtaken(f"scan {self._scan}: take {self._take} was overtaken by a newer one")
        yield
        self._settle_sequence()

    def _settle_sequence(self) -> None:
        transactions.run(self._driver, self._database, EVEN, self._about)

    @property
    def _about(self) -> dict[str, str | int]:
        return {"connector": self._connector.id, "scan": self._scan, "take": self._take}

    def _session(self) -> neo4j.Session:
        return self._driver.session(database=self._database)


def _several(batches: Iterable[list[Row]]) -> Iterator[list[list[Row]]]:
    listed = iter(batches)
    while several := list(itertools.islice(listed, TOGETHER_NOTED)):
        yield several


def _present(
    tx: neo4j.ManagedTransaction, units: list[str]
) -> list[tuple[str, list[tuple[str, int]]]]:
    return [(row["id"], row["held"]) for row in tx.run(PRESENCE, units=units)]


def _wanted(staged: Staged) -> dict[str, int]:
    """Return what a unit shall hold: uid to hash.

    Of a record that a listing repeated in two forms one wins, whatever their order.
    """
    wanted: dict[str, int] = {}
    for columns in staged.batches(("uid", "hash")):
        wanted.update(zip(columns["uid"], columns["hash"], strict=True))
    if len(wanted) == staged.count:
        return wanted
    for columns in staged.batches(("uid", "hash")):
        for uid, code in zip(columns["uid"], columns["hash"], strict=True):
            wanted[uid] = max(code, wanted[uid])
    return wanted


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


def _written_together(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    """Split changed units into those whose rows go into one transaction; a large one is alone."""
    group: list[_Change] = []
    rows = 0
    for change in changes:
        if group and rows + len(change.fresh) > TOGETHER_WRITTEN:
            yield group
            group, rows = [], 0
        group.append(change)
        rows += len(change.fresh)
    if group:
        yield group


def _server_time(driver: neo4j.Driver, database: str | None) -> datetime.datetime:
    """Return the database's own time, so that no two hosts' clocks are mixed."""
    (row,) = driver.execute_query("RETURN datetime() AS now", database_=database).records
    now: datetime.datetime = row["now"].to_native()
    return now
