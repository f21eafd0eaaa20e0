"""Subnetworks of virtual networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.governed import GcpGoverned, governed
from ingest.gcp.managed import GcpManaged, common, data, entries, flag, ref, text
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.network import GcpNetwork

PRIVATE = "PRIVATE"
# `PRIVATE_RFC_1918` is what it was called before.
FOR_INSTANCES = frozenset({PRIVATE, "PRIVATE_RFC_1918"})
PROXY_ONLY = frozenset({
    "REGIONAL_MANAGED_PROXY", "GLOBAL_MANAGED_PROXY", "INTERNAL_HTTPS_LOAD_BALANCER",
})  # fmt: skip


class GcpSubnetwork(
    GcpManaged,
    GcpGoverned,
    service="cloudasset",
    native="compute.googleapis.com/Subnetwork",
    lists="cloudasset.assets.listResource",
    incarnation="subnetwork_id",
):
    """A subnetwork: the addresses of a virtual network in one region."""

    subnetwork_id: str | None = prop("Number that no later subnetwork of its name has.")
    cidr: str | None = prop("Its addresses.")
    secondary_cidrs: list[str] = prop("Further addresses, for containers and the like.")
    purpose: str | None = prop("`PRIVATE`, `REGIONAL_MANAGED_PROXY`, ...; null in older ones.")
    stack: str | None = prop("`IPV4_ONLY`, `IPV4_IPV6`, ...")
    is_for_instances: bool = prop("Instances may be in it: it is not kept for proxies or services.")
    is_proxy_only: bool = prop(
        "It is kept for the proxies of load balancers, whose traffic it can't log."
    )
    private_google_access: bool = prop(
        "Instances without an external address reach Google's interfaces."
    )
    ipv6_access: str | None = prop("`INTERNAL` or `EXTERNAL`; null without IPv6.")
    flow_logs: bool | None = prop(
        "Its traffic is logged; null where that was never set, so that the organization decides."
    )
    flow_log_interval: str | None = prop("How often the log is added up: `INTERVAL_5_SEC`.")
    flow_log_sampling: float | None = prop("Share of the traffic that is logged, 0 to 1.")
    flow_log_metadata: str | None = prop("`INCLUDE_ALL_METADATA`, ...")
    network: Ref[GcpNetwork] | None = edge("IN_NETWORK", "Network that it is part of.")


def fetch(gcp: Gcp) -> Records[GcpSubnetwork]:
    """Yield the project's subnetworks."""
    return gcp.records(read, gcp.rows(), with_policy=True)


def read(gcp: Gcp, item: Item) -> GcpSubnetwork:
    """Make the record of one subnetwork."""
    said = data(item)
    log: Json = dig(said, "logConfig") or {}
    sampling = log.get("flowSampling")
    ranges = entries(said, "secondaryIpRanges", "secondaryIpRange")
    purpose = text(said.get("purpose"))
    return GcpSubnetwork(
        **common(gcp, item),
        **governed(gcp, item),
        subnetwork_id=text(said.get("id")),
        cidr=text(said.get("ipCidrRange")),
        secondary_cidrs=[r["ipCidrRange"] for r in ranges if text(r.get("ipCidrRange"))],
        purpose=purpose,
        stack=text(said.get("stackType")),
        is_for_instances=(purpose or PRIVATE) in FOR_INSTANCES,
        is_proxy_only=purpose in PROXY_ONLY,
        private_google_access=flag(said.get("privateIpGoogleAccess")) is True,
        ipv6_access=text(said.get("ipv6AccessType")),
        flow_logs=flag(log.get("enable"), unset=flag(said.get("enableFlowLogs"))),
        flow_log_interval=text(log.get("aggregationInterval")),
        flow_log_sampling=sampling if isinstance(sampling, int | float) else None,
        flow_log_metadata=text(log.get("metadata")),
        network=ref(gcp, said.get("network")),
    )
