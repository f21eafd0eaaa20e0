"""Subnets, which stand inside their virtual network and have an id of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ingest.azure.managed import AzureManaged, common, flag, ref, uid
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, Resource, edge, prop

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
    default_outbound_access: bool | None = prop(
        "What is in it reaches the internet by default; null where the subnet does not say."
    )
    delegations: list[str] = prop("Services that it is given to: `Microsoft.Web/serverFarms`.")
    service_endpoints: list[str] = prop("Services that are reached from it directly.")
    private_endpoint_policies: str | None = prop(
        "What applies to private endpoints in it: `Disabled`, `Enabled`, "
        "`NetworkSecurityGroupEnabled`, `RouteTableEnabled`."
    )
    network: Ref[AzureVirtualNetwork] = edge("IN_NETWORK", "Virtual network it is part of.")
    security_group: Ref[AzureNetworkSecurityGroup] | None = edge(
        "PROTECTED_BY", "Security group that filters what goes in and out."
    )
    route_table: Ref[AzureRouteTable] | None = edge("ROUTED_BY", "Its own route table.")
    nat_gateway: Ref[Resource] | None = edge(
        "ROUTES_TO", "NAT gateway that it reaches the internet through."
    )


def fetch(azure: Azure) -> Records[AzureSubnet]:
    """Yield the subnets of all virtual networks."""
    return azure.records(read, embedded(azure.rows(NETWORKS), "subnets"))


def embedded(rows: Iterator[Any], *names: str) -> Iterator[Json]:
    """Yield what stands inside rows, with the place of the row and its id as `within`.

    A row of another form is yielded as it is, without `within`: `read` then refuses it, and what
    stands inside it is known to be missing.
    """
    for row in rows:
        said = row.get("properties")
        entries = [_entries(said, name) for name in names]
        if not isinstance(said, dict) or None in entries:
            yield row
            continue
        for entry in (e for found in entries for e in found or ()):
            yield {
                **(entry if isinstance(entry, dict) else {"id": row["id"], "entry": entry}),
                "within": row["id"], "location": row.get("location"),
                "resourceGroup": row.get("resourceGroup"),
            }  # fmt: skip


def _entries(said: Any, name: str) -> list[Any] | None:
    """Return what a row holds under a name, None where that is no list."""
    found = dig(said, name, [])
    return found if isinstance(found, list) else None


def read(azure: Azure, item: Item) -> AzureSubnet:  # noqa: ARG001 - every `read` takes both
    """Make the record of one subnet."""
    network = item["within"]
    said: Json = item["properties"]
    prefixes = said.get("addressPrefixes") or [said.get("addressPrefix")]
    return AzureSubnet(
        **common(item),
        address_prefixes=[prefix for prefix in prefixes if prefix],
        default_outbound_access=flag(said.get("defaultOutboundAccess")),
        delegations=[d["properties"]["serviceName"] for d in said.get("delegations") or ()],
        service_endpoints=[e["service"] for e in said.get("serviceEndpoints") or ()],
        private_endpoint_policies=said.get("privateEndpointNetworkPolicies"),
        network=Ref(uid(network)),
        security_group=ref(dig(said, "networkSecurityGroup.id")),
        route_table=ref(dig(said, "routeTable.id")),
        nat_gateway=ref(dig(said, "natGateway.id")),
    )
