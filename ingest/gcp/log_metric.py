"""Metrics that count log entries."""

from __future__ import annotations

import urllib.parse
from typing import TYPE_CHECKING

from ingest.gcp.log_filter import terms
from ingest.gcp.managed import GcpManaged, common, data, flag, ref, text
from ingest.items import Item, dig
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.log_bucket import GcpLogBucket

HOST = "//logging.googleapis.com/"


class GcpLogMetric(
    GcpManaged,
    service="cloudasset",
    native="logging.googleapis.com/LogMetric",
    lists="cloudasset.assets.listResource",
):
    """A metric that counts the log entries that its filter lets through."""

    filter: str | None = prop("Entries that it counts, as written.")
    terms: list[str] = prop(
        "The comparisons of its filter, in one spelling: `resource.type=gce_route`, "
        "`NOT severity=DEBUG`. Whether they are joined by AND or OR is not told."
    )
    description: str | None = prop("What people say of it.")
    is_disabled: bool = prop("It counts nothing.")
    is_distribution: bool = prop("It takes a value out of each entry and does not only count.")
    log_bucket: Ref[GcpLogBucket] | None = edge(
        "FILTERS", "Log bucket whose entries it counts, where it is not all that the project logs."
    )


def fetch(gcp: Gcp) -> Records[GcpLogMetric]:
    """Yield the project's metrics."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpLogMetric:
    """Make the record of one metric."""
    said = data(item)
    name, bucket = text(said.get("name")), text(said.get("bucketName"))
    return GcpLogMetric(
        **common(gcp, item, full_name=name and metric_uid(gcp, name), name=name or ""),
        filter=text(said.get("filter")),
        terms=terms(text(said.get("filter")) or ""),
        description=text(said.get("description")),
        is_disabled=flag(said.get("disabled")) is True,
        is_distribution=dig(said, "metricDescriptor.valueType") == "DISTRIBUTION",
        log_bucket=ref(gcp, bucket and HOST + bucket),
    )


def metric_uid(gcp: Gcp, name: str) -> str:
    """Return the uid of a metric of the project; names may have a `/`, which uids escape."""
    quoted = urllib.parse.quote(name, safe="")
    return f"{HOST}projects/{gcp.project}/metrics/{quoted}"
