"""Azure network interfaces; those of uniform scale sets are not listed by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, flag, ref, refs
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.application_security_group import AzureApplicationSecurityGroup
    from ingest.azure.client import Azure
    from ingest.azure.network_security_group import AzureNetworkSecurityGroup
    from ingest.azure.private_endpoint import AzurePrivateEndpoint
    from ingest.azure.public_address import AzurePublicAddress
    from ingest.azure.subnet import AzureSubnet
    from ingest.azure.virtual_machine import AzureVirtualMachine


class AzureNetworkInterface(
    AzureManaged,
    service="Resources",
    native="microsoft.network/networkinterfaces",
    lists="Microsoft.Network/networkInterfaces/read",
):
    """A network interface."""

    private_addresses: list[str] = prop("Its addresses in its subnets.")
    mac_address: str | None = prop("Its hardware address; null until its machine has run.")
    forwards_traffic: bool | None = prop("It takes traffic that is not for its own addresses.")
    accelerated: bool | None = prop("Its machine reaches the network's hardware directly.")
    dns_servers: list[str] = prop("Name servers of its own; none where they are its network's.")
    machine: Ref[AzureVirtualMachine] | None = edge("ATTACHED_TO", "Machine it is attached to.")
    private_endpoint: Ref[AzurePrivateEndpoint] | None = edge(
        "ATTACHED_TO", "Private endpoint that it was made for."
    )
    subnets: list[Ref[AzureSubnet]] = edge("IN_SUBNET", "Subnets that it has addresses of.")
    security_group: Ref[AzureNetworkSecurityGroup] | None = edge(
        "PROTECTED_BY", "Security group of its own."
    )
    public_addresses: list[Ref[AzurePublicAddress]] = edge(
        "HAS_ADDRESS", "Public addresses that lead to it."
    )
    application_groups: list[Ref[AzureApplicationSecurityGroup]] = edge(
        "MEMBER_OF", "Application security groups it is in."
    )


def fetch(azure: Azure) -> Records[AzureNetworkInterface]:
    """Yield the subscription's network interfaces."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureNetworkInterface:  # noqa: ARG001 - every `read` takes both
    """Make the record of one network interface."""
    said: Json = item["properties"]
    addresses = [entry["properties"] for entry in said.get("ipConfigurations") or ()]
    groups = [group for a in addresses for group in a.get("applicationSecurityGroups") or ()]
    return AzureNetworkInterface(
        **common(item),
        private_addresses=[a["privateIPAddress"] for a in addresses if a.get("privateIPAddress")],
        mac_address=said.get("macAddress") or None,
        forwards_traffic=flag(said.get("enableIPForwarding")),
        accelerated=flag(said.get("enableAcceleratedNetworking")),
        dns_servers=list(dig(said, "dnsSettings.dnsServers") or ()),
        machine=ref(dig(said, "virtualMachine.id")),
        private_endpoint=ref(dig(said, "privateEndpoint.id")),
        subnets=refs(addresses, "subnet.id"),
        security_group=ref(dig(said, "networkSecurityGroup.id")),
        public_addresses=refs(addresses, "publicIPAddress.id"),
        application_groups=refs(groups),
    )
