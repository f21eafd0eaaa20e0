"""Routes of virtual networks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.gcp.managed import GcpManaged, common, data, entries, number, ref, text, texts
from ingest.gcp.names import last
from ingest.items import Item
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.compute_instance import GcpComputeInstance
    from ingest.gcp.forwarding_rule import GcpForwardingRule
    from ingest.gcp.network import GcpNetwork
    from ingest.gcp.resource import GcpResource

DEFAULT_PRIORITY = 1_000
INTERNET = "default-internet-gateway"
# What a route leads to, by the field that says it.
WAYS = {
    "nextHopGateway": "gateway", "nextHopInstance": "instance", "nextHopIlb": "load balancer",
    "nextHopVpnTunnel": "tunnel", "nextHopPeering": "peering", "nextHopNetwork": "network",
    "nextHopHub": "hub", "nextHopInterconnectAttachment": "attachment", "nextHopIp": "address",
}  # fmt: skip
LINKED = ("nextHopInstance", "nextHopIlb", "nextHopVpnTunnel")


class GcpRoute(
    GcpManaged,
    service="cloudasset",
    native="compute.googleapis.com/Route",
    lists="cloudasset.assets.listResource",
    incarnation="route_id",
):
    """A route: where a network sends what goes to some addresses."""

    route_id: str | None = prop("Number that no later route of its name has.")
    destination: str | None = prop("Addresses that it is for.")
    priority: int = prop("Of routes for the same addresses the one with the lowest number counts.")
    network_tags: list[str] = prop("Tags of the instances that it holds for; all without any.")
    kind: str | None = prop("`STATIC`, `SUBNET`, `BGP` or `TRANSIT`; null in older ones.")
    leads_to: str | None = prop(
        "`gateway`, `instance`, `load balancer`, `tunnel`, `peering`, `network`, `hub`, "
        "`attachment` or `address`."
    )
    next_hop: str | None = prop("Name or address of what it leads to.")
    is_to_internet: bool = prop("It leads to the internet.")
    warnings: list[str] = prop("What Google warns of: `NEXT_HOP_INSTANCE_NOT_FOUND`, ...")
    network: Ref[GcpNetwork] | None = edge("IN_NETWORK", "Network that it belongs to.")
    target: Ref[GcpComputeInstance | GcpForwardingRule | GcpResource] | None = edge(
        "ROUTES_TO", "Instance, load balancer or tunnel that it leads to."
    )


def fetch(gcp: Gcp) -> Records[GcpRoute]:
    """Yield the project's routes."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpRoute:
    """Make the record of one route."""
    said = data(item)
    priority = number(said.get("priority"))
    field = next((name for name in WAYS if text(said.get(name))), None)
    hop = last(said[field]) if field else None
    return GcpRoute(
        **common(gcp, item),
        route_id=text(said.get("id")),
        destination=text(said.get("destRange")),
        priority=DEFAULT_PRIORITY if priority is None else priority,
        network_tags=texts(said, "tags", "tag"),
        kind=text(said.get("routeType")),
        leads_to=WAYS[field] if field else None,
        next_hop=hop,
        is_to_internet=field == "nextHopGateway" and hop == INTERNET,
        warnings=[code for warning in entries(said, "warnings") if (code := _code(warning))],
        network=ref(gcp, said.get("network")),
        target=_target(gcp, said),
    )


def _code(warning: Json) -> str | None:
    return text(warning.get("code"))


def _target(gcp: Gcp, said: Json) -> Ref[Any] | None:
    # A load balancer may be said by its address, which is no reference.
    return next((found for name in LINKED if (found := ref(gcp, said.get(name)))), None)
