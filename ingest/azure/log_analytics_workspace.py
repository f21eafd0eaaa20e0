"""Log Analytics workspaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureLogAnalyticsWorkspace(
    AzureManaged,
    service="Resources",
    native="microsoft.operationalinsights/workspaces",
    lists="Microsoft.OperationalInsights/workspaces/read",
):
    """A Log Analytics workspace."""


def fetch(azure: Azure) -> Records[AzureLogAnalyticsWorkspace]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureLogAnalyticsWorkspace:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureLogAnalyticsWorkspace(**common(item))
