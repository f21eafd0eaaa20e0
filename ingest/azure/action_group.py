"""Action groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureActionGroup(
    AzureManaged,
    service="Resources",
    native="microsoft.insights/actiongroups",
    lists="Microsoft.Insights/actionGroups/read",
):
    """An action group: whom alerts are sent to."""


def fetch(azure: Azure) -> Records[AzureActionGroup]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureActionGroup:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureActionGroup(**common(item))
