"""Azure subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import labels, ref, uid
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop, tags

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.management_group import AzureManagementGroup


class AzureSubscription(
    Resource,
    service="ResourceContainers",
    native="microsoft.resources/subscriptions",
    lists="Microsoft.Resources/subscriptions/read",
):
    """An Azure subscription: what a connector reads."""

    id: str = key("Resource id of the subscription, in lower case.")
    subscription: str = prop("The subscription's id alone.")
    tenant: str = prop("Id of its tenant.")
    state: str | None = prop("`Enabled`, `Warned`, `PastDue`, `Disabled`, ...")
    parent: Ref[AzureManagementGroup] | None = edge(
        "IN_MANAGEMENT_GROUP", "Management group right above it."
    )
    tags: dict[str, str] = tags()


def fetch(azure: Azure) -> Records[AzureSubscription]:
    """Yield the subscription itself."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureSubscription:
    """Make the record of one subscription."""
    chain = item.get("properties.managementGroupAncestorsChain") or []
    above = (
        f"/providers/microsoft.management/managementgroups/{chain[0]['name']}" if chain else None
    )
    return AzureSubscription(
        id=uid(item["id"]),
        name=item["name"],
        created_at=None,
        raw=item.raw,
        subscription=item["subscriptionId"],
        tenant=item.get("tenantId") or azure.tenant,
        state=item.get("properties.state"),
        parent=ref(above),
        tags=labels(item.get("tags")),
    )
