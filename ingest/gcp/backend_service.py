"""Backend services: how a load balancer treats the groups that it sends traffic to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import (
    GcpManaged,
    common,
    data,
    entries,
    flag,
    number,
    ref,
    refs,
    text,
)
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.instance_group import GcpInstanceGroup
    from ingest.gcp.network import GcpNetwork
    from ingest.gcp.resource import GcpResource
    from ingest.gcp.security_policy import GcpSecurityPolicy

HTTP = frozenset({"HTTP", "HTTPS", "HTTP2", "H2C"})


class GcpBackendService(
    GcpManaged,
    service="cloudasset",
    native=(
        "compute.googleapis.com/BackendService", "compute.googleapis.com/RegionBackendService",
    ),
    lists="cloudasset.assets.listResource",
    redact=("data.iap.oauth2ClientSecret", "data.iap.oauth2ClientSecretSha256"),
    incarnation="service_id",
):  # fmt: skip
    """A backend service of a load balancer."""

    service_id: str | None = prop("Number that no later service of its name has.")
    protocol: str | None = prop("Protocol by which it speaks to its backends.")
    is_http: bool = prop("It hands on requests, and no mere connections.")
    scheme: str | None = prop("`EXTERNAL`, `EXTERNAL_MANAGED`, `INTERNAL`, ...")
    is_external: bool = prop("It is part of a load balancer that the internet reaches.")
    timeout_seconds: int | None = prop("Seconds within which a backend has to answer.")
    is_logged: bool = prop("What is asked of it is logged.")
    log_share: float | None = prop(
        "Share of the requests that is logged, 0 to 1; null where none is."
    )
    asks_who: bool = prop(
        "Identity-Aware Proxy lets through only people and programs that a policy names."
    )
    has_cdn: bool = prop("Answers are kept near those who ask.")
    groups: list[Ref[GcpInstanceGroup | GcpResource]] = edge(
        "ROUTES_TO", "Groups of instances or of endpoints that get the traffic."
    )
    security_policy: Ref[GcpSecurityPolicy] | None = edge(
        "PROTECTED_BY", "Policy of Cloud Armor that requests have to get past."
    )
    network: Ref[GcpNetwork] | None = edge("IN_NETWORK", "Network of an internal one.")


def fetch(gcp: Gcp) -> Records[GcpBackendService]:
    """Yield the project's backend services."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpBackendService:
    """Make the record of one service."""
    said = data(item)
    protocol, scheme = text(said.get("protocol")), text(said.get("loadBalancingScheme"))
    is_logged = flag(dig(said, "logConfig.enable")) is True
    return GcpBackendService(
        **common(gcp, item),
        service_id=text(said.get("id")),
        protocol=protocol,
        is_http=protocol in HTTP,
        scheme=scheme,
        is_external=scheme is not None and scheme.startswith("EXTERNAL"),
        timeout_seconds=number(said.get("timeoutSec")),
        is_logged=is_logged,
        log_share=_share(said) if is_logged else None,
        asks_who=flag(dig(said, "iap.enabled")) is True,
        has_cdn=flag(said.get("enableCDN")) is True,
        groups=refs(gcp, entries(said, "backends", "backend"), "group"),
        security_policy=ref(gcp, said.get("securityPolicy")),
        network=ref(gcp, said.get("network")),
    )


def _share(said: Json) -> float:
    """Return the share of requests that is logged: all of them where nothing else is said."""
    rate = dig(said, "logConfig.sampleRate")
    return float(rate) if isinstance(rate, int | float) else 1.0
