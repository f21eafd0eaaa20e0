"""Azure key vaults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureKeyVault(
    AzureManaged,
    service="Resources",
    native="microsoft.keyvault/vaults",
    lists="Microsoft.KeyVault/vaults/read",
):
    """An Azure key vault."""


def fetch(azure: Azure) -> Records[AzureKeyVault]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureKeyVault:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureKeyVault(**common(item))
