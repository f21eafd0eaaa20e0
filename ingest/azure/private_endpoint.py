"""Private endpoints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzurePrivateEndpoint(
    AzureManaged,
    service="Resources",
    native="microsoft.network/privateendpoints",
    lists="Microsoft.Network/privateEndpoints/read",
):
    """A private endpoint: a service's address in a subnet."""


def fetch(azure: Azure) -> Records[AzurePrivateEndpoint]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzurePrivateEndpoint:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzurePrivateEndpoint(**common(item))
