"""Keys of Cloud KMS."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ingest.gcp.governed import GcpGoverned, governed
from ingest.gcp.managed import GcpManaged, common, data, flag, ref, seconds, text, time
from ingest.gcp.names import last
from ingest.items import Item, dig
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.key_ring import GcpKeyRing


class GcpCryptoKey(
    GcpManaged,
    GcpGoverned,
    service="cloudasset",
    native="cloudkms.googleapis.com/CryptoKey",
    lists="cloudasset.assets.listResource",
):
    """A key of Cloud KMS, of whatever number of versions."""

    ring_name: str | None = prop("Name of its key ring.")
    purpose: str | None = prop("`ENCRYPT_DECRYPT`, `ASYMMETRIC_SIGN`, ...")
    rotation_seconds: int | None = prop(
        "Seconds after which it gets a new version by itself; null where it does not."
    )
    next_rotation_at: datetime.datetime | None = prop("When it gets its next version by itself.")
    algorithm: str | None = prop("Algorithm of new versions.")
    protection_level: str | None = prop("`SOFTWARE`, `HSM`, `EXTERNAL`, ...")
    primary_state: str | None = prop(
        "State of the version that encrypts: `ENABLED`; null where it has none."
    )
    primary_created_at: datetime.datetime | None = prop(
        "When the version that encrypts was made; null where it has none."
    )
    destroyed_after_seconds: int | None = prop(
        "Seconds from when a version is to be destroyed until it is; null where it does not say."
    )
    is_import_only: bool = prop("Its versions are brought from elsewhere.")
    ring: Ref[GcpKeyRing] | None = edge("IN_KEY_RING", "Key ring that it is in.")


def fetch(gcp: Gcp) -> Records[GcpCryptoKey]:
    """Yield the project's keys."""
    return gcp.records(read, gcp.rows(), with_policy=True)


def read(gcp: Gcp, item: Item) -> GcpCryptoKey:
    """Make the record of one key."""
    said = data(item)
    shared = common(gcp, item)
    ring = shared["full_name"].partition("/cryptoKeys/")[0]
    return GcpCryptoKey(
        **shared,
        **governed(gcp, item),
        ring_name=last(ring),
        purpose=text(said.get("purpose")),
        rotation_seconds=seconds(said.get("rotationPeriod")),
        next_rotation_at=time(said.get("nextRotationTime")),
        algorithm=text(dig(said, "versionTemplate.algorithm")),
        protection_level=text(dig(said, "versionTemplate.protectionLevel")),
        primary_state=text(dig(said, "primary.state")),
        primary_created_at=time(dig(said, "primary.createTime")),
        destroyed_after_seconds=seconds(said.get("destroyScheduledDuration")),
        is_import_only=flag(said.get("importOnly")) is True,
        ring=ref(gcp, ring),
    )
