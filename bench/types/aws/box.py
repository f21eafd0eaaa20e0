"""The type of the load benchmark: 20 properties, 3 edges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from ingest.model import Ref, Resource, edge, key, prop


class AwsBox(Resource, service="boxes", lists="boxes:ListBoxes"):
    """A thing of the benchmark."""

    arn: str = key("Amazon Resource Name.")
    id: str = prop("Id.")
    state: str = prop("State.")
    zone: str = prop("Zone.")
    kind: str = prop("Kind.")
    owner: str = prop("Owner.")
    address: str = prop("Address.")
    size_gib: int = prop("Size.")
    cpus: int = prop("Processors.")
    port: int = prop("Port.")
    cost: float = prop("Cost.")
    is_public: bool = prop("Public.")
    is_encrypted: bool = prop("Encrypted.")
    is_monitored: bool = prop("Monitored.")
    started_at: datetime = prop("Start.")
    groups: list[str] = prop("Groups.")
    note: str | None = prop("Note.")
    in_rack: Ref[AwsBox] = edge("IN_RACK", "Rack.")
    backed_by: Ref[AwsBox] = edge("BACKED_BY_BOX", "Backup.")
    talks_to: Ref[AwsBox] = edge("TALKS_TO", "Peer.")


def fetch(aws: Any) -> Iterator[AwsBox]:
    """Yield what the benchmark hands in."""
    yield from aws
