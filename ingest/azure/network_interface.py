"""Azure network interfaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureNetworkInterface(
    AzureManaged,
    service="Resources",
    native="microsoft.network/networkinterfaces",
    lists="Microsoft.Network/networkInterfaces/read",
):
    """A network interface."""


def fetch(azure: Azure) -> Records[AzureNetworkInterface]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureNetworkInterface:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureNetworkInterface(**common(item))
