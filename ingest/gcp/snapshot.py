"""Snapshots of disks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.encryption import KEY_KINDS, key_kind, secrets_of
from ingest.gcp.governed import GcpGoverned, governed
from ingest.gcp.managed import GcpManaged, common, data, flag, kms_ref, number, ref, text, texts
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.crypto_key import GcpCryptoKey
    from ingest.gcp.disk import GcpDisk


class GcpSnapshot(
    GcpManaged,
    GcpGoverned,
    service="cloudasset",
    native="compute.googleapis.com/Snapshot",
    lists="cloudasset.assets.listResource",
    redact=secrets_of("snapshotEncryptionKey", "sourceDiskEncryptionKey"),
    incarnation="snapshot_id",
):
    """A snapshot of a disk."""

    snapshot_id: str | None = prop("Number that no later snapshot of its name has.")
    size_gib: int | None = prop("Size of the disk in gibibytes.")
    status: str | None = prop("`READY`, `CREATING`, `FAILED`, ...")
    is_scheduled: bool = prop("A policy made it, which deletes it again.")
    locations: list[str] = prop("Regions that it is kept in: `europe-west1`, `eu`.")
    key_kind: str = prop(KEY_KINDS)
    disk: Ref[GcpDisk] | None = edge("COPY_OF", "Disk that it was made of; it may be gone.")
    encryption_key: Ref[GcpCryptoKey] | None = edge(
        "ENCRYPTED_BY", "Key that it is encrypted with, where that is one of Cloud KMS."
    )


def fetch(gcp: Gcp) -> Records[GcpSnapshot]:
    """Yield the project's snapshots."""
    return gcp.records(read, gcp.rows(), with_policy=True)


def read(gcp: Gcp, item: Item) -> GcpSnapshot:
    """Make the record of one snapshot."""
    said = data(item)
    encryption: Json = dig(said, "snapshotEncryptionKey") or {}
    return GcpSnapshot(
        **common(gcp, item),
        **governed(gcp, item),
        snapshot_id=text(said.get("id")),
        size_gib=number(said.get("diskSizeGb")),
        status=text(said.get("status")),
        is_scheduled=flag(said.get("autoCreated")) is True,
        locations=texts(said, "storageLocations", "storageLocation"),
        key_kind=key_kind(encryption),
        disk=ref(gcp, said.get("sourceDisk")),
        encryption_key=kms_ref(gcp, encryption.get("kmsKeyName")),
    )
