"""Azure route tables: what subnets are told beside the routes that Azure makes itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, flag
from ingest.items import Item
from ingest.model import Json, Records, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureRouteTable(
    AzureManaged,
    service="Resources",
    native="microsoft.network/routetables",
    lists="Microsoft.Network/routeTables/read",
):
    """A route table."""

    learns_no_routes: bool | None = prop("Routes that gateways learn are not taken over.")
    to_internet: list[str] = prop("Ranges and service tags that are sent straight to the internet.")
    to_gateway: list[str] = prop("Those that are sent to the network's gateway.")
    to_appliance: list[str] = prop("Those that are sent to a machine or firewall.")
    to_nowhere: list[str] = prop("Those whose traffic is dropped.")
    appliances: list[str] = prop("Addresses of these machines and firewalls.")


def fetch(azure: Azure) -> Records[AzureRouteTable]:
    """Yield the subscription's route tables."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureRouteTable:  # noqa: ARG001 - every `read` takes both
    """Make the record of one route table."""
    said: Json = item["properties"]
    routes = [entry["properties"] for entry in said.get("routes") or ()]
    hops = {route["nextHopIpAddress"] for route in routes if route.get("nextHopIpAddress")}
    return AzureRouteTable(
        **common(item),
        learns_no_routes=flag(said.get("disableBgpRoutePropagation")),
        to_internet=_sent(routes, "internet"),
        to_gateway=_sent(routes, "virtualnetworkgateway"),
        to_appliance=_sent(routes, "virtualappliance"),
        to_nowhere=_sent(routes, "none"),
        appliances=sorted(hops),
    )


def _sent(routes: list[Json], hop: str) -> list[str]:
    return [r["addressPrefix"] for r in routes if r["nextHopType"].lower() == hop]
