"""Network watchers: Azure's tools to look into networks, one for each location."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureNetworkWatcher(
    AzureManaged,
    service="Resources",
    native="microsoft.network/networkwatchers",
    lists="Microsoft.Network/networkWatchers/read",
):
    """A network watcher: it watches one location."""

    state: str | None = prop("`Succeeded` where it is there, `Failed`, `Updating`, `Deleting`.")


def fetch(azure: Azure) -> Records[AzureNetworkWatcher]:
    """Yield the subscription's network watchers."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureNetworkWatcher:  # noqa: ARG001 - every `read` takes both
    """Make the record of one network watcher."""
    return AzureNetworkWatcher(**common(item), state=item.get("properties.provisioningState"))
