"""App Service and Functions apps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureWebApp(
    AzureManaged,
    service="Resources",
    native="microsoft.web/sites",
    lists="Microsoft.Web/sites/read",
):
    """An App Service or Functions app."""


def fetch(azure: Azure) -> Records[AzureWebApp]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureWebApp:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureWebApp(**common(item))
