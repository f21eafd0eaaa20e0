"""Azure virtual networks, with their peerings as edges.

A peering is two halves, each said by the network it is of: the edge goes from the network that
says it. Subnets stand inside a network and are a type of their own (`subnet.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.azure.managed import AzureManaged, common, flag, ref, uid
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, Resource, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure

PEERING = {
    "peering": "Name of the peering.",
    "state": "`Initiated`, `Connected`, `Disconnected`: `Connected` where both sides want it.",
    "allows_access": "What is in either network reaches the other.",
    "allows_forwarded_traffic": "Traffic is taken from it that comes from elsewhere.",
    "shares_gateway": "It may use this network's gateway, and so what that leads to.",
    "uses_gateway": "This network uses its gateway.",
    "address_prefixes": "Its ranges of addresses.",
}


class AzureVirtualNetwork(
    AzureManaged,
    service="Resources",
    native="microsoft.network/virtualnetworks",
    lists="Microsoft.Network/virtualNetworks/read",
):
    """A virtual network."""

    address_prefixes: list[str] = prop("Its ranges of addresses.")
    dns_servers: list[str] = prop("Name servers that it hands out; none where they are Azure's.")
    ddos_protection: bool | None = prop("A plan for protection against DDoS covers it.")
    encryption: bool | None = prop("Traffic between its virtual machines is encrypted.")
    encryption_enforcement: str | None = prop(
        "What becomes of machines that can't encrypt: `AllowUnencrypted`, `DropUnencrypted`."
    )
    ddos_plan: Ref[Resource] | None = edge(
        "PROTECTED_BY", "Plan for protection against DDoS that covers it."
    )
    peers: list[Ref[AzureVirtualNetwork]] = edge(
        "PEERED_WITH", "Networks that it is peered with, as it says.", props=PEERING
    )


def fetch(azure: Azure) -> Records[AzureVirtualNetwork]:
    """Yield the subscription's virtual networks."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureVirtualNetwork:  # noqa: ARG001 - every `read` takes both
    """Make the record of one virtual network."""
    said: Json = item["properties"]
    return AzureVirtualNetwork(
        **common(item),
        address_prefixes=list(dig(said, "addressSpace.addressPrefixes") or ()),
        dns_servers=list(dig(said, "dhcpOptions.dnsServers") or ()),
        ddos_protection=flag(said.get("enableDdosProtection")),
        encryption=flag(dig(said, "encryption.enabled")),
        encryption_enforcement=dig(said, "encryption.enforcement"),
        ddos_plan=ref(dig(said, "ddosProtectionPlan.id")),
        peers=_peers(said),
    )


def _peers(said: Json) -> list[Ref[AzureVirtualNetwork]]:
    found = {}
    for entry in said.get("virtualNetworkPeerings") or ():
        remote = dig(entry, "properties.remoteVirtualNetwork.id")
        if remote:  # Azure takes one peering between two networks
            found[uid(remote)] = _peering(entry["name"], entry["properties"])
    return [Ref(network, props) for network, props in sorted(found.items())]


def _peering(name: str, said: Json) -> dict[str, Any]:
    space = dig(said, "remoteVirtualNetworkAddressSpace.addressPrefixes")
    return {
        "peering": name,
        "state": said.get("peeringState"),
        "allows_access": flag(said.get("allowVirtualNetworkAccess")),
        "allows_forwarded_traffic": flag(said.get("allowForwardedTraffic")),
        "shares_gateway": flag(said.get("allowGatewayTransit")),
        "uses_gateway": flag(said.get("useRemoteGateways")),
        "address_prefixes": list(space or dig(said, "remoteAddressSpace.addressPrefixes") or ()),
    }
