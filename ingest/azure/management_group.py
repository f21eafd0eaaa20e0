"""Azure management groups, as far as the subscription's own ancestors go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import ref, uid
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, key, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureManagementGroup(
    Resource,
    service="ResourceContainers",
    native="microsoft.management/managementgroups",
    lists="Microsoft.Management/managementGroups/read",
    is_shared=True,
):
    """An Azure management group: what policies and roles are inherited from."""

    id: str = key("Resource id, in lower case.")
    tenant: str = prop("Id of its tenant.")
    parent: Ref[AzureManagementGroup] | None = edge("IN_MANAGEMENT_GROUP", "Group right above it.")


def fetch(azure: Azure) -> Records[AzureManagementGroup]:
    """Yield the management groups that can be seen."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureManagementGroup:
    """Make the record of one group."""
    return AzureManagementGroup(
        id=uid(item["id"]),
        name=item.get("properties.displayName") or item["name"],
        created_at=None,
        raw=item.raw,
        tenant=item.get("tenantId") or azure.tenant,
        parent=ref(item.get("properties.details.parent.id")),
    )
