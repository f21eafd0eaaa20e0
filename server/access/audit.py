"""The log of what was changed: written before each change, hash-chained, never written over.

Every change has two records. The first tells who wants what, and the change is made only once it is
there: where the log can't be written, nothing is changed. The second tells what came of it; where
that one is missing, a process died in between, or the log was away by then, and the first says so.

    with audit.record(viewer, "waive", {"control": "aws/s3/public"}) as entry:
        entry.result = waive(...)

It is kept in the engine's database and not in the lake: each record holds the hash of the one
before, so writers of several processes have to take turns, and a Delta table lets two of them
append behind the same record. Here one row, the head, is locked by whoever appends.

The chain tells of records that were changed, left out or put in between, and the head of those cut
off at the end. Who may write to the database can make a whole new chain: so a worker copies what is
new to the lake now and then, where nothing is written over, and `verify` holds the chain against
that copy, and against a hash that was noted elsewhere. Left out: dropping old records.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import hashlib
import itertools
import json
import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa

from graph.lake import Lake
from ingest.redact import SECRET_NAME
from schema.viewer import Viewer
from server.access.errors import AccessStoreFailed, Declined, NotRecorded
from server.access.store import AUDIT, AUDIT_HEAD, FIRST, Store

Outcome: TypeAlias = Literal["asked", "done", "refused", "failed"]

LOG = logging.getLogger("cirrograph.access")
MOST_BYTES = 8_192  # of a record's arguments
MOST_RESULT = 500
KEPT_OUT = "kept out"
TOKEN = re.compile(r"cgt_[A-Za-z0-9_-]+")
SECRET_WORD = re.compile(r"secret|password|passphrase|credential|^token$", re.IGNORECASE)
BATCH = 1_000
ANOTHER = "is not the one that the lake has a copy of"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Record:
    """One record; `of` is the number of the record that asked, on those of an outcome."""

    number: int
    at: str
    who: str
    via: str
    action: str
    arguments: Mapping[str, Any]
    outcome: Outcome
    of: int | None
    result: str | None
    hash: str


@dataclasses.dataclass(kw_only=True)
class Entry:
    """A change under way; what it sets goes into the record of its outcome."""

    number: int
    outcome: Outcome = "done"
    result: Any = None

    def refuse(self, why: str) -> None:
        """Tell that the change was not made, since its rules do not allow it."""
        self.outcome, self.result = "refused", why


@dataclasses.dataclass(frozen=True, kw_only=True)
class Verified:
    """What is known of the chain: how many records hold, and where it breaks first."""

    records: int
    head: str
    broken: int | None = None
    why: str | None = None


class Audit:
    """Writes and reads the log."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextlib.contextmanager
    def record(
        self,
        who: Viewer | str,
        action: str,
        arguments: Mapping[str, Any] | None = None,
        *,
        via: str = "api",
        refusals: tuple[type[Exception], ...] = (Declined,),
    ) -> Iterator[Entry]:
        """Record a change around the block that makes it. Raises NotRecorded before the block.

        `refusals` are what the block raises when its rules say no, with a message to keep.
        What the block raises goes on; of a fault only its kind is kept. An outcome that can't be
        written any more is told in the process's log only, since the change has been made.
        """
        name = who.name if isinstance(who, Viewer) else who
        said: dict[str, Any] = {
            "who": name, "via": via, "action": action, "arguments": _bounded(arguments or {})
        }  # fmt: skip
        try:
            entry = Entry(number=self._append({**said, "outcome": "asked"}))
        except AccessStoreFailed as error:
            LOG.exception("the audit log can't be written: %s of %s is refused", action, name)
            raise NotRecorded(
                "the audit log can't be written, so nothing was changed: try again later"
            ) from error
        try:
            yield entry
        except refusals as why:
            entry.refuse(str(why))
            raise
        except BaseException as fault:
            entry.outcome, entry.result = "failed", type(fault).__name__
            raise
        finally:
            self._end(entry, said)

    def note(
        self,
        who: Viewer | str,
        action: str,
        arguments: Mapping[str, Any] | None = None,
        *,
        via: str = "api",
    ) -> None:
        """Record what is no change, such as a sign-in. Raises NotRecorded."""
        with self.record(who, action, arguments, via=via):
            pass

    def records(self, *, newest: int | None = None) -> Iterator[Record]:
        """Yield the records, oldest first; `newest` leaves out all but so many."""
        after = max(self.head()[0] - newest, 0) if newest is not None else 0
        for number, text, hash_ in self._rows(after):
            yield _record(number, text, hash_)

    def head(self) -> tuple[int, str]:
        """Return number and hash of the last record."""
        with self._store.reading() as connection:
            found = connection.execute(sa.select(AUDIT_HEAD.c.number, AUDIT_HEAD.c.hash)).first()
        return (int(found.number), str(found.hash)) if found else (0, FIRST)

    def copy_to(self, lake: Lake) -> int:
        """Copy what the lake does not have yet, and return how many records that were.

        Two workers that do it at once copy some twice: readers go by the number.
        """
        copied = 0
        rows = self._rows(lake.most("audit", "number") or 0)
        while batch := list(itertools.islice(rows, BATCH)):
            records = [_record(*row) for row in batch]
            columns: dict[str, list[Any]] = {
                name: [getattr(record, name) for record in records]
                for name in ("number", "hash", "who", "action", "outcome")
            }
            at = [datetime.datetime.fromisoformat(record.at) for record in records]
            lake.append("audit", {"at": at, **columns, "record": [text for _, text, _ in batch]})
            copied += len(batch)
        return copied

    def verify(self, *, holds: str | None = None, lake: Lake | None = None) -> Verified:
        """Go through the chain and tell the first broken link.

        `holds` is the hash of a record, noted earlier and elsewhere, that must still be there; so
        must every record that the lake has a copy of.
        """
        until, head = self.head()
        copies = _copies(lake) if lake else {}
        before, known, seen = FIRST, 0, holds is None
        for number, text, hash_ in self._rows(0):
            why = _fault(known + 1, before, number, text, hash_)
            if why is None and copies.pop(number, hash_) != hash_:
                why = ANOTHER
            if why is None and number == until and hash_ != head:
                why = "is not the head"
            if why:
                return Verified(records=known, head=before, broken=known + 1, why=why)
            before, known, seen = hash_, number, seen or hash_ == holds
        missing = self._missing(known, until, min(copies, default=None), seen=seen)
        at, why = missing or (None, None)
        return Verified(records=known, head=before, broken=at, why=why)

    def _missing(
        self, known: int, until: int, copied: int | None, *, seen: bool
    ) -> tuple[int, str] | None:
        """Tell what should be there beside records that hold, and where it should be."""
        if known < until:
            return known + 1, f"is missing: the log ended at {until}"
        if known > until and self.head()[0] < known:  # more than what was written meanwhile
            return until + 1, "is behind the head"
        if copied is not None:
            return copied, ANOTHER
        if not seen:
            return 1, "the record of the given hash is gone: the chain was made anew"
        return None

    def _end(self, entry: Entry, said: Mapping[str, Any]) -> None:
        result = None if entry.result is None else _text(entry.result)[:MOST_RESULT]
        last = {**said, "outcome": entry.outcome, "of": entry.number, "result": result}
        try:
            self._append(last)
        except AccessStoreFailed:
            LOG.exception(
                "the outcome of audit record %s can't be written: %s", entry.number, entry.outcome
            )

    def _append(self, said: Mapping[str, Any]) -> int:
        with self._store.writing() as connection:
            number, before = _locked_head(connection)
            number += 1
            at = datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")
            text = _canonical({**said, "at": at, "number": number, "before": before})
            hash_ = _hash(text)
            connection.execute(AUDIT.insert().values(number=number, record=text, hash=hash_))
            connection.execute(AUDIT_HEAD.update().values(number=number, hash=hash_))
        return number

    def _rows(self, after: int) -> Iterator[tuple[int, str, str]]:
        """Yield the rows, batch by batch: a reader holds up no writer for long."""
        while True:
            with self._store.reading() as connection:
                found = connection.execute(
                    sa.select(AUDIT.c.number, AUDIT.c.record, AUDIT.c.hash)
                    .where(AUDIT.c.number > after)
                    .order_by(AUDIT.c.number)
                    .limit(BATCH)
                ).all()
            for row in found:
                yield int(row.number), str(row.record), str(row.hash)
            if len(found) < BATCH:
                return
            after = int(found[-1].number)


