"""Log sinks of a project: which log entries are copied where.

Sinks of folders and organizations are no part of a project's inventory and are left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.gcp.log_filter import terms
from ingest.gcp.managed import (
    GcpManaged,
    common,
    data,
    entries,
    flag,
    ref,
    service_account_ref,
    text,
)
from ingest.items import Item
from ingest.model import Json, Records, Ref, Resource, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.service_account import GcpServiceAccount

TO_PROJECT = re.compile(r"^logging\.googleapis\.com/(projects/[^/]+)$")
SERVICE = re.compile(r"^([a-z]+)\.googleapis\.com/")


class GcpLogSink(
    GcpManaged,
    service="cloudasset",
    native="logging.googleapis.com/LogSink",
    lists="cloudasset.assets.listResource",
):
    """A log sink: it copies log entries to where they are kept."""

    destination: str | None = prop("Where it copies them to, as written.")
    destination_service: str | None = prop("`storage`, `bigquery`, `pubsub` or `logging`.")
    filter: str | None = prop("Entries that it copies, as written; null where it copies all.")
    terms: list[str] = prop("The comparisons of its filter, in one spelling: `severity>=ERROR`.")
    exclusions: list[str] = prop("Filters in force of what it leaves out all the same.")
    is_disabled: bool = prop("It copies nothing.")
    includes_children: bool = prop("It copies what is logged below its folder or organization too.")
    to: Ref[Resource] | None = edge(
        "SENDS_TO", "Bucket, dataset, topic, log bucket or project that it copies them to."
    )
    writer: Ref[GcpServiceAccount] | None = edge(
        "HAS_IDENTITY", "Service account that it writes as."
    )


def fetch(gcp: Gcp) -> Records[GcpLogSink]:
    """Yield the project's sinks."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpLogSink:
    """Make the record of one sink."""
    said = data(item)
    destination = text(said.get("destination"))
    service = SERVICE.match(destination or "")
    return GcpLogSink(
        **common(gcp, item),
        destination=destination,
        destination_service=service[1] if service else None,
        filter=text(said.get("filter")),
        terms=terms(text(said.get("filter")) or ""),
        exclusions=_exclusions(said),
        is_disabled=flag(said.get("disabled")) is True,
        includes_children=flag(said.get("includeChildren")) is True,
        to=_to(gcp, destination),
        writer=service_account_ref(gcp, said.get("writerIdentity")),
    )


def _exclusions(said: Json) -> list[str]:
    return [
        str(entry.get("filter"))
        for entry in entries(said, "exclusions")
        if flag(entry.get("disabled")) is not True
    ]


def _to(gcp: Gcp, destination: str | None) -> Ref[Resource] | None:
    """Return what points at a destination; a project is meant by its logs."""
    project = TO_PROJECT.match(destination or "")
    return ref(gcp, project[1] if project else destination)
