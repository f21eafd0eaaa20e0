"""Application gateways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureApplicationGateway(
    AzureManaged,
    service="Resources",
    native="microsoft.network/applicationgateways",
    lists="Microsoft.Network/applicationGateways/read",
):
    """An application gateway."""


def fetch(azure: Azure) -> Records[AzureApplicationGateway]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureApplicationGateway:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureApplicationGateway(**common(item))
