"""Virtual networks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.gcp.managed import GcpManaged, common, data, either, entries, flag, number, ref, text
from ingest.gcp.names import last
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp

LEGACY, AUTO, CUSTOM = "legacy", "auto", "custom"
LEGACY_RANGE = ("IPv4Range", "ipv4Range")


class GcpNetwork(
    GcpManaged,
    service="cloudasset",
    native="compute.googleapis.com/Network",
    lists="cloudasset.assets.listResource",
    incarnation="network_id",
):
    """A virtual network."""

    network_id: str | None = prop("Number that no later network of its name has.")
    mode: str = prop(
        "`auto` where subnetworks come by themselves, `custom`, or `legacy` without any."
    )
    is_default: bool = prop("It is called `default`, as the one that a project is made with.")
    routing_mode: str | None = prop("`REGIONAL` or `GLOBAL`.")
    legacy_cidr: str | None = prop("Addresses of a `legacy` one, which has no subnetworks.")
    mtu: int | None = prop("Size of the largest packet in bytes.")
    firewall_order: str | None = prop(
        "Whether firewall policies are asked before its firewall rules or after them."
    )
    firewall_policy: str | None = prop("Policy of firewalls that it has beside its rules.")
    internal_ipv6: bool = prop("It has a range of internal IPv6 addresses.")
    peers: list[Ref[GcpNetwork]] = edge(
        "PEERED_WITH",
        "Networks that it is peered with.",
        props={"state": "`ACTIVE` or `INACTIVE`.", "exchanges_routes": "Routes go both ways."},
    )


def fetch(gcp: Gcp) -> Records[GcpNetwork]:
    """Yield the project's networks."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpNetwork:
    """Make the record of one network."""
    said = data(item)
    return GcpNetwork(
        **(shared := common(gcp, item)),
        network_id=text(said.get("id")),
        mode=_mode(said),
        is_default=shared["name"] == "default",
        routing_mode=text(dig(said, "routingConfig.routingMode")),
        legacy_cidr=text(either(said, *LEGACY_RANGE)),
        mtu=number(said.get("mtu")),
        firewall_order=text(said.get("networkFirewallPolicyEnforcementOrder")),
        firewall_policy=last(said.get("firewallPolicy")),
        internal_ipv6=flag(said.get("enableUlaInternalIpv6")) is True,
        peers=_peers(gcp, said),
    )


def _mode(said: Json) -> str:
    """Return how subnetworks come: only a network of the older form has addresses itself."""
    if either(said, *LEGACY_RANGE):
        return LEGACY
    return AUTO if flag(said.get("autoCreateSubnetworks")) else CUSTOM


def _peers(gcp: Gcp, said: Json) -> list[Any]:
    found: list[Any] = []
    for peering in entries(said, "peerings", "peering"):
        peer = ref(gcp, peering.get("network"))
        if peer is not None:
            how = {
                "state": text(peering.get("state")),
                "exchanges_routes": flag(
                    either(peering, "exchangeSubnetRoutes", "autoCreateRoutes")
                ),
            }
            found.append(Ref(peer.uid, {n: value for n, value in how.items() if value is not None}))
    return found
