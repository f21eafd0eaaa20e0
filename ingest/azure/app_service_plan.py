"""App Service plans: the machines that apps run on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, flag, sku
from ingest.items import Item
from ingest.model import Json, Records, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureAppServicePlan(
    AzureManaged,
    service="Resources",
    native="microsoft.web/serverfarms",
    lists="Microsoft.Web/serverfarms/read",
):
    """An App Service plan."""

    kind: str | None = prop("`app`, `linux`, `elastic`, `functionapp`, ...")
    sku: str | None = prop("Its size: `P1v3`, `B1`, `Y1`.")
    tier: str | None = prop("`PremiumV3`, `Basic`, `Dynamic`, ...")
    is_linux: bool | None = prop("Its machines run Linux.")
    machines: int | None = prop("How many machines it has.")
    apps: int | None = prop("How many apps are on it.")
    zone_redundant: bool | None = prop("Its machines are spread over availability zones.")
    status: str | None = prop("`Ready`, `Pending`, `Creating`.")


def fetch(azure: Azure) -> Records[AzureAppServicePlan]:
    """Yield the subscription's plans."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureAppServicePlan:  # noqa: ARG001 - every `read` takes both
    """Make the record of one plan."""
    said: Json = item.get("properties") or {}
    return AzureAppServicePlan(
        **common(item),
        kind=item.get("kind") or None,
        sku=sku(item),
        tier=item.get("sku.tier"),
        is_linux=flag(said.get("reserved")),
        machines=item.get("sku.capacity"),
        apps=said.get("numberOfSites"),
        zone_redundant=flag(said.get("zoneRedundant")),
        status=said.get("status"),
    )
