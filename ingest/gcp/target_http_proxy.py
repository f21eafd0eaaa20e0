"""Proxies that take HTTP in clear text for a load balancer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, ref, text
from ingest.items import Item
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.url_map import GcpUrlMap


class GcpTargetHttpProxy(
    GcpManaged,
    service="cloudasset",
    native=(
        "compute.googleapis.com/TargetHttpProxy", "compute.googleapis.com/RegionTargetHttpProxy",
    ),
    lists="cloudasset.assets.listResource",
    incarnation="proxy_id",
):  # fmt: skip
    """A proxy that takes HTTP in clear text."""

    proxy_id: str | None = prop("Number that no later proxy of its name has.")
    url_map: Ref[GcpUrlMap] | None = edge("FORWARDS_TO", "What tells where a request goes.")


def fetch(gcp: Gcp) -> Records[GcpTargetHttpProxy]:
    """Yield the project's proxies of HTTP."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpTargetHttpProxy:
    """Make the record of one proxy."""
    said = data(item)
    return GcpTargetHttpProxy(
        **common(gcp, item),
        proxy_id=text(said.get("id")),
        url_map=ref(gcp, said.get("urlMap")),
    )
