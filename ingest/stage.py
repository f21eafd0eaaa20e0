"""Keep what a unit yielded until it is published: one Arrow file, written once, read in batches.

A staged file holds for each record its uid, owner, hash, canonical properties and links, and its
redacted raw configuration, in the order of arrival. A second one holds the quarantine: raw form
and reason.
A file gets its name only when it is whole, so what is there under it can be trusted.

Memory stays flat: rows go to disk in batches, and come back in batches.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa

BATCH = 250  # rows; small, so that the memory of one is used again for the next

ROWS = pa.schema(
    [
        ("uid", pa.string()),
        ("hash", pa.int64()),
        ("owner", pa.string()),
        ("props", pa.binary()),
        ("links", pa.binary()),
        ("raw", pa.binary()),
    ]
)
QUARANTINE = pa.schema([("raw", pa.binary()), ("error", pa.string())])


@dataclasses.dataclass(frozen=True, kw_only=True)
class Staged:
    """A finished staged file."""

    path: Path
    count: int

    def batches(self, columns: tuple[str, ...]) -> Iterator[dict[str, list[Any]]]:
        """Yield batches as lists by column name, reading only these columns."""
        with pa.OSFile(str(self.path)) as source:
            schema = pa.ipc.open_file(source).schema
            wanted = [schema.get_field_index(name) for name in columns]
            options = pa.ipc.IpcReadOptions(included_fields=wanted)
            reader = pa.ipc.open_file(source, options=options)
            for index in range(reader.num_record_batches):
                yield reader.get_batch(index).to_pydict()


class StageWriter:
    """Writes one staged file; use it as a context, then take `staged`."""

    def __init__(self, path: Path, schema: pa.Schema, *, batch: int = BATCH) -> None:
        self._path = path
        self._schema = schema
        self._batch = batch
        self._rows: list[tuple[Any, ...]] = []
        self._writer: Any = None
        self.count = 0

    @property
    def staged(self) -> Staged:
        """The finished file."""
        return Staged(path=self._path, count=self.count)

    def add(self, *values: Any) -> None:
        """Add one row, a value for each column."""
        self._rows.append(values)
        self.count += 1
        if len(self._rows) >= self._batch:
            self._flush()

    def __enter__(self) -> Self:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        options = pa.ipc.IpcWriteOptions(compression="lz4")
        self._part = self._path.with_name(f"{self._path.name}.part-{os.getpid()}")
        self._writer = pa.ipc.new_file(str(self._part), self._schema, options=options)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self._flush()
        self._writer.close()
        if kind is None:
            self._part.replace(self._path)
        else:
            self._part.unlink(missing_ok=True)

    def _flush(self) -> None:
        if self._rows:
            columns = zip(*self._rows, strict=True)
            arrays = [
                pa.array(column, type=field.type)
                for column, field in zip(columns, self._schema, strict=True)
            ]
            self._writer.write_batch(pa.record_batch(arrays, schema=self._schema))
            self._rows = []
