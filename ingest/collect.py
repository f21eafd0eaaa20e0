"""Collect one unit: run a type's `fetch` in one region, and stage what it yields.

Every way in which a listing can end has a state: complete, unread (refused or failed), not enabled.
A record that does not fit is quarantined in redacted raw form, and the unit goes on. Whatever a
refused call about single resources would have filled is counted here by call, so that a scan can
tell what was lost without reading the graph.

Nothing here writes to the graph, and no error of one unit reaches another.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from secrets import token_hex
from typing import Any

import orjson

from ingest.catalogue import Declaration
from ingest.identity import Scope
from ingest.model import Malformed, Unread
from ingest.redact import redactor
from ingest.refusal import NotEnabled, Refused
from ingest.rows import Misfit, row_maker
from ingest.stage import QUARANTINE, ROWS, StageWriter
from ingest.units import (
    COMPLETE,
    EXCLUDED,
    NOT_ENABLED,
    NOT_OFFERED,
    UNREAD,
    Collected,
    Refusal,
    Unit,
)

__all__ = [
    "COMPLETE",
    "EXCLUDED",
    "NOT_ENABLED",
    "NOT_OFFERED",
    "UNREAD",
    "Collected",
    "Refusal",
    "Unit",
    "collect",
]


def collect(
    declaration: Declaration,
    listing: Callable[[], Iterable[Any]],
    *,
    unit: Unit,
    scope: Scope,
    folder: Path,
    secret: bytes,
) -> Collected:
    """Stage the records of `listing()` below `folder`; never raises for what a cloud answers."""
    began = time.monotonic()
    # Two workers may read the same unit, one of them given up for dead: each has its own file.
    name = f"{unit.id.replace('|', '_').replace(':', '-').replace('/', '-')}.{token_hex(4)}"
    refused: dict[tuple[str, str, str], tuple[set[str], set[str]]] = {}
    rows = StageWriter(folder / f"{name}.arrow", ROWS)
    odd = StageWriter(folder / f"{name}.quarantine.arrow", QUARANTINE)
    state, call, error, detail = COMPLETE, None, None, None
    try:
        with rows, odd:
            _fill(declaration, listing, scope, secret, rows, odd, refused)
    except NotEnabled as refusal:
        state, call, error = NOT_ENABLED, refusal.call, refusal.error
    except Refused as refusal:
        state, call, error, detail = UNREAD, refusal.call, refusal.error, refusal.detail
    except Exception as fault:  # noqa: BLE001 - a fault of one type's code must not end the scan
        state, call, error = UNREAD, f"fetch of {declaration.label}", type(fault).__name__
    done = state == COMPLETE
    return Collected(
        unit=unit,
        state=state,
        staged=rows.staged if done else None,
        quarantine=odd.staged if done and odd.count else None,
        refusals=tuple(
            Refusal(
                call=by[0], permission=by[1], error=by[2], fields=tuple(sorted(fields)),
                resources=len(uids),
            )
            for by, (fields, uids) in sorted(refused.items())
        ) if done else (),
        call=call,
        error=error,
        detail=detail,
        seconds=time.monotonic() - began,
    )  # fmt: skip


def _fill(
    declaration: Declaration,
    listing: Callable[[], Iterable[Any]],
    scope: Scope,
    secret: bytes,
    rows: StageWriter,
    odd: StageWriter,
    refused: dict[tuple[str, str, str], tuple[set[str], set[str]]],
) -> None:
    make = row_maker(declaration, scope)
    redact = redactor(declaration.redact, secret)
    for record in listing():
        if isinstance(record, Malformed):
            odd.add(_raw(redact(record.raw)), record.error)
            continue
        raw = _raw(redact(record.raw))
        try:
            row = make(record)
        except Misfit as misfit:
            odd.add(raw, str(misfit))
            continue
        rows.add(row.uid, row.hash, row.owner, row.props, row.links, raw)
        for field, why in row.unread:
            _count(refused, row.uid, field, why)


def _count(
    refused: dict[tuple[str, str, str], tuple[set[str], set[str]]],
    uid: str,
    field: str,
    why: Unread,
) -> None:
    fields, uids = refused.setdefault((why.call, why.permission, why.error), (set(), set()))
    fields.add(field)
    uids.add(uid)


def _raw(value: Any) -> bytes:
    """Return raw configuration as JSON; what JSON can't hold is kept as text."""
    try:
        return orjson.dumps(value, default=str)
    except TypeError:
        pass
    try:
        return orjson.dumps(value, default=str, option=orjson.OPT_NON_STR_KEYS)
    except TypeError:  # integers beyond 64 bits, lone surrogates
        return orjson.dumps(ascii(value))
