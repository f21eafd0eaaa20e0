"""Private endpoints: addresses in a subnet that lead to a resource elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ingest.azure.endpoint_connections import CONNECTION, status
from ingest.azure.managed import AzureManaged, common, ref, uid
from ingest.items import Item
from ingest.model import Json, Records, Ref, Resource, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.subnet import AzureSubnet

LISTS = ("privateLinkServiceConnections", "manualPrivateLinkServiceConnections")


class AzurePrivateEndpoint(
    AzureManaged,
    service="Resources",
    native="microsoft.network/privateendpoints",
    lists="Microsoft.Network/privateEndpoints/read",
):
    """A private endpoint: a service's address in a subnet."""

    addresses: list[str] = prop("Its addresses, as far as it tells them.")
    host_names: list[str] = prop("Names by which what it leads to is reached.")
    subnet: Ref[AzureSubnet] | None = edge("IN_SUBNET", "Subnet its addresses are of.")
    targets: list[Ref[Resource]] = edge(
        "CONNECTS_TO",
        "Resources that it leads to.",
        props={**CONNECTION, "groups": "Parts of the resource that it leads to: `blob`, `vault`."},
    )


def fetch(azure: Azure) -> Records[AzurePrivateEndpoint]:
    """Yield the subscription's private endpoints."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzurePrivateEndpoint:  # noqa: ARG001 - every `read` takes both
    """Make the record of one private endpoint."""
    said: Json = item.get("properties") or {}
    names: list[Json] = said.get("customDnsConfigs") or []
    return AzurePrivateEndpoint(
        **common(item),
        addresses=sorted({a for name in names for a in name.get("ipAddresses") or ()}),
        host_names=sorted({name["fqdn"].lower() for name in names if name.get("fqdn")}),
        subnet=ref(item.get("properties.subnet.id")),
        targets=_targets(connection for name in LISTS for connection in said.get(name) or ()),
    )


def _targets(connections: Iterable[Json]) -> list[Ref[Any]]:
    return list({found.uid: found for found in _led_to(connections)}.values())


def _led_to(connections: Iterable[Json]) -> Iterator[Ref[Any]]:
    for connection in connections:
        said: Json = connection.get("properties") or {}
        if target := said.get("privateLinkServiceId"):
            groups = sorted(said.get("groupIds") or ())
            yield Ref(uid(target), {"status": status(said), "groups": groups})
