"""Scale sets of virtual machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureScaleSet(
    AzureManaged,
    service="Resources",
    native="microsoft.compute/virtualmachinescalesets",
    lists="Microsoft.Compute/virtualMachineScaleSets/read",
):
    """A scale set of virtual machines."""


def fetch(azure: Azure) -> Records[AzureScaleSet]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureScaleSet:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureScaleSet(**common(item))
