"""Network security groups. Their rules are a type of their own (`security_rule.py`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Json, Records, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureNetworkSecurityGroup(
    AzureManaged,
    service="Resources",
    native="microsoft.network/networksecuritygroups",
    lists="Microsoft.Network/networkSecurityGroups/read",
):
    """A network security group: rules about what may pass."""

    is_attached: bool = prop("It filters a subnet or an interface, those of scale sets included.")


def fetch(azure: Azure) -> Records[AzureNetworkSecurityGroup]:
    """Yield the subscription's network security groups."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureNetworkSecurityGroup:  # noqa: ARG001 - every `read` takes both
    """Make the record of one network security group."""
    said: Json = item["properties"]
    return AzureNetworkSecurityGroup(
        **common(item),
        is_attached=bool(said.get("subnets") or said.get("networkInterfaces")),
    )
