"""Azure virtual networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureVirtualNetwork(
    AzureManaged,
    service="Resources",
    native="microsoft.network/virtualnetworks",
    lists="Microsoft.Network/virtualNetworks/read",
):
    """A virtual network."""


def fetch(azure: Azure) -> Records[AzureVirtualNetwork]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureVirtualNetwork:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureVirtualNetwork(**common(item))
