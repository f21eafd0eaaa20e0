"""Proxies that end TLS for a load balancer of whatever protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import common, data, ref
from ingest.gcp.tls_proxy import GcpTlsProxy, tls_proxy
from ingest.items import Item
from ingest.model import Records, Ref, edge

if TYPE_CHECKING:
    from ingest.gcp.backend_service import GcpBackendService
    from ingest.gcp.client import Gcp


class GcpTargetSslProxy(
    GcpTlsProxy,
    service="cloudasset",
    native="compute.googleapis.com/TargetSslProxy",
    lists="cloudasset.assets.listResource",
    incarnation="proxy_id",
):
    """A proxy that ends TLS."""

    backend_service: Ref[GcpBackendService] | None = edge("FORWARDS_TO", "What gets the traffic.")


def fetch(gcp: Gcp) -> Records[GcpTargetSslProxy]:
    """Yield the project's proxies of TLS."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpTargetSslProxy:
    """Make the record of one proxy."""
    said = data(item)
    return GcpTargetSslProxy(
        **common(gcp, item),
        **tls_proxy(gcp, said),
        backend_service=ref(gcp, said.get("service")),
    )
