"""Blob containers of storage accounts.

Whether one is open to anyone is settled by it and its account together: an account that allows no
public blobs overrules what its containers say.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.azure.child import Child
from ingest.azure.managed import AzureManaged, common, flag, placed, spelled, time
from ingest.azure.storage_account import UNSUPPORTED, VERSION
from ingest.items import Item
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.storage_account import AzureStorageAccount

ACCOUNTS = "microsoft.storage/storageaccounts"
CONTAINERS = "Microsoft.Storage/storageAccounts/blobServices/containers/read"
LISTING = Child(
    "containers", "/blobServices/default/containers", VERSION, CONTAINERS, listed=True,
    none=UNSUPPORTED,
)  # fmt: skip


class AzureStorageContainer(
    AzureManaged,
    service="Resources",
    lists=("Microsoft.Storage/storageAccounts/read", CONTAINERS),
):
    """A container of blobs."""

    public_access: str | None = prop(
        "What anyone may do where the account allows it: `None`, `Blob` (read blobs whose name "
        "they know), `Container` (list them too)."
    )
    has_immutability_policy: bool | None = prop("Blobs can't be changed for some time.")
    has_legal_hold: bool | None = prop("Blobs can't be changed until a hold is lifted.")
    is_version_immutable: bool | None = prop("Immutability is told of each version of a blob.")
    default_encryption_scope: str | None = prop("Scope that new blobs are encrypted with.")
    lease_state: str | None = prop("`Available`, `Leased`: what is leased can't be deleted.")
    last_modified_at: datetime.datetime | None = prop("When its settings were last changed.")
    storage_account: Ref[AzureStorageAccount] = edge("PART_OF", "Storage account it is in.")


def fetch(azure: Azure) -> Records[AzureStorageContainer]:
    """Yield the containers of all storage accounts."""
    return azure.records(read, _containers(azure))


def _containers(azure: Azure) -> Iterator[Json]:
    for account, entry in azure.each(azure.rows(ACCOUNTS), LISTING):
        yield placed(entry, account)


def read(azure: Azure, item: Item) -> AzureStorageContainer:  # noqa: ARG001 - every `read` takes both
    """Make the record of one container."""
    said: Json = item.get("properties") or {}
    return AzureStorageContainer(
        **common(item),
        public_access=spelled(said.get("publicAccess"), "None", "Blob", "Container"),
        has_immutability_policy=flag(said.get("hasImmutabilityPolicy")),
        has_legal_hold=flag(said.get("hasLegalHold")),
        is_version_immutable=flag(item.get("properties.immutableStorageWithVersioning.enabled")),
        default_encryption_scope=said.get("defaultEncryptionScope"),
        lease_state=said.get("leaseState"),
        last_modified_at=time(said.get("lastModifiedTime")),
        storage_account=Ref(item["within"].lower()),
    )
