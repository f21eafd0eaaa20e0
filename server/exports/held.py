"""Hold a run's document on disk, and read it piece by piece.

A document is one JSON object in one line of bytes, and its findings may be a million. It is put
into a file without a name (gone with the process), and gone through once: everything but the
findings is kept (`head`), of the findings only where each control's begin and what they come to.
`findings` then reads those of one control, a window at a time.

A document that somebody has formatted anew is read too: that its hash is another one is the answer
then.
"""

from __future__ import annotations

import codecs
import collections
import hashlib
import json
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

WINDOW = 1 << 18  # bytes that are read at once
DECODER = json.JSONDecoder()


class NoDocument(ValueError):
    """These bytes are no document of a run; the message says where they stop being one."""


class Held:
    """A document on disk. `found` counts, for each control, its findings by status.

    `unread` tells, for each reason why something was not evaluated, how many findings have it and
    of which controls.
    """

    def __init__(self, parts: Iterable[bytes | memoryview]) -> None:
        """Take the bytes over. Raises NoDocument."""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as this does
        weakref.finalize(self, self._file.close)
        self._lock = threading.Lock()  # several may read it, each from a place of its own
        digest = hashlib.sha256()
        for part in parts:
            digest.update(part)
            self._file.write(part)
        self._file.flush()
        self.hash = digest.hexdigest()
        self.size = self._file.tell()
        self.found: dict[str, collections.Counter[str]] = {}
        self.unread: dict[str, tuple[int, set[str]]] = {}
        self._at: dict[str, int] = {}
        self.head: Mapping[str, Any] = self._indexed()

    def parts(self) -> Iterator[bytes]:
        """Yield the bytes as they came."""
        for at in range(0, self.size, WINDOW):
            yield self._read(at, WINDOW)

    def findings(self, control: str) -> Iterator[dict[str, Any]]:
        """Yield the findings of a control, as the document has them."""
        if control in self._at:
            yield from _Reading(self._read, self._at[control]).items()

    def _read(self, at: int, size: int) -> bytes:
        with self._lock:
            self._file.seek(at)
            return self._file.read(size)

    def _indexed(self) -> dict[str, Any]:
        reading = _Reading(self._read)
        try:
            return {
                key: dict(self._results(reading)) if key == "results" else reading.value()
                for key in reading.names()
            }
        except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
            raise NoDocument(f"this is no document of a run: {error}") from None

    def _results(self, reading: _Reading) -> Iterator[tuple[str, dict[str, Any]]]:
        for control in reading.names():
            result = {}
            for key in reading.names():
                if key == "findings":
                    self._at[control] = reading.offset()
                    self.found[control] = self._counted(control, reading.items())
                else:
                    result[key] = reading.value()
            yield control, result

    def _counted(self, control: str, findings: Iterable[Any]) -> collections.Counter[str]:
        counts: collections.Counter[str] = collections.Counter()
        for finding in findings:
            if not isinstance(finding, dict):
                raise NoDocument(f"this is no document of a run: a finding of {control} is none")
            status, reason = str(finding.get("status")), finding.get("reason")
            counts["unit" if finding.get("on_unit") else status] += 1
            if status == "NOT_EVALUATED" and isinstance(reason, str):
                many, controls = self.unread.get(reason, (0, set()))
                self.unread[reason] = (many + 1, controls | {control})
        return counts


class _Reading:
    """Reads one JSON value after another from a file, from an offset on."""

    def __init__(self, read: Callable[[int, int], bytes], offset: int = 0) -> None:
        self._read, self._next = read, offset
        self._base = offset  # where in the file the text at hand begins
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._text, self._at = "", 0

    def offset(self) -> int:
        """Return where in the file the next value begins."""
        return self._base + len(self._text[: self._at].encode())

    def value(self) -> Any:
        """Read a value of any kind."""
        self._mark()
        while True:
            try:
                value, end = DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError:
                if not self._more():
                    raise
                continue
            if end == len(self._text) and self._more():
                continue  # a number may go on
            self._at = end
            return value

    def names(self) -> Iterator[str]:
        """Read an object: yield each key, whose value the caller has to read."""
        for _ in self._listed("{", "}"):
            key = self.value()
            self._skip(":")
            yield key

    def items(self) -> Iterator[Any]:
        """Read an array: yield each value."""
        for _ in self._listed("[", "]"):
            yield self.value()

    def _listed(self, opens: str, closes: str) -> Iterator[None]:
        self._skip(opens)
        if self._mark() == closes:
            self._skip(closes)
            return
        while True:
            yield
            mark = self._mark()
            self._skip(closes if mark == closes else ",")
            if mark == closes:
                return

    def _mark(self) -> str:
        """Return the next character that is no space, and stand on it."""
        while True:
            if self._at >= len(self._text):
                if not self._more():
                    raise json.JSONDecodeError("it ends too early", self._text, self._at)
            elif self._text[self._at].isspace():
                self._at += 1
            else:
                return self._text[self._at]

    def _skip(self, mark: str) -> None:
        if self._mark() != mark:
            raise json.JSONDecodeError(f"no {mark!r}", self._text[self._at :][:40], 0)
        self._at += 1

    def _more(self) -> bool:
        """Read on, twice as much as is at hand; tell whether there was more."""
        left = self._text[self._at :]
        read = self._read(self._next, max(WINDOW, 2 * len(left)))
        text = self._decoder.decode(read, final=not read)
        self._base += len(self._text[: self._at].encode())
        self._next += len(read)
        self._text, self._at = left + text, 0
        return bool(read)
