"""Snapshots of managed disks: copies of all that was on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, flag, ref
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.disk import AzureDisk
    from ingest.azure.disk_encryption_set import AzureDiskEncryptionSet


class AzureDiskSnapshot(
    AzureManaged,
    service="Resources",
    native="microsoft.compute/snapshots",
    lists="Microsoft.Compute/snapshots/read",
    redact=("properties.encryptionSettingsCollection",),
):
    """A snapshot of a managed disk."""

    size_gib: int | None = prop("Size of the disk, in GiB.")
    is_incremental: bool | None = prop("It holds only what changed since the one before.")
    state: str | None = prop("`Unattached`, `ActiveSAS`: it is being copied out, ...")
    encryption_type: str | None = prop(
        "Whose keys it is encrypted with: `EncryptionAtRestWithPlatformKey`, "
        "`EncryptionAtRestWithCustomerKey`, `EncryptionAtRestWithPlatformAndCustomerKeys`."
    )
    network_access_policy: str | None = prop(
        "From where it may be copied out: `AllowAll`, `AllowPrivate`, `DenyAll`."
    )
    public_network_access: str | None = prop("`Enabled` or `Disabled`.")
    source: Ref[AzureDisk | AzureDiskSnapshot] | None = edge(
        "COPY_OF", "Disk or snapshot that it was taken of, there or not."
    )
    encryption_set: Ref[AzureDiskEncryptionSet] | None = edge(
        "ENCRYPTED_BY", "Disk encryption set that has its key."
    )


def fetch(azure: Azure) -> Records[AzureDiskSnapshot]:
    """Yield the subscription's snapshots."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureDiskSnapshot:  # noqa: ARG001 - every `read` takes both
    """Make the record of one snapshot."""
    said: Json = item.get("properties") or {}
    return AzureDiskSnapshot(
        **common(item),
        size_gib=said.get("diskSizeGB"),
        is_incremental=flag(said.get("incremental")),
        state=said.get("diskState"),
        encryption_type=dig(said, "encryption.type"),
        network_access_policy=said.get("networkAccessPolicy"),
        public_network_access=said.get("publicNetworkAccess"),
        source=ref(dig(said, "creationData.sourceResourceId")),
        encryption_set=ref(dig(said, "encryption.diskEncryptionSetId")),
    )
