"""The GraphQL types of the ledger: connectors, their scans and their units."""

from __future__ import annotations

import json
from typing import Any

from schema.shape import FIRST, Argument, Column, Link, Shape


def _text(name: str, prop: str, doc: str, type_: str = "String") -> Column:
    return Column(name=name, type=type_, doc=doc, names={"p": prop})


def _time(name: str, prop: str, doc: str) -> Column:
    return Column(name=name, type="DateTime", doc=doc, names={"p": prop}, text="toString($$N.$$P)")


def _json(name: str, prop: str, doc: str) -> Column:
    return Column(name=name, type="JSON", doc=doc, names={"p": prop}, finish=_loads)


def _loads(text: Any) -> Any:
    return json.loads(text)


CONNECTOR = Shape(
    name="Connector",
    doc="One account, subscription or project that is read.",
    fields=(
        _text("id", "id", "Its key: cloud, partition and scope.", "String!"),
        _text("name", "name", "Name given by the user.", "String!"),
        _text("cloud", "cloud", "`aws`, `azure` or `gcp`.", "String!"),
        _text("partition", "partition", "Partition of the cloud.", "String!"),
        _text("scope", "scope", "Id of the account, subscription or project.", "String!"),
        _text("state", "state", "`pending`, `online`, `degraded` or `offline`.", "String!"),
        _text("lastError", "last_error", "Why it is degraded or offline."),
        Column(name="publishing", type="Boolean!", text="$$N.sequence % 2 = 1",
               doc="A scan is being written right now: what is read may mix two scans."),
        _time("addedAt", "added_at", "When it was added."),
        Column(name="scanning", type="Boolean!", doc="A scan is under way.",
               text="$$N.scanning IS NOT NULL"),
        Link(name="scans", target="Scan", many=True, order="$$N.started_at DESC, $$N.id",
             match="($$A)<-[$$E:SCAN_OF]-($$N:Scan)", doc="Its scans, newest first.",
             arguments=(FIRST,)),
        Link(name="units", target="Unit", many=True, order="$$N.type, $$N.region",
             match="($$A)<-[$$E:UNIT_OF]-($$N:Unit)", doc="Its units, by type and region.",
             narrow={"state": "$$N.state = $VALUE"},
             arguments=(Argument(name="state", type="String", doc="Only in this state."), FIRST)),
    ),
)  # fmt: skip

SCAN = Shape(
    name="Scan",
    doc="One pass over a connector.",
    fields=(
        _text("id", "id", "Its id.", "String!"),
        _time("startedAt", "started_at", "When it began."),
        _time("finishedAt", "finished_at", "When it ended; null while it runs."),
        _text("state", "state", "`complete` or `incomplete`; null while it runs."),
        _json("summary", "summary", "What it read and wrote."),
        Link(name="connector", target="Connector", match="($$A)-[$$E:SCAN_OF]->($$N:Connector)",
             doc="What it scanned."),
    ),
)  # fmt: skip

UNIT = Shape(
    name="Unit",
    doc="A connector's resources of one type in one region: what is read or unread as a whole.",
    fields=(
        _text("id", "id", "Its id.", "String!"),
        _text("type", "type", "Resource type.", "String!"),
        _text("region", "region", "Region.", "String!"),
        _text("state", "state", "`planned`, `complete`, `unread`, `not_offered`, `not_enabled` or "
              "`excluded`.", "String!"),
        _text("call", "call", "The call that was refused or failed."),
        _text("error", "error", "The cloud's error."),
        _text("count", "count", "Resources that the last complete listing held.", "Int"),
        _text("quarantined", "quarantined", "Records that did not fit their type.", "Int"),
        Column(name="seconds", type="Float", doc="How long it took.", names={"p": "seconds"}),
        _json("refusals", "refusals", "Calls that were refused for single fields."),
        _text("scan", "scan", "Id of the scan that filled it last."),
        _time("lastSeen", "last_seen", "When it was listed last."),
        Link(name="connector", target="Connector", match="($$A)-[$$E:UNIT_OF]->($$N:Connector)",
             doc="Whose unit it is."),
    ),
)  # fmt: skip

SHAPES = (CONNECTOR, SCAN, UNIT)
