"""Bastion hosts: they let people in to machines that have no public address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, flag, parent, ref, refs, sku
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.public_address import AzurePublicAddress
    from ingest.azure.subnet import AzureSubnet
    from ingest.azure.virtual_network import AzureVirtualNetwork


class AzureBastionHost(
    AzureManaged,
    service="Resources",
    native="microsoft.network/bastionhosts",
    lists="Microsoft.Network/bastionHosts/read",
):
    """A Bastion host."""

    sku: str | None = prop("`Developer`, `Basic`, `Standard` or `Premium`.")
    host_name: str | None = prop("Name that it is reached by.")
    shareable_links: bool | None = prop("Links let people in who have no account of Azure.")
    file_copy: bool | None = prop("Files can be copied through it.")
    tunneling: bool | None = prop("Programs of one's own can connect through it.")
    copy_paste_disabled: bool | None = prop("The clipboard is not passed on.")
    session_recording: bool | None = prop("Sessions are recorded.")
    network: Ref[AzureVirtualNetwork] | None = edge(
        "IN_NETWORK", "Network whose machines it serves."
    )
    subnets: list[Ref[AzureSubnet]] = edge("IN_SUBNET", "Subnet that it is in.")
    public_addresses: list[Ref[AzurePublicAddress]] = edge(
        "HAS_ADDRESS", "Public addresses that lead to it."
    )


def fetch(azure: Azure) -> Records[AzureBastionHost]:
    """Yield the subscription's Bastion hosts."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureBastionHost:  # noqa: ARG001 - every `read` takes both
    """Make the record of one Bastion host."""
    said: Json = item["properties"]
    addresses = [entry["properties"] for entry in said.get("ipConfigurations") or ()]
    subnets = refs(addresses, "subnet.id")
    # One of the tier `Developer` has no subnet and names its network.
    network = dig(said, "virtualNetwork.id") or next((parent(s.uid) for s in subnets), None)
    return AzureBastionHost(
        **common(item),
        sku=sku(item),
        host_name=said.get("dnsName"),
        shareable_links=flag(said.get("enableShareableLink")),
        file_copy=flag(said.get("enableFileCopy")),
        tunneling=flag(said.get("enableTunneling")),
        copy_paste_disabled=flag(said.get("disableCopyPaste")),
        session_recording=flag(said.get("enableSessionRecording")),
        network=ref(network),
        subnets=subnets,
        public_addresses=refs(addresses, "publicIPAddress.id"),
    )
