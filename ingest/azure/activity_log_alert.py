"""Alerts on the activity log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureActivityLogAlert(
    AzureManaged,
    service="Resources",
    native="microsoft.insights/activitylogalerts",
    lists="Microsoft.Insights/activityLogAlerts/read",
):
    """An alert on the activity log."""


def fetch(azure: Azure) -> Records[AzureActivityLogAlert]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureActivityLogAlert:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureActivityLogAlert(**common(item))
