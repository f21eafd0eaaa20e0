"""Plans of Defender for Cloud: what of a subscription is watched for attacks.

A plan is of the subscription; a few may be said otherwise for single resources, which are then
plans of their own about that resource.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, flag, time
from ingest.azure.scopes import owner_of, subscription_uid
from ingest.items import Item
from ingest.model import Json, Records, Ref, Resource, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.subscription import AzureSubscription

KIND = "microsoft.security/pricings"


class AzureDefenderPlan(
    AzureManaged,
    service="SecurityResources",
    native=KIND,
    lists="Microsoft.Security/pricings/read",
):
    """A plan of Defender for Cloud: `VirtualMachines`, `StorageAccounts`, `Containers`, ..."""

    tier: str | None = prop("`Standard` where it is on, `Free` where it is not.")
    sub_plan: str | None = prop("Which of its variants is on: `P1`, `P2`, ...")
    extensions: list[str] = prop("Extensions that are on: `AgentlessVmScanning`, ...")
    extensions_off: list[str] = prop("Extensions that it has, and that are off.")
    replaced_by: list[str] = prop("Plans that stand for it now; it is a thing of the past then.")
    enabled_at: datetime | None = prop("When it was switched on.")
    subscription: Ref[AzureSubscription] | None = edge(
        "IN_SUBSCRIPTION", "Subscription that it is of; none where it is of a single resource."
    )
    resource: Ref[Resource] | None = edge(
        "ABOUT", "Single resource that it is of, where it is not of the subscription."
    )


def fetch(azure: Azure) -> Records[AzureDefenderPlan]:
    """Yield the subscription's plans."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureDefenderPlan:
    """Make the record of one plan."""
    said: Json = item.get("properties") or {}
    about, ours = owner_of(item["id"], KIND), subscription_uid(azure.subscription)
    return AzureDefenderPlan(
        **common(item),
        tier=said.get("pricingTier"),
        sub_plan=said.get("subPlan"),
        extensions=_extensions(said, on=True),
        extensions_off=_extensions(said, on=False),
        replaced_by=[name for name in said.get("replacedBy") or () if isinstance(name, str)],
        enabled_at=time(said.get("enablementTime")),
        subscription=Ref(about) if about == ours else None,
        resource=Ref(about) if about != ours else None,
    )


def _extensions(said: Json, *, on: bool) -> list[str]:
    """Return the names of extensions that are on or off: `isEnabled` is a word, `True`."""
    return [e["name"] for e in said.get("extensions") or () if flag(e.get("isEnabled")) is on]
