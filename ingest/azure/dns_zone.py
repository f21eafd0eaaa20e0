"""Azure DNS zones: the names below a domain, for all the world.

Private zones stay without a type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.items import Item
from ingest.model import Json, Records, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure

ZONE = "microsoft.network/dnszones"


class AzureDnsZone(
    AzureManaged, service="Resources", native=ZONE, lists="Microsoft.Network/dnsZones/read"
):
    """An Azure DNS zone."""

    record_count: int | None = prop("How many sets of records it has.")
    name_servers: list[str] = prop("Servers that answer for it.")


def fetch(azure: Azure) -> Records[AzureDnsZone]:
    """Yield the subscription's public zones."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureDnsZone:  # noqa: ARG001 - every `read` takes both
    """Make the record of one zone."""
    said: Json = item.get("properties") or {}
    return AzureDnsZone(
        **common(item),
        record_count=said.get("numberOfRecordSets"),
        name_servers=[str(server).rstrip(".") for server in said.get("nameServers") or ()],
    )
