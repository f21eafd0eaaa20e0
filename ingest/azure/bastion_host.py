"""Bastion hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureBastionHost(
    AzureManaged,
    service="Resources",
    native="microsoft.network/bastionhosts",
    lists="Microsoft.Network/bastionHosts/read",
):
    """A Bastion host."""


def fetch(azure: Azure) -> Records[AzureBastionHost]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureBastionHost:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureBastionHost(**common(item))
