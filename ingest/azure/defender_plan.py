"""Plans of Defender for Cloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureDefenderPlan(
    AzureManaged,
    service="SecurityResources",
    native="microsoft.security/pricings",
    lists="Microsoft.Security/pricings/read",
):
    """A plan of Defender for Cloud."""


def fetch(azure: Azure) -> Records[AzureDefenderPlan]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureDefenderPlan:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureDefenderPlan(**common(item))
