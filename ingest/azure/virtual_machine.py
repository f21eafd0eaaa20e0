"""Azure virtual machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureVirtualMachine(
    AzureManaged,
    service="Resources",
    native="microsoft.compute/virtualmachines",
    lists="Microsoft.Compute/virtualMachines/read",
):
    """A virtual machine."""


def fetch(azure: Azure) -> Records[AzureVirtualMachine]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureVirtualMachine:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureVirtualMachine(**common(item))
