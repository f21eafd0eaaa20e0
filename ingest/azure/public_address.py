"""Azure public addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzurePublicAddress(
    AzureManaged,
    service="Resources",
    native="microsoft.network/publicipaddresses",
    lists="Microsoft.Network/publicIPAddresses/read",
):
    """A public address."""


def fetch(azure: Azure) -> Records[AzurePublicAddress]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzurePublicAddress:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzurePublicAddress(**common(item))
