"""Read types of a project that is open, as a scan does."""

from __future__ import annotations

import dataclasses
from typing import Any

import orjson

from ingest.catalogue import discover
from ingest.gcp.reader import GcpReader
from ingest.inventoried import GLOBAL
from ingest.model import Malformed, Unread
from ingest.rows import row_maker
from ingest.units import Unit

CATALOGUE = discover()
LABELS = tuple(d.label for d in CATALOGUE.of_cloud("gcp"))


@dataclasses.dataclass(frozen=True, kw_only=True)
class Read:
    """What a type's listing gave: rows by uid, what was unread of each, and what did not fit."""

    rows: dict[str, dict[str, Any]]
    unread: dict[str, dict[str, Unread]]
    odd: list[Malformed]
    raw: dict[str, Any]

    def props(self, last: str) -> dict[str, Any]:
        """Return the properties of the one whose uid ends like this."""
        (found,) = [row["p"] for uid, row in self.rows.items() if uid.endswith("/" + last)]
        props: dict[str, Any] = found
        return props

    def edges(self, last: str) -> dict[str, dict[str, Any]]:
        """Return the edges of the one whose uid ends like this: type -> end -> properties."""
        (found,) = [row["e"] for uid, row in self.rows.items() if uid.endswith("/" + last)]
        return {type_: dict(ends) for type_, _, ends in found}


def read(reader: GcpReader, label: str, scan: str = "scan-1") -> Read:
    """Read all records of a type. Raises Refused."""
    declaration = CATALOGUE[label]
    unit = Unit(connector="c", type=label, region=GLOBAL)
    listing, scope = reader.listing(declaration, unit, scan)
    make = row_maker(declaration, scope)
    found = Read(rows={}, unread={}, odd=[], raw={})
    for record in listing():
        if isinstance(record, Malformed):
            found.odd.append(record)
            continue
        row = make(record)
        assert row.uid not in found.rows, "a record comes once"
        found.rows[row.uid] = {"p": orjson.loads(row.props), **orjson.loads(row.links)}
        found.unread[row.uid] = dict(row.unread)
        found.raw[row.uid] = record.raw
    return found
