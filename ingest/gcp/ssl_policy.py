"""SSL policies: which versions of TLS and which ciphers load balancers take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, text, texts
from ingest.items import Item
from ingest.model import Records, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp


class GcpSslPolicy(
    GcpManaged,
    service="cloudasset",
    native=("compute.googleapis.com/SslPolicy", "compute.googleapis.com/RegionSslPolicy"),
    lists="cloudasset.assets.listResource",
    incarnation="policy_id",
):
    """An SSL policy."""

    policy_id: str | None = prop("Number that no later policy of its name has.")
    profile: str = prop("`COMPATIBLE`, `MODERN`, `RESTRICTED`, `FIPS_202205` or `CUSTOM`.")
    min_tls_version: str = prop("Oldest version that is taken: `TLS_1_0`, `TLS_1_2`, ...")
    ciphers: list[str] = prop("Ciphers that are taken, as far as Google says them.")


def fetch(gcp: Gcp) -> Records[GcpSslPolicy]:
    """Yield the project's SSL policies."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpSslPolicy:
    """Make the record of one policy; what it does not say is as wide as it can be."""
    said = data(item)
    ciphers = texts(said, "enabledFeatures", "enabledFeature")
    return GcpSslPolicy(
        **common(gcp, item),
        policy_id=text(said.get("id")),
        profile=text(said.get("profile")) or "COMPATIBLE",
        min_tls_version=text(said.get("minTlsVersion")) or "TLS_1_0",
        ciphers=ciphers or texts(said, "customFeatures", "customFeature"),
    )
