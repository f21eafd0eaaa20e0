"""Proxies that end TLS for a load balancer of whatever protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, ref, refs, text, texts
from ingest.gcp.names import last
from ingest.items import Item
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.backend_service import GcpBackendService
    from ingest.gcp.client import Gcp
    from ingest.gcp.ssl_certificate import GcpSslCertificate
    from ingest.gcp.ssl_policy import GcpSslPolicy


class GcpTargetSslProxy(
    GcpManaged,
    service="cloudasset",
    native="compute.googleapis.com/TargetSslProxy",
    lists="cloudasset.assets.listResource",
    incarnation="proxy_id",
):
    """A proxy that ends TLS."""

    proxy_id: str | None = prop("Number that no later proxy of its name has.")
    certificate_map: str | None = prop(
        "Map of Certificate Manager that its certificates come from; null where it names them."
    )
    backend_service: Ref[GcpBackendService] | None = edge("FORWARDS_TO", "What gets the traffic.")
    ssl_policy: Ref[GcpSslPolicy] | None = edge(
        "USES_SSL_POLICY", "Versions and ciphers that it takes; without one, Google's widest set."
    )
    certificates: list[Ref[GcpSslCertificate]] = edge(
        "USES_CERTIFICATE", "Certificates that it shows."
    )


def fetch(gcp: Gcp) -> Records[GcpTargetSslProxy]:
    """Yield the project's proxies of TLS."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpTargetSslProxy:
    """Make the record of one proxy."""
    said = data(item)
    return GcpTargetSslProxy(
        **common(gcp, item),
        proxy_id=text(said.get("id")),
        certificate_map=last(said.get("certificateMap")),
        backend_service=ref(gcp, said.get("service")),
        ssl_policy=ref(gcp, said.get("sslPolicy")),
        certificates=refs(gcp, texts(said, "sslCertificates", "sslCertificate")),
    )
