"""Azure load balancers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ingest.azure.managed import AzureManaged, common, refs, sku, uid
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.network_interface import AzureNetworkInterface
    from ingest.azure.public_address import AzurePublicAddress
    from ingest.azure.scale_set import AzureScaleSet
    from ingest.azure.subnet import AzureSubnet

INTERFACE = re.compile(r"(.*/providers/microsoft\.network/networkinterfaces/[^/]+)/.*")
SCALE_SET = re.compile(r"(.*/providers/microsoft\.compute/virtualmachinescalesets/[^/]+)/.*")


class AzureLoadBalancer(
    AzureManaged,
    service="Resources",
    native="microsoft.network/loadbalancers",
    lists="Microsoft.Network/loadBalancers/read",
):
    """A load balancer."""

    sku: str | None = prop("`Basic`, `Standard` or `Gateway`: a basic one is open by default.")
    is_public: bool = prop("It has a public address.")
    private_addresses: list[str] = prop("Its addresses in its subnets.")
    ports: list[int] = prop("Ports that it spreads over what stands behind it; 0 is every port.")
    nat_ports: list[int] = prop("Ports that lead to one thing behind it each.")
    public_addresses: list[Ref[AzurePublicAddress]] = edge(
        "HAS_ADDRESS", "Public addresses that lead to it."
    )
    subnets: list[Ref[AzureSubnet]] = edge("IN_SUBNET", "Subnets that it has addresses of.")
    interfaces: list[Ref[AzureNetworkInterface]] = edge(
        "SENDS_TO", "Interfaces that stand behind it."
    )
    scale_sets: list[Ref[AzureScaleSet]] = edge("SENDS_TO", "Scale sets that stand behind it.")


def fetch(azure: Azure) -> Records[AzureLoadBalancer]:
    """Yield the subscription's load balancers."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureLoadBalancer:  # noqa: ARG001 - every `read` takes both
    """Make the record of one load balancer."""
    said: Json = item["properties"]
    fronts = [entry["properties"] for entry in said.get("frontendIPConfigurations") or ()]
    public = refs(fronts, "publicIPAddress.id")
    behind = _behind(said)
    return AzureLoadBalancer(
        **common(item),
        sku=sku(item),
        is_public=bool(public) or any(front.get("publicIPPrefix") for front in fronts),
        private_addresses=[f["privateIPAddress"] for f in fronts if f.get("privateIPAddress")],
        ports=_ports(said.get("loadBalancingRules")),
        nat_ports=_ports(said.get("inboundNatRules")),
        public_addresses=public,
        subnets=refs(fronts, "subnet.id"),
        interfaces=owners(INTERFACE, behind),
        scale_sets=owners(SCALE_SET, behind),
    )


def owners(form: re.Pattern[str], ids: list[str]) -> list[Ref[Any]]:
    """Return what points at the resources that ids of ip configurations begin with, of one form."""
    found = (form.fullmatch(uid(id_)) for id_ in ids)
    return [Ref(id_) for id_ in dict.fromkeys(match[1] for match in found if match)]


def _behind(said: Json) -> list[str]:
    """Return the ids of the ip configurations that traffic is sent to."""
    entries = [
        *(
            target
            for pool in said.get("backendAddressPools") or ()
            for target in dig(pool, "properties.backendIPConfigurations") or ()
        ),
        *(
            target
            for rule in said.get("inboundNatRules") or ()
            if (target := dig(rule, "properties.backendIPConfiguration"))
        ),
    ]
    return [entry["id"] for entry in entries]


def _ports(rules: Any) -> list[int]:
    found = (dig(rule, "properties.frontendPort") for rule in rules or ())
    return sorted({port for port in found if port is not None})
