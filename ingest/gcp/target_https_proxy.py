"""Proxies that end HTTPS for a load balancer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, ref, refs, text, texts
from ingest.gcp.names import last
from ingest.items import Item
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.ssl_certificate import GcpSslCertificate
    from ingest.gcp.ssl_policy import GcpSslPolicy
    from ingest.gcp.url_map import GcpUrlMap


class GcpTargetHttpsProxy(
    GcpManaged,
    service="cloudasset",
    native=(
        "compute.googleapis.com/TargetHttpsProxy", "compute.googleapis.com/RegionTargetHttpsProxy",
    ),
    lists="cloudasset.assets.listResource",
    incarnation="proxy_id",
):  # fmt: skip
    """A proxy that ends HTTPS."""

    proxy_id: str | None = prop("Number that no later proxy of its name has.")
    certificate_map: str | None = prop(
        "Map of Certificate Manager that its certificates come from; null where it names them."
    )
    quic: str | None = prop("Whether it takes HTTP/3: `NONE` leaves that to Google.")
    early_data: str | None = prop(
        "Which requests it takes before a handshake is over: `DISABLED`, `STRICT`, `PERMISSIVE`."
    )
    url_map: Ref[GcpUrlMap] | None = edge("FORWARDS_TO", "What tells where a request goes.")
    ssl_policy: Ref[GcpSslPolicy] | None = edge(
        "USES_SSL_POLICY", "Versions and ciphers that it takes; without one, Google's widest set."
    )
    certificates: list[Ref[GcpSslCertificate]] = edge(
        "USES_CERTIFICATE", "Certificates that it shows."
    )


def fetch(gcp: Gcp) -> Records[GcpTargetHttpsProxy]:
    """Yield the project's proxies of HTTPS."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpTargetHttpsProxy:
    """Make the record of one proxy."""
    said = data(item)
    return GcpTargetHttpsProxy(
        **common(gcp, item),
        proxy_id=text(said.get("id")),
        certificate_map=last(said.get("certificateMap")),
        quic=text(said.get("quicOverride")),
        early_data=text(said.get("tlsEarlyData")),
        url_map=ref(gcp, said.get("urlMap")),
        ssl_policy=ref(gcp, said.get("sslPolicy")),
        certificates=refs(gcp, texts(said, "sslCertificates", "sslCertificate")),
    )
