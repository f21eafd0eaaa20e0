"""Managed disks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureDisk(
    AzureManaged,
    service="Resources",
    native="microsoft.compute/disks",
    lists="Microsoft.Compute/disks/read",
):
    """A managed disk."""


def fetch(azure: Azure) -> Records[AzureDisk]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureDisk:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureDisk(**common(item))
