"""Application Insights components."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureApplicationInsights(
    AzureManaged,
    service="Resources",
    native="microsoft.insights/components",
    lists="Microsoft.Insights/components/read",
):
    """An Application Insights component."""


def fetch(azure: Azure) -> Records[AzureApplicationInsights]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureApplicationInsights:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureApplicationInsights(**common(item))
