"""Disk encryption sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureDiskEncryptionSet(
    AzureManaged,
    service="Resources",
    native="microsoft.compute/diskencryptionsets",
    lists="Microsoft.Compute/diskEncryptionSets/read",
):
    """A disk encryption set: the key that disks are encrypted with."""


def fetch(azure: Azure) -> Records[AzureDiskEncryptionSet]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureDiskEncryptionSet:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureDiskEncryptionSet(**common(item))
