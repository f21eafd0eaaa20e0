"""Topics of Pub/Sub; subscriptions to them are not modelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.governed import GcpGoverned, governed
from ingest.gcp.managed import GcpManaged, common, data, flag, kms_ref, seconds, texts
from ingest.gcp.names import last
from ingest.items import Item, dig
from ingest.model import Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.crypto_key import GcpCryptoKey


class GcpPubsubTopic(
    GcpManaged,
    GcpGoverned,
    service="cloudasset",
    native="pubsub.googleapis.com/Topic",
    lists="cloudasset.assets.listResource",
):
    """A topic of Pub/Sub."""

    storage_regions: list[str] = prop(
        "Regions that its messages may be kept in; empty where that is left to the organization, "
        "or to where a publisher happens to be."
    )
    keeps_regions_in_transit: bool = prop(
        "Messages are refused that come or go by another region than those."
    )
    retention_seconds: int | None = prop(
        "Seconds for which the topic itself keeps messages; null where only subscriptions do."
    )
    schema: str | None = prop("Schema that its messages follow; null where they need not.")
    encryption_key: Ref[GcpCryptoKey] | None = edge(
        "ENCRYPTED_BY", "Key of its messages, where that is the user's own."
    )


def fetch(gcp: Gcp) -> Records[GcpPubsubTopic]:
    """Yield the project's topics."""
    return gcp.records(read, gcp.rows(), with_policy=True)


def read(gcp: Gcp, item: Item) -> GcpPubsubTopic:
    """Make the record of one topic."""
    said = data(item)
    storage = dig(said, "messageStoragePolicy") or {}
    return GcpPubsubTopic(
        **common(gcp, item),
        **governed(gcp, item),
        storage_regions=texts(storage, "allowedPersistenceRegions"),
        keeps_regions_in_transit=flag(storage.get("enforceInTransit")) is True,
        retention_seconds=seconds(said.get("messageRetentionDuration")),
        schema=last(dig(said, "schemaSettings.schema")),
        encryption_key=kms_ref(gcp, said.get("kmsKeyName")),
    )
