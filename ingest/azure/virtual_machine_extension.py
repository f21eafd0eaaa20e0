"""Extensions of virtual machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureVirtualMachineExtension(
    AzureManaged,
    service="Resources",
    native="microsoft.compute/virtualmachines/extensions",
    lists="Microsoft.Compute/virtualMachines/extensions/read",
):
    """An extension of a virtual machine."""


def fetch(azure: Azure) -> Records[AzureVirtualMachineExtension]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureVirtualMachineExtension:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureVirtualMachineExtension(**common(item))
