"""Buckets whose objects a load balancer serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, flag, ref, text
from ingest.items import Item
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.storage_bucket import GcpStorageBucket


class GcpBackendBucket(
    GcpManaged,
    service="cloudasset",
    native="compute.googleapis.com/BackendBucket",
    lists="cloudasset.assets.listResource",
    incarnation="backend_id",
):
    """What a load balancer serves the objects of a bucket by."""

    backend_id: str | None = prop("Number that no later one of its name has.")
    has_cdn: bool = prop("Objects are kept near those who ask for them.")
    bucket: Ref[GcpStorageBucket] | None = edge(
        "READS_FROM", "Bucket whose objects are served; it may be gone."
    )


def fetch(gcp: Gcp) -> Records[GcpBackendBucket]:
    """Yield the project's."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpBackendBucket:
    """Make the record of one."""
    said = data(item)
    bucket = text(said.get("bucketName"))
    return GcpBackendBucket(
        **common(gcp, item),
        backend_id=text(said.get("id")),
        has_cdn=flag(said.get("enableCdn")) is True,
        bucket=ref(gcp, f"//storage.googleapis.com/{bucket}") if bucket else None,
    )
