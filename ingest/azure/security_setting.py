"""With which other products Defender for Cloud shares what it sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, flag
from ingest.azure.scopes import subscription_uid
from ingest.items import Item
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.subscription import AzureSubscription

LISTS = "Microsoft.Security/settings/read"
VERSION = "2022-05-01"


class AzureSecuritySetting(AzureManaged, service="arm", lists=LISTS):
    """A setting of Defender for Cloud: `MCAS`, `WDATP`, `Sentinel`."""

    kind: str | None = prop("`DataExportSettings` or `AlertSyncSettings`.")
    is_enabled: bool | None = prop("It is on.")
    subscription: Ref[AzureSubscription] = edge("IN_SUBSCRIPTION", "Subscription it is of.")


def fetch(azure: Azure) -> Records[AzureSecuritySetting]:
    """Yield the subscription's settings."""
    return azure.records(
        read, azure.listed(LISTS, "/providers/Microsoft.Security/settings", VERSION)
    )


def read(azure: Azure, item: Item) -> AzureSecuritySetting:
    """Make the record of one setting."""
    return AzureSecuritySetting(
        **common(item),
        kind=item.get("kind"),
        is_enabled=flag(item.get("properties.enabled")),
        subscription=Ref(subscription_uid(azure.subscription)),
    )
