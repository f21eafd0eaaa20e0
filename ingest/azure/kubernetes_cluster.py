"""AKS clusters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureKubernetesCluster(
    AzureManaged,
    service="Resources",
    native="microsoft.containerservice/managedclusters",
    lists="Microsoft.ContainerService/managedClusters/read",
):
    """An AKS cluster."""


def fetch(azure: Azure) -> Records[AzureKubernetesCluster]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureKubernetesCluster:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureKubernetesCluster(**common(item))
