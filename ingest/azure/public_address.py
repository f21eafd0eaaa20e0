"""Azure public addresses.

What has one and is a type of its own says so itself (`HAS_ADDRESS`); all else that an address is
attached to, such as firewalls and gateways of virtual networks, is told here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, ref, sku
from ingest.internet.host_name import host_ref
from ingest.internet.public_address import address_ref
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, Resource, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.internet.host_name import HostName
    from ingest.internet.public_address import PublicAddress

# Types whose own record has the edge, and the interfaces of scale sets, which have no record.
SAY_IT = re.compile(
    r"/microsoft\.network/(networkinterfaces|loadbalancers|applicationgateways|bastionhosts)/"
)
IN_SCALE_SET = re.compile(r"(.*/virtualmachinescalesets/[^/]+)/virtualmachines/.*", re.IGNORECASE)


class AzurePublicAddress(
    AzureManaged,
    service="Resources",
    native="microsoft.network/publicipaddresses",
    lists="Microsoft.Network/publicIPAddresses/read",
):
    """A public address."""

    address: str | None = prop("The address itself; null while it has none.", indexed=True)
    version: str | None = prop("`IPv4` or `IPv6`.")
    allocation: str | None = prop("`Static`: it keeps its address; `Dynamic`: it may change.")
    sku: str | None = prop("`Basic` or `Standard`: what has a basic one is open by default.")
    host_name: str | None = prop("Name that leads to it: `shop.westeurope.cloudapp.azure.com`.")
    is_attached: bool = prop("Something uses it.")
    ddos_protection: str | None = prop("`Enabled`, `Disabled`, `VirtualNetworkInherited`.")
    public_address: Ref[PublicAddress] | None = edge("HAS_ADDRESS", "The address itself.")
    known_as: Ref[HostName] | None = edge("HAS_HOST_NAME", "Name that leads to it.")
    attached_to: Ref[Resource] | None = edge(
        "ATTACHED_TO", "What uses it, where that does not say so itself: a firewall, a gateway."
    )


def fetch(azure: Azure) -> Records[AzurePublicAddress]:
    """Yield the subscription's public addresses."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzurePublicAddress:  # noqa: ARG001 - every `read` takes both
    """Make the record of one public address."""
    said: Json = item["properties"]
    used_by = _user(said)
    says_it = SAY_IT.search(used_by.lower()) is not None if used_by else False
    return AzurePublicAddress(
        **common(item),
        address=said.get("ipAddress") or None,
        version=said.get("publicIPAddressVersion"),
        allocation=said.get("publicIPAllocationMethod"),
        sku=sku(item),
        host_name=dig(said, "dnsSettings.fqdn"),
        is_attached=used_by is not None,
        ddos_protection=dig(said, "ddosSettings.protectionMode"),
        public_address=address_ref(said.get("ipAddress")),
        known_as=host_ref(dig(said, "dnsSettings.fqdn")),
        attached_to=None if says_it else ref(used_by),
    )


def _user(said: Json) -> str | None:
    """Return the id of what uses an address: whose ip configuration it says, or a NAT gateway."""
    used: str | None = dig(said, "ipConfiguration.id")
    gateway: str | None = dig(said, "natGateway.id")
    if used is None:
        return gateway
    if scale_set := IN_SCALE_SET.match(used):
        return scale_set[1]
    return used.rsplit("/", 2)[0]  # its last level is the ip configuration
