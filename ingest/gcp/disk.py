"""Persistent disks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.governed import GcpGoverned, governed
from ingest.gcp.managed import (
    GcpManaged,
    common,
    data,
    kms_ref,
    number,
    text,
    texts,
)
from ingest.gcp.names import last
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.crypto_key import GcpCryptoKey

GOOGLE, MANAGED, SUPPLIED = "google", "customer-managed", "customer-supplied"


class GcpDisk(
    GcpManaged,
    GcpGoverned,
    service="cloudasset",
    native="compute.googleapis.com/Disk",
    lists="cloudasset.assets.listResource",
    redact=("data.diskEncryptionKey.rawKey", "data.diskEncryptionKey.rsaEncryptedKey"),
    incarnation="disk_id",
):
    """A persistent disk."""

    disk_id: str | None = prop("Number that no later disk of its name has.")
    size_gib: int | None = prop("Size in gibibytes.")
    type: str | None = prop("Disk type: `pd-ssd`.")
    status: str | None = prop("`READY`, `CREATING`, `FAILED`, ...")
    is_attached: bool = prop("It is attached to an instance.")
    key_kind: str = prop(
        "Whose key it is encrypted with: `google`, `customer-managed` (a key of Cloud KMS) or "
        "`customer-supplied`."
    )
    image: str | None = prop("Image that it was made from.")
    schedules: list[str] = prop("Names of the policies by which it is copied.")
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
        **governed(item),
        disk_id=text(said.get("id")),
        size_gib=number(said.get("sizeGb")),
        type=last(said.get("type")),
        status=text(said.get("status")),
        is_attached=bool(texts(said, "users", "user")),
        key_kind=_key_kind(encryption),
        image=last(said.get("sourceImage")),
        schedules=[name for policy in policies if (name := last(policy))],
        encryption_key=kms_ref(gcp, encryption.get("kmsKeyName")),
    )


def _key_kind(encryption: Json) -> str:
    """Return whose key it is: Google says nothing of its own."""
    if text(encryption.get("kmsKeyName")):
        return MANAGED
    return SUPPLIED if encryption else GOOGLE
