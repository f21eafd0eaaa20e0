"""What proxies that end TLS have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from ingest.gcp.managed import GcpManaged, ref, refs, text, texts
from ingest.gcp.names import last
from ingest.model import Json, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.ssl_certificate import GcpSslCertificate
    from ingest.gcp.ssl_policy import GcpSslPolicy


class GcpTlsProxy(GcpManaged, is_base=True):
    """The fields of every proxy that ends TLS, whatever it hands on."""

    proxy_id: str | None = prop("Number that no later proxy of its name has.")
    certificate_map: str | None = prop(
        "Map of Certificate Manager that its certificates come from; null where it names them."
    )
    ssl_policy: Ref[GcpSslPolicy] | None = edge(
        "USES_SSL_POLICY", "Versions and ciphers that it takes; without one, Google's widest set."
    )
    certificates: list[Ref[GcpSslCertificate]] = edge(
        "USES_CERTIFICATE", "Certificates that it shows."
    )


class TlsProxy(TypedDict):
    """What `tls_proxy` gives."""

    proxy_id: str | None
    certificate_map: str | None
    ssl_policy: Ref[GcpSslPolicy] | None
    certificates: list[Ref[GcpSslCertificate]]


def tls_proxy(gcp: Gcp, said: Json) -> TlsProxy:
    """Return the fields of `GcpTlsProxy`, from what an asset's resource says."""
    return {
        "proxy_id": text(said.get("id")),
        "certificate_map": last(said.get("certificateMap")),
        "ssl_policy": ref(gcp, said.get("sslPolicy")),
        "certificates": refs(gcp, texts(said, "sslCertificates", "sslCertificate")),
    }
