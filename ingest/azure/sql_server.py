"""Azure SQL servers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureSqlServer(
    AzureManaged,
    service="Resources",
    native="microsoft.sql/servers",
    lists="Microsoft.Sql/servers/read",
):
    """An Azure SQL server."""


def fetch(azure: Azure) -> Records[AzureSqlServer]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureSqlServer:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureSqlServer(**common(item))
