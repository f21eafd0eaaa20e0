"""Azure resource groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records, Ref, edge

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.subscription import AzureSubscription


class AzureResourceGroup(
    AzureManaged,
    service="ResourceContainers",
    native="microsoft.resources/subscriptions/resourcegroups",
    lists="Microsoft.Resources/subscriptions/resourceGroups/read",
):
    """A resource group: resources that are managed together."""

    subscription: Ref[AzureSubscription] = edge("IN_SUBSCRIPTION", "Subscription it is in.")


def fetch(azure: Azure) -> Records[AzureResourceGroup]:
    """Yield the subscription's resource groups."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureResourceGroup:
    """Make the record of one resource group."""
    return AzureResourceGroup(
        **common(item), subscription=Ref(f"/subscriptions/{azure.subscription.lower()}")
    )
