"""Snapshots of managed disks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureDiskSnapshot(
    AzureManaged,
    service="Resources",
    native="microsoft.compute/snapshots",
    lists="Microsoft.Compute/snapshots/read",
):
    """A snapshot of a managed disk."""


def fetch(azure: Azure) -> Records[AzureDiskSnapshot]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureDiskSnapshot:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureDiskSnapshot(**common(item))
