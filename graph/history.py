"""Write a scan's changes to the lake: what was added, changed and removed, before the graph is."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import orjson

from graph.change import Difference, Edge, Edges, Row
from graph.lake import Lake
from ingest.collect import Collected

Columns: TypeAlias = dict[str, list[Any]]


@dataclasses.dataclass(frozen=True, kw_only=True)
class History:
    """One scan's writing to the lake; every row carries connector, scan and attempt."""

    lake: Lake
    connector: str
    scan: str
    now: datetime.datetime
    _waiting: dict[str, list[Columns]] = dataclasses.field(default_factory=dict)
    _waits: list[bool] = dataclasses.field(default_factory=list)

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Write at the end of the block what is written in it: one commit for a table.

        What the block raises leaves nothing.
        """
        self._waits.append(True)
        try:
            yield
            for table, parts in self._waiting.items():
                merged = {name: [v for part in parts for v in part[name]] for name in parts[0]}
                self.lake.append(table, merged)
        finally:
            self._waits.pop()
            self._waiting.clear()

    def _append(self, table: str, columns: Columns) -> None:
        if self._waits:
            self._waiting.setdefault(table, []).append(columns)
        else:
            self.lake.append(table, columns)

    def nodes(self, collected: Collected, attempt: int, rows: Sequence[Row]) -> None:
        """Write resources that are new or changed, with their redacted configuration."""
        changes = ["added" if row.is_new else "changed" for row in rows]
        columns = self._resources(collected, attempt, [row.uid for row in rows], changes)
        columns["hash"] = [row.hash for row in rows]
        columns["properties"] = [row.props for row in rows]
        columns["configuration"] = [row.raw for row in rows]
        self._append("resource_changes", columns)

    def edges(self, attempt: int, change: Difference) -> None:
        """Write edges that are new, changed or removed."""
        self._edges(attempt, change.created | change.updated, change.removed)

    def gone(
        self, collected: Collected, attempt: int, uids: Sequence[str], edges: Sequence[Edge]
    ) -> None:
        """Write resources that a complete listing no longer has, with their edges."""
        many = len(uids)
        columns = self._resources(collected, attempt, uids, ["removed"] * many)
        columns |= {name: [None] * many for name in ("hash", "properties", "configuration")}
        self._append("resource_changes", columns)
        self._edges(attempt, {}, edges)

    def quarantine(self, collected: Collected) -> None:
        """Write the records that did not fit, raw and redacted, with the reason."""
        if collected.quarantine is None:
            return
        for columns in collected.quarantine.batches(("raw", "error")):
            many = len(columns["raw"])
            stamp = self._stamp(0, many)
            del stamp["attempt"]
            about = {"type": collected.unit.type, "region": collected.unit.region}
            self.lake.append(
                "quarantine",
                stamp
                | {name: [value] * many for name, value in about.items()}
                | {"error": columns["error"], "record": columns["raw"]},
            )

    def _resources(
        self, collected: Collected, attempt: int, uids: Sequence[str], changes: Sequence[str]
    ) -> dict[str, list[Any]]:
        many = len(uids)
        return self._stamp(attempt, many) | {
            "type": [collected.unit.type] * many,
            "region": [collected.unit.region] * many,
            "uid": list(uids),
            "change": list(changes),
        }

    def _edges(self, attempt: int, added: Edges, removed: Sequence[Edge]) -> None:
        edges = [*added, *removed]
        told = [orjson.dumps(props) if props else None for props in added.values()]
        self._append(
            "edge_changes",
            self._stamp(attempt, len(edges))
            | {
                "source": [edge[0] for edge in edges],
                "type": [edge[1] for edge in edges],
                "target": [edge[2] for edge in edges],
                "change": ["added"] * len(added) + ["removed"] * len(removed),
                "properties": [*told, *[None] * len(removed)],
            },
        )

    def _stamp(self, attempt: int, many: int) -> dict[str, list[Any]]:
        return {
            "at": [self.now] * many,
            "scan": [self.scan] * many,
            "attempt": [attempt] * many,
            "connector": [self.connector] * many,
        }
