"""Log buckets: where Cloud Logging itself keeps log entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.managed import GcpManaged, common, data, flag, kms_ref, number, text, texts
from ingest.items import Item, dig
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.crypto_key import GcpCryptoKey

REQUIRED = "_Required"


class GcpLogBucket(
    GcpManaged,
    service="cloudasset",
    native="logging.googleapis.com/LogBucket",
    lists="cloudasset.assets.listResource",
):
    """A log bucket."""

    description: str | None = prop("What people say of it.")
    state: str | None = prop("`ACTIVE`, `DELETE_REQUESTED`, ...")
    retention_days: int | None = prop(
        "Days for which entries are kept; null where Google does not say."
    )
    is_locked: bool = prop("It and its time can't be changed any more.")
    is_required: bool = prop("Google keeps it for audit logs, and nobody can change it.")
    has_analytics: bool = prop("Its entries can be asked with SQL.")
    restricted_fields: list[str] = prop("Fields that only those see who are allowed to.")
    encryption_key: Ref[GcpCryptoKey] | None = edge(
        "ENCRYPTED_BY", "Key of its entries, where that is the user's own."
    )


def fetch(gcp: Gcp) -> Records[GcpLogBucket]:
    """Yield the project's log buckets."""
    return gcp.records(read, gcp.rows())


def read(gcp: Gcp, item: Item) -> GcpLogBucket:
    """Make the record of one log bucket."""
    said = data(item)
    shared = common(gcp, item)
    return GcpLogBucket(
        **shared,
        description=text(said.get("description")),
        state=text(said.get("lifecycleState")),
        retention_days=number(said.get("retentionDays")),
        is_locked=flag(said.get("locked")) is True,
        is_required=shared["name"] == REQUIRED,
        has_analytics=flag(said.get("analyticsEnabled")) is True,
        restricted_fields=texts(said, "restrictedFields"),
        encryption_key=kms_ref(gcp, dig(said, "cmekSettings.kmsKeyName")),
    )
