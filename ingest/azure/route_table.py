"""Azure route tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureRouteTable(
    AzureManaged,
    service="Resources",
    native="microsoft.network/routetables",
    lists="Microsoft.Network/routeTables/read",
):
    """A route table."""


def fetch(azure: Azure) -> Records[AzureRouteTable]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureRouteTable:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureRouteTable(**common(item))
