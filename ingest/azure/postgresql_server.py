"""PostgreSQL flexible servers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzurePostgresqlServer(
    AzureManaged,
    service="Resources",
    native="microsoft.dbforpostgresql/flexibleservers",
    lists="Microsoft.DBforPostgreSQL/flexibleServers/read",
):
    """A PostgreSQL flexible server."""


def fetch(azure: Azure) -> Records[AzurePostgresqlServer]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzurePostgresqlServer:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzurePostgresqlServer(**common(item))
