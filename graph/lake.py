"""Keep the past: append-only Delta tables of every change, written before the graph.

Each row carries the scan and the attempt that wrote it, so that a change which was written twice
(a worker died between lake and graph) can be told by its readers. The tables are plain Delta in a
folder or an object store: DuckDB, Polars and Spark read them without us.

Each append is a file of its own, and every later one has to go through the list of them; so `tidy`
puts many small files into few large ones now and then. Readers that began before keep theirs for a
week.

Left out here: the graph as of a date, and dropping what is older than its keep.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import deltalake
import pyarrow as pa

TIME = pa.timestamp("us", tz="UTC")
MANY = 100  # files of a table, from which on it is worth putting them together

TABLES: Mapping[str, pa.Schema] = {
    "resource_changes": pa.schema(
        [
            ("at", TIME), ("scan", pa.string()), ("attempt", pa.int64()),
            ("connector", pa.string()), ("type", pa.string()), ("region", pa.string()),
            ("uid", pa.string()), ("change", pa.string()), ("hash", pa.int64()),
            ("properties", pa.binary()), ("configuration", pa.binary()),
        ]
    ),
    "edge_changes": pa.schema(
        [
            ("at", TIME), ("scan", pa.string()), ("attempt", pa.int64()),
            ("connector", pa.string()), ("source", pa.string()), ("type", pa.string()),
            ("target", pa.string()), ("change", pa.string()), ("properties", pa.binary()),
        ]
    ),
    "verdict_changes": pa.schema(
        [
            ("at", TIME), ("evaluation", pa.string()), ("connector", pa.string()),
            ("control", pa.string()), ("finding", pa.string()), ("uid", pa.string()),
            ("status", pa.string()), ("reason", pa.string()), ("evidence", pa.binary()),
        ]
    ),
    "report_runs": pa.schema(
        [
            ("at", TIME), ("report", pa.string()), ("number", pa.int64()),
            ("connector", pa.string()), ("mandate", pa.string()), ("evaluation", pa.string()),
            ("hash", pa.string()), ("document", pa.binary()),
        ]
    ),
    "scans": pa.schema(
        [
            ("at", TIME), ("scan", pa.string()), ("connector", pa.string()),
            ("name", pa.string()), ("state", pa.string()), ("calls", pa.int64()),
        ]
    ),
    "quarantine": pa.schema(
        [
            ("at", TIME), ("scan", pa.string()), ("connector", pa.string()),
            ("type", pa.string()), ("region", pa.string()), ("error", pa.string()),
            ("record", pa.binary()),
        ]
    ),
}  # fmt: skip


class Lake:
    """The tables below one folder or URL."""

    def __init__(self, root: Path | str) -> None:
        self._root = str(root).rstrip("/")
        self._lock = threading.Lock()

    def append(self, table: str, columns: Mapping[str, Iterable[Any]]) -> None:
        """Append rows, given as columns by name; nothing is written for no rows.

        Returns when the rows are durable. Raises what the store raises: the caller must not go on
        to the graph then.
        """
        rows = pa.table(dict(columns), schema=TABLES[table])
        if rows.num_rows == 0:
            return
        with self._lock:  # one commit at a time: two of one process would only race to retry
            deltalake.write_deltalake(self._path(table), rows, mode="append")

    def read(self, table: str, **equals: str | int) -> pa.Table:
        """Return the rows of a table whose columns equal the given values, oldest first."""
        try:
            found = deltalake.DeltaTable(self._path(table))
        except deltalake.exceptions.TableNotFoundError:
            return TABLES[table].empty_table()
        filters = [(name, "=", value) for name, value in equals.items()]
        rows = found.to_pyarrow_table(filters=filters or None)
        return rows.sort_by("at").cast(TABLES[table])

    def tidy(self) -> None:
        """Put the files of each table that has many into few, and forget what none refers to."""
        for table in TABLES:
            try:
                found = deltalake.DeltaTable(self._path(table))
            except deltalake.exceptions.TableNotFoundError:
                continue
            if len(found.file_uris()) < MANY:
                continue
            # Another worker may be doing the same: then there is nothing left to do.
            with contextlib.suppress(deltalake.exceptions.CommitFailedError):
                found.optimize.compact()
                found.vacuum(dry_run=False)
                found.cleanup_metadata()

    def _path(self, table: str) -> str:
        return f"{self._root}/{table}"
