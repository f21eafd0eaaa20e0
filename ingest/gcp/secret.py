"""Secrets of Secret Manager; what they hold is not in the inventory, nor is who has read it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ingest.gcp.governed import GcpGoverned, governed
from ingest.gcp.managed import (
    GcpManaged,
    common,
    data,
    entries,
    kms_ref,
    ref,
    seconds,
    text,
    time,
)
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.crypto_key import GcpCryptoKey
    from ingest.gcp.pubsub_topic import GcpPubsubTopic

OWN_KEY = "customerManagedEncryption.kmsKeyName"


class GcpSecret(
    GcpManaged,
    GcpGoverned,
    service="cloudasset",
    native="secretmanager.googleapis.com/Secret",
    lists="cloudasset.assets.listResource",
):
    """A secret of Secret Manager, of whatever number of versions."""

    rotation_seconds: int | None = prop(
        "Seconds after which Google says that it is to be changed; null where it never does."
    )
    next_rotation_at: datetime.datetime | None = prop(
        "When Google says next that it is to be changed; null where it does not."
    )
    expires_at: datetime.datetime | None = prop("When it is deleted by itself; null where never.")
    destroyed_after_seconds: int | None = prop(
        "Seconds from when a version is to be destroyed until it is; null where it is at once."
    )
    is_replicated_anywhere: bool | None = prop(
        "Google chooses the regions that have it; null where Google does not say."
    )
    replica_regions: list[str] = prop("Regions that were chosen to have it.")
    is_own_key: bool | None = prop(
        "Keys of the user's own encrypt it, wherever it is; null where Google does not say."
    )
    topics: list[Ref[GcpPubsubTopic]] = edge("NOTIFIES", "Topics that are told what befalls it.")
    encryption_keys: list[Ref[GcpCryptoKey]] = edge(
        "ENCRYPTED_BY", "Keys of its versions, where those are the user's own."
    )


def fetch(gcp: Gcp) -> Records[GcpSecret]:
    """Yield the project's secrets."""
    return gcp.records(read, gcp.rows(), with_policy=True)


def read(gcp: Gcp, item: Item) -> GcpSecret:
    """Make the record of one secret."""
    said = data(item)
    places = _places(said)
    keys = [kms_ref(gcp, dig(place, OWN_KEY)) for place in places]
    topics = [ref(gcp, entry.get("name"), service="pubsub") for entry in entries(said, "topics")]
    return GcpSecret(
        **common(gcp, item),
        **governed(gcp, item),
        rotation_seconds=seconds(dig(said, "rotation.rotationPeriod")),
        next_rotation_at=time(dig(said, "rotation.nextRotationTime")),
        expires_at=time(said.get("expireTime")),
        destroyed_after_seconds=seconds(said.get("versionDestroyTtl")),
        is_replicated_anywhere=_is_anywhere(said),
        replica_regions=[region for place in places if (region := text(place.get("location")))],
        is_own_key=all(key is not None for key in keys) if places else None,
        topics=_once(topics),
        encryption_keys=_once(keys),
    )


def _places(said: Json) -> list[Json]:
    """Return where a secret is kept: one entry where Google chooses, else one for each region."""
    anywhere = dig(said, "replication.automatic")
    if isinstance(anywhere, dict):
        return [anywhere]
    return entries(dig(said, "replication.userManaged") or {}, "replicas")


def _is_anywhere(said: Json) -> bool | None:
    replication = said.get("replication")
    if not isinstance(replication, dict) or not replication:
        return None
    return "automatic" in replication


def _once(found: list[Ref[Any] | None]) -> list[Any]:
    return [Ref(uid) for uid in dict.fromkeys(one.uid for one in found if one is not None)]
