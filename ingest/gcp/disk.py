"""Persistent disks."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ingest.gcp.encryption import KEY_KINDS, key_kind, secrets_of
from ingest.gcp.governed import GcpGoverned, governed
from ingest.gcp.managed import (
    GcpManaged,
    common,
    data,
    flag,
    kms_ref,
    number,
    ref,
    text,
    texts,
    time,
)
from ingest.gcp.names import last
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.crypto_key import GcpCryptoKey
    from ingest.gcp.image import GcpImage
    from ingest.gcp.snapshot import GcpSnapshot


class GcpDisk(
    GcpManaged,
    GcpGoverned,
    service="cloudasset",
    native=("compute.googleapis.com/Disk", "compute.googleapis.com/RegionDisk"),
    lists="cloudasset.assets.listResource",
    redact=secrets_of(
        "diskEncryptionKey", "sourceImageEncryptionKey", "sourceSnapshotEncryptionKey"
    ),
    incarnation="disk_id",
):
    """A persistent disk, of a zone or of several zones of a region."""

    disk_id: str | None = prop("Number that no later disk of its name has.")
    size_gib: int | None = prop("Size in gibibytes.")
    type: str | None = prop("Disk type: `pd-ssd`.")
    status: str | None = prop("`READY`, `CREATING`, `FAILED`, ...")
    is_attached: bool = prop("It is attached to an instance.")
    key_kind: str = prop(KEY_KINDS)
    is_confidential: bool = prop("It is encrypted once more, by hardware.")
    detached_at: datetime.datetime | None = prop(
        "When it was last taken off an instance; null where it never was."
    )
    image: str | None = prop("Name of the image that it was made from.")
    schedules: list[str] = prop("Names of the policies by which it is copied.")
    source_image: Ref[GcpImage] | None = edge("FROM_IMAGE", "Image that it was made from.")
    source_snapshot: Ref[GcpSnapshot] | None = edge(
        "FROM_SNAPSHOT", "Snapshot that it was made from."
    )
    encryption_key: Ref[GcpCryptoKey] | None = edge(
        "ENCRYPTED_BY", "Key that it is encrypted with, where that is one of Cloud KMS."
    )


def fetch(gcp: Gcp) -> Records[GcpDisk]:
    """Yield the project's disks."""
    return gcp.records(read, gcp.rows(), with_policy=True)


def read(gcp: Gcp, item: Item) -> GcpDisk:
    """Make the record of one disk."""
    said = data(item)
    encryption: Json = dig(said, "diskEncryptionKey") or {}
    policies = texts(said, "resourcePolicies", "resourcePolicy")
    return GcpDisk(
        **common(gcp, item),
        **governed(gcp, item),
        disk_id=text(said.get("id")),
        size_gib=number(said.get("sizeGb")),
        type=last(said.get("type")),
        status=text(said.get("status")),
        is_attached=bool(texts(said, "users", "user")),
        key_kind=key_kind(encryption),
        is_confidential=flag(said.get("enableConfidentialCompute")) is True,
        detached_at=time(said.get("lastDetachTimestamp")),
        image=last(said.get("sourceImage")),
        schedules=[name for policy in policies if (name := last(policy))],
        source_image=ref(gcp, said.get("sourceImage")),
        source_snapshot=ref(gcp, said.get("sourceSnapshot")),
        encryption_key=kms_ref(gcp, encryption.get("kmsKeyName")),
    )
