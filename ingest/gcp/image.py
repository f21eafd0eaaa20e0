"""Images that disks are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.gcp.encryption import KEY_KINDS, key_kind, secrets_of
from ingest.gcp.governed import GcpGoverned, governed
from ingest.gcp.managed import GcpManaged, common, data, kms_ref, number, ref, text, texts
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.crypto_key import GcpCryptoKey
    from ingest.gcp.disk import GcpDisk
    from ingest.gcp.snapshot import GcpSnapshot

SOURCES = ("sourceDisk", "sourceImage", "sourceSnapshot")


class GcpImage(
    GcpManaged,
    GcpGoverned,
    service="cloudasset",
    native="compute.googleapis.com/Image",
    lists="cloudasset.assets.listResource",
    redact=secrets_of(
        "imageEncryptionKey", "sourceDiskEncryptionKey", "sourceImageEncryptionKey",
        "sourceSnapshotEncryptionKey",
    ),
    incarnation="image_id",
):  # fmt: skip
    """An image."""

    image_id: str | None = prop("Number that no later image of its name has.")
    family: str | None = prop("Family of which the newest is meant where no image is named.")
    size_gib: int | None = prop("Size of a disk made from it in gibibytes.")
    status: str | None = prop("`READY`, `PENDING`, `FAILED`, ...")
    state: str = prop("`ACTIVE`, or `DEPRECATED`, `OBSOLETE` or `DELETED` as people have said.")
    locations: list[str] = prop("Regions that it is kept in: `europe-west1`, `eu`.")
    key_kind: str = prop(KEY_KINDS)
    sources: list[Ref[GcpDisk | GcpImage | GcpSnapshot]] = edge(
        "COPY_OF", "What it was made of; it may be gone."
    )
    encryption_key: Ref[GcpCryptoKey] | None = edge(
        "ENCRYPTED_BY", "Key that it is encrypted with, where that is one of Cloud KMS."
    )


def fetch(gcp: Gcp) -> Records[GcpImage]:
    """Yield the project's images."""
    return gcp.records(read, gcp.rows(), with_policy=True)


def read(gcp: Gcp, item: Item) -> GcpImage:
    """Make the record of one image."""
    said = data(item)
    encryption: Json = dig(said, "imageEncryptionKey") or {}
    return GcpImage(
        **common(gcp, item),
        **governed(gcp, item),
        image_id=text(said.get("id")),
        family=text(said.get("family")),
        size_gib=number(said.get("diskSizeGb")),
        status=text(said.get("status")),
        state=text(dig(said, "deprecated.state")) or "ACTIVE",
        locations=texts(said, "storageLocations", "storageLocation"),
        key_kind=key_kind(encryption),
        sources=_sources(gcp, said),
        encryption_key=kms_ref(gcp, encryption.get("kmsKeyName")),
    )


def _sources(gcp: Gcp, said: Json) -> list[Any]:
    return [found for name in SOURCES if (found := ref(gcp, said.get(name)))]
