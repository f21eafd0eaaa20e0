"""Azure SQL databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureSqlDatabase(
    AzureManaged,
    service="Resources",
    native="microsoft.sql/servers/databases",
    lists="Microsoft.Sql/servers/databases/read",
):
    """An Azure SQL database."""


def fetch(azure: Azure) -> Records[AzureSqlDatabase]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureSqlDatabase:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureSqlDatabase(**common(item))
