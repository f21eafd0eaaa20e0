"""MySQL flexible servers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureMysqlServer(
    AzureManaged,
    service="Resources",
    native="microsoft.dbformysql/flexibleservers",
    lists="Microsoft.DBforMySQL/flexibleServers/read",
):
    """A MySQL flexible server."""


def fetch(azure: Azure) -> Records[AzureMysqlServer]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureMysqlServer:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureMysqlServer(**common(item))
