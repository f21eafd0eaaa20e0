"""Container registries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureContainerRegistry(
    AzureManaged,
    service="Resources",
    native="microsoft.containerregistry/registries",
    lists="Microsoft.ContainerRegistry/registries/read",
):
    """A container registry."""


def fetch(azure: Azure) -> Records[AzureContainerRegistry]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureContainerRegistry:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureContainerRegistry(**common(item))