def _copies(lake: Lake) -> dict[int, str]:
    """Return the hashes that the lake keeps, by number; of two copies, the first."""
    found = lake.read("audit").select(["number", "hash"]).to_pydict()
    copies: dict[int, str] = {}
    for number, hash_ in zip(found["number"], found["hash"], strict=True):
        copies.setdefault(number, hash_)
    return copies


def _locked_head(connection: sa.Connection) -> tuple[int, str]:
    """Return the head, which nobody else can move before this transaction ends."""
    head = sa.select(AUDIT_HEAD.c.number, AUDIT_HEAD.c.hash).with_for_update()
    found = connection.execute(head).one()
    return int(found.number), str(found.hash)


def _fault(expected: int, before: str, number: int, text: str, hash_: str) -> str | None:
    if number != expected:
        return f"is missing: {number} is what comes next"
    if _hash(text) != hash_:
        return "was changed: it does not give its hash"
    said = json.loads(text)
    if said["before"] != before or said["number"] != number:
        return "does not continue the record before it"
    return None


def _record(number: int, text: str, hash_: str) -> Record:
    said = json.loads(text)
    return Record(
        number=number, at=said["at"], who=said["who"], via=said["via"], action=said["action"],
        arguments=said["arguments"], outcome=said["outcome"], of=said.get("of"),
        result=said.get("result"), hash=hash_,
    )  # fmt: skip


def _bounded(arguments: Mapping[str, Any]) -> Any:
    """Return arguments without secrets; those that are too large by their hash."""
    kept = without_secrets(arguments)
    text = _canonical(kept)
    if len(text) <= MOST_BYTES:
        return kept
    return {"too large to keep": {"bytes": len(text), "sha256": _hash(text)}}


def without_secrets(value: Any, name: str = "") -> Any:
    """Return a JSON value without what is secret by its name, or looks like one of our tokens."""
    if isinstance(value, Mapping):
        return {str(key): without_secrets(item, str(key)) for key, item in value.items()}
    if isinstance(value, str) and (SECRET_NAME.search(name) or SECRET_WORD.search(name)):
        return KEPT_OUT
    if isinstance(value, list | tuple | set | frozenset):
        return [without_secrets(item, name) for item in value]
    if isinstance(value, str):
        return TOKEN.sub(KEPT_OUT, value)
    return value


def _text(value: Any) -> str:
    kept = without_secrets(value)
    return kept if isinstance(kept, str) else _canonical(kept)


def _canonical(value: Any) -> str:
    """Return the one text of a value; ASCII, so that no database refuses odd characters."""
    return json.dumps(value, sort_keys=True, default=str, separators=(",", ":"))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
