"""Keep the past: append-only Delta tables of every change, written before the graph.

Each row carries the scan and the attempt that wrote it, so that a change which was written twice
(a worker died between lake and graph) can be told by its readers. The tables are plain Delta in a
folder or an object store: DuckDB, Polars and Spark read them without us.

Each append is a file of its own, and every later one has to go through the list of them; so `tidy`
puts many small files into few large ones now and then. What was written together (a unit's rows,
by uid) stays together in them, in small groups, so that single rows are found by what Parquet and
Delta note of each group: its least and largest values. Readers that began before keep theirs for a
week.

Left out here: the graph as of a date, and dropping what is older than its keep.
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import operator
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import deltalake
import pyarrow as pa
import pyarrow.dataset

TIME = pa.timestamp("us", tz="UTC")
BATCH = 10_000  # rows that are read at once
GROUP = 1_000  # rows of a tidied file that lie together, and are read or passed over together
MANY = 100  # files of a table, from which on it is worth putting them together
TIDY = deltalake.WriterProperties(max_row_group_size=GROUP, compression="ZSTD", compression_level=1)

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
    "audit": pa.schema(
        [
            ("at", TIME), ("number", pa.int64()), ("hash", pa.string()), ("who", pa.string()),
            ("action", pa.string()), ("outcome", pa.string()), ("record", pa.string()),
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

    def rows(
        self,
        table: str,
        columns: Sequence[str],
        *,
        after: datetime.datetime,
        **among: Sequence[str],
    ) -> Iterator[dict[str, Any]]:
        """Yield rows later than `after` whose columns have one of the given values, as they lie.

        Files that hold none are not opened, and what is read is let go of batch by batch.
        """
        try:
            found = deltalake.DeltaTable(self._path(table)).to_pyarrow_dataset()
        except deltalake.exceptions.TableNotFoundError:
            return
        wanted = pyarrow.dataset.field("at") > pa.scalar(after, TIME)
        for name, values in among.items():
            wanted &= pyarrow.dataset.field(name).isin(list(values))
        for batch in found.to_batches(columns=list(columns), filter=wanted, batch_size=BATCH):
            yield from batch.to_pylist()

    def few(
        self, table: str, columns: Sequence[str], **among: Sequence[str]
    ) -> Iterator[dict[str, Any]]:
        """Yield the few rows whose columns have one of the given values, as they lie.

        Files, and groups of rows in them, are passed over where their least and largest values say
        that there is none. Of the others those columns are read, and the rest only where one is
        found: so what is in memory is one group, and the large columns of all others stay shut.
        """
        try:
            found = deltalake.DeltaTable(self._path(table)).to_pyarrow_dataset()
        except deltalake.exceptions.TableNotFoundError:
            return
        wanted = functools.reduce(
            operator.and_, (pyarrow.dataset.field(n).isin(list(v)) for n, v in among.items())
        )
        look = {"filter": wanted, "schema": found.schema, "use_threads": False}
        for file in found.get_fragments(filter=wanted):
            for group in file.split_by_row_group(filter=wanted, schema=found.schema):
                if group.to_table(columns=list(among), **look).num_rows:
                    yield from group.to_table(columns=list(columns), **look).to_pylist()

    def most(self, table: str, column: str) -> int | None:
        """Return the largest number of a column, from what is known of each file; None for none."""
        try:
            found = deltalake.DeltaTable(self._path(table))
        except deltalake.exceptions.TableNotFoundError:
            return None
        known = pa.table(found.get_add_actions(flatten=True))
        name = f"max.{column}"
        most: list[int | None] = known[name].to_pylist() if name in known.column_names else []
        return max((number for number in most if number is not None), default=None)

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
                found.optimize.compact(writer_properties=TIDY)
                found.vacuum(dry_run=False)
                found.cleanup_metadata()

    def _path(self, table: str) -> str:
        return f"{self._root}/{table}"
