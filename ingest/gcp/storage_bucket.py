"""Cloud Storage buckets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.governed import GcpGoverned, governed
from ingest.gcp.managed import (
    GcpManaged,
    common,
    data,
    entries,
    flag,
    kms_ref,
    ref,
    seconds,
    text,
)
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.crypto_key import GcpCryptoKey

ANYONE = frozenset({"allUsers", "allAuthenticatedUsers"})


class GcpStorageBucket(
    GcpManaged,
    GcpGoverned,
    service="cloudasset",
    native="storage.googleapis.com/Bucket",
    lists="cloudasset.assets.listResource",
):
    """A Cloud Storage bucket."""

    location_type: str | None = prop("`region`, `dual-region` or `multi-region`.")
    storage_class: str | None = prop("`STANDARD`, `NEARLINE`, ...")
    uniform_access: bool | None = prop(
        "Only policies say who may do what, no lists on single objects; null where it does not say."
    )
    public_access_prevention: str | None = prop(
        "`enforced` where nothing of it can be opened to anyone, else `inherited`."
    )
    public_acl: list[str] = prop(
        "What its lists give to anyone: `READER allUsers`; for objects made later, with `default`."
    )
    versioning: bool | None = prop("Earlier versions of objects are kept.")
    retention_seconds: int | None = prop(
        "Seconds for which objects can't be deleted; null where they can."
    )
    retention_is_locked: bool | None = prop(
        "That time can't be made shorter any more; null where there is none."
    )
    soft_delete_seconds: int | None = prop(
        "Seconds for which deleted objects can be restored; null where it does not say."
    )
    lifecycle_rules: int = prop("How many rules move or delete its objects by age.")
    requester_pays: bool | None = prop("Who reads it pays for that; null where it does not say.")
    is_website: bool = prop("It has pages of a website.")
    logs_to: Ref[GcpStorageBucket] | None = edge(
        "LOGS_TO", "Bucket that has the log of what is asked of it."
    )
    encryption_key: Ref[GcpCryptoKey] | None = edge(
        "ENCRYPTED_BY", "Key for new objects, where that is the user's own."
    )


def fetch(gcp: Gcp) -> Records[GcpStorageBucket]:
    """Yield the project's buckets."""
    return gcp.records(read, gcp.rows(), with_policy=True)


def read(gcp: Gcp, item: Item) -> GcpStorageBucket:
    """Make the record of one bucket."""
    said = data(item)
    access: Json = dig(said, "iamConfiguration") or {}
    retention: Json = dig(said, "retentionPolicy") or {}
    log = text(dig(said, "logging.logBucket"))
    return GcpStorageBucket(
        **common(gcp, item),
        **governed(gcp, item),
        location_type=text(said.get("locationType")),
        storage_class=text(said.get("storageClass")),
        # The older name stands beside the newer one, or alone.
        uniform_access=flag(
            dig(access, "uniformBucketLevelAccess.enabled", dig(access, "bucketPolicyOnly.enabled"))
        ),
        public_access_prevention=_prevention(access.get("publicAccessPrevention")),
        public_acl=_opened(said),
        versioning=flag(dig(said, "versioning.enabled"), unset=False),
        retention_seconds=seconds(retention.get("retentionPeriod")),
        retention_is_locked=(
            flag(retention.get("isLocked"), unset=False)
            if retention.get("retentionPeriod")
            else None
        ),
        soft_delete_seconds=seconds(dig(said, "softDeletePolicy.retentionDurationSeconds")),
        lifecycle_rules=len(entries(dig(said, "lifecycle") or {}, "rule")),
        requester_pays=flag(dig(said, "billing.requesterPays")),
        is_website=bool(dig(said, "website")),
        logs_to=ref(gcp, f"//storage.googleapis.com/{log}") if log else None,
        encryption_key=kms_ref(gcp, dig(said, "encryption.defaultKmsKeyName")),
    )


def _prevention(said: object) -> str | None:
    """Return a setting that had another name for what is inherited."""
    word = said.lower() if isinstance(said, str) else ""
    return "inherited" if word == "unspecified" else word or None


def _opened(said: Json) -> list[str]:
    return sorted(
        f"{entry.get('role')} {entry.get('entity')}{behind}"
        for name, behind in (("acl", ""), ("defaultObjectAcl", " default"))
        for entry in entries(said, name)
        if entry.get("entity") in ANYONE
    )
