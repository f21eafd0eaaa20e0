"""App Service plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureAppServicePlan(
    AzureManaged,
    service="Resources",
    native="microsoft.web/serverfarms",
    lists="Microsoft.Web/serverfarms/read",
):
    """An App Service plan."""


def fetch(azure: Azure) -> Records[AzureAppServicePlan]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureAppServicePlan:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureAppServicePlan(**common(item))
