"""Locks: what nobody deletes or changes by accident. One on a group holds for all that is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common
from ingest.azure.scopes import owner_of, placed
from ingest.items import Item
from ingest.model import Records, Ref, Resource, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure

KIND = "microsoft.authorization/locks"
LISTS = "Microsoft.Authorization/locks/read"
VERSION = "2020-05-01"


class AzureManagementLock(AzureManaged, service="arm", lists=LISTS):
    """A lock on a resource, a resource group or a subscription."""

    level: str | None = prop("`CanNotDelete` or `ReadOnly`.")
    notes: str | None = prop("What whoever made it wrote.")
    locked: Ref[Resource] = edge("LOCKS", "What it locks, with all that is in it.")


def fetch(azure: Azure) -> Records[AzureManagementLock]:
    """Yield the locks of the subscription and of what is in it."""
    entries = azure.listed(LISTS, "/providers/Microsoft.Authorization/locks", VERSION)
    return azure.records(read, placed(entries))


def read(azure: Azure, item: Item) -> AzureManagementLock:  # noqa: ARG001 - every `read` takes both
    """Make the record of one lock."""
    return AzureManagementLock(
        **common(item),
        level=item.get("properties.level"),
        notes=item.get("properties.notes") or None,
        locked=Ref(owner_of(item["id"], KIND)),
    )
