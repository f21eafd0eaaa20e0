"""Flow logs of networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Records

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureFlowLog(
    AzureManaged,
    service="Resources",
    native="microsoft.network/networkwatchers/flowlogs",
    lists="Microsoft.Network/networkWatchers/flowLogs/read",
):
    """A flow log."""


def fetch(azure: Azure) -> Records[AzureFlowLog]:
    """Yield the subscription's."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureFlowLog:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return AzureFlowLog(**common(item))
