"""Proxies that end HTTPS for a load balancer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import common, data, ref, text
from ingest.gcp.tls_proxy import GcpTlsProxy, tls_proxy
from ingest.items import Item
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.url_map import GcpUrlMap


class GcpTargetHttpsProxy(
    GcpTlsProxy,
    service="cloudasset",
    native=(
        "compute.googleapis.com/TargetHttpsProxy", "compute.googleapis.com/RegionTargetHttpsProxy",
    ),
    lists="cloudasset.assets.listResource",
    incarnation="proxy_id",
):  # fmt: skip
    """A proxy that ends HTTPS."""

    quic: str | None = prop("Whether it takes HTTP/3: `NONE` leaves that to Google.")
    early_data: str | None = prop(
        "Which requests it takes before a handshake is over: `DISABLED`, `STRICT`, `PERMISSIVE`."
    )
    url_map: Ref[GcpUrlMap] | None = edge("FORWARDS_TO", "What tells where a request goes.")


def fetch(gcp: Gcp) -> Records[GcpTargetHttpsProxy]:
    """Yield the project's proxies of HTTPS."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpTargetHttpsProxy:
    """Make the record of one proxy."""
    said = data(item)
    return GcpTargetHttpsProxy(
        **common(gcp, item),
        **tls_proxy(gcp, said),
        quic=text(said.get("quicOverride")),
        early_data=text(said.get("tlsEarlyData")),
        url_map=ref(gcp, said.get("urlMap")),
    )
