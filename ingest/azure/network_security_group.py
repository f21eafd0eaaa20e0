"""Network security groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureNetworkSecurityGroup(
    AzureManaged,
    service="Resources",
    native="microsoft.network/networksecuritygroups",
    lists="Microsoft.Network/networkSecurityGroups/read",
):
    """A network security group."""


def fetch(azure: Azure) -> Records[AzureNetworkSecurityGroup]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureNetworkSecurityGroup:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureNetworkSecurityGroup(**common(item))
