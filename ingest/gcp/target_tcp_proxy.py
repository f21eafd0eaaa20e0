"""Proxies that hand on TCP as it comes, for a load balancer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, ref, text
from ingest.items import Item
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.backend_service import GcpBackendService
    from ingest.gcp.client import Gcp


class GcpTargetTcpProxy(
    GcpManaged,
    service="cloudasset",
    native=(
        "compute.googleapis.com/TargetTcpProxy", "compute.googleapis.com/RegionTargetTcpProxy",
    ),
    lists="cloudasset.assets.listResource",
    incarnation="proxy_id",
):  # fmt: skip
    """A proxy that hands on TCP as it comes."""

    proxy_id: str | None = prop("Number that no later proxy of its name has.")
    backend_service: Ref[GcpBackendService] | None = edge("FORWARDS_TO", "What gets the traffic.")


def fetch(gcp: Gcp) -> Records[GcpTargetTcpProxy]:
    """Yield the project's proxies of TCP."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpTargetTcpProxy:
    """Make the record of one proxy."""
    said = data(item)
    return GcpTargetTcpProxy(
        **common(gcp, item),
        proxy_id=text(said.get("id")),
        backend_service=ref(gcp, said.get("service")),
    )
