"""Subnets, which stand inside their virtual network and have an id of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ingest.azure.managed import AzureManaged, common, ref
from ingest.items import Item
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.network_security_group import AzureNetworkSecurityGroup
    from ingest.azure.route_table import AzureRouteTable
    from ingest.azure.virtual_network import AzureVirtualNetwork

NETWORKS = "microsoft.network/virtualnetworks"


class AzureSubnet(
    AzureManaged, service="Resources", lists="Microsoft.Network/virtualNetworks/read"
):
    """A subnet of a virtual network."""

    address_prefixes: list[str] = prop("Its ranges of addresses.")
    default_outbound_access: bool | None = prop("What is in it reaches the internet by default.")
    delegations: list[str] = prop("Services that it is given to: `Microsoft.Web/serverFarms`.")
    service_endpoints: list[str] = prop("Services that are reached from it directly.")
    network: Ref[AzureVirtualNetwork] = edge("IN_NETWORK", "Virtual network it is part of.")
    security_group: Ref[AzureNetworkSecurityGroup] | None = edge(
        "PROTECTED_BY", "Security group that filters what goes in and out."
    )
    route_table: Ref[AzureRouteTable] | None = edge("ROUTED_BY", "Its own route table.")


def fetch(azure: Azure) -> Records[AzureSubnet]:
    """Yield the subnets of all virtual networks."""
    return azure.records(read, embedded(azure.rows(NETWORKS), "subnets"))


def embedded(rows: Iterator[Any], name: str) -> Iterator[Json]:
    """Yield what stands inside rows, with the place of the row and its id as `within`."""
    for row in rows:
        for entry in row["properties"].get(name) or ():
            yield {
                **entry, "within": row["id"], "location": row.get("location"),
                "resourceGroup": row.get("resourceGroup"),
            }  # fmt: skip


def read(azure: Azure, item: Item) -> AzureSubnet:  # noqa: ARG001 - every `read` takes both
    """Make the record of one subnet."""
    said: Json = item.get("properties") or {}
    prefixes = said.get("addressPrefixes") or [said.get("addressPrefix")]
    return AzureSubnet(
        **common(item),
        address_prefixes=[prefix for prefix in prefixes if prefix],
        default_outbound_access=said.get("defaultOutboundAccess"),
        delegations=[d["properties"]["serviceName"] for d in said.get("delegations") or ()],
        service_endpoints=[e["service"] for e in said.get("serviceEndpoints") or ()],
        network=Ref(item["within"].lower()),
        security_group=ref(item.get("properties.networkSecurityGroup.id")),
        route_table=ref(item.get("properties.routeTable.id")),
    )
