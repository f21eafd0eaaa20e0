"""BigQuery tables. How much they hold is not listed, nor is what stands in them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ingest.gcp.governed import GcpGoverned, governed
from ingest.gcp.managed import GcpManaged, common, data, entries, flag, kms_ref, ref, text, time
from ingest.gcp.names import last
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.bigquery_dataset import GcpBigQueryDataset
    from ingest.gcp.client import Gcp
    from ingest.gcp.crypto_key import GcpCryptoKey

# What only one kind of table has, and the kind; a plain table has none of these.
KINDS = {
    "view": "VIEW", "materializedView": "MATERIALIZED_VIEW",
    "externalDataConfiguration": "EXTERNAL", "snapshotDefinition": "SNAPSHOT",
}  # fmt: skip


class GcpBigQueryTable(
    GcpManaged,
    GcpGoverned,
    service="cloudasset",
    native="bigquery.googleapis.com/Table",
    lists="cloudasset.assets.listResource",
):
    """A table or view of a BigQuery dataset."""

    dataset_name: str | None = prop("Name of its dataset.")
    kind: str = prop("`TABLE`, `VIEW`, `MATERIALIZED_VIEW`, `EXTERNAL`, `SNAPSHOT`, ...")
    description: str | None = prop("What people say of it.")
    columns: int = prop("How many columns its schema has; 0 where that is not listed.")
    requires_filter: bool | None = prop(
        "Queries must say which partitions they are about; null where it does not say."
    )
    expires_at: datetime.datetime | None = prop("When it is deleted; null where it stays.")
    dataset: Ref[GcpBigQueryDataset] | None = edge("IN_DATASET", "Dataset that it is in.")
    encryption_key: Ref[GcpCryptoKey] | None = edge(
        "ENCRYPTED_BY", "Key that it is encrypted with, where that is the user's own."
    )


def fetch(gcp: Gcp) -> Records[GcpBigQueryTable]:
    """Yield the project's tables."""
    return gcp.records(read, gcp.rows(), with_policy=True)


def read(gcp: Gcp, item: Item) -> GcpBigQueryTable:
    """Make the record of one table."""
    said = data(item)
    shared = common(gcp, item)
    dataset = shared["full_name"].partition("/tables/")[0]
    return GcpBigQueryTable(
        **shared,
        **governed(gcp, item),
        dataset_name=last(dataset),
        kind=text(said.get("type")) or _kind(said),
        description=text(said.get("description")),
        columns=len(entries(dig(said, "schema") or {}, "fields")),
        requires_filter=flag(said.get("requirePartitionFilter")),
        expires_at=time(said.get("expirationTime")),
        dataset=ref(gcp, dataset),
        encryption_key=kms_ref(gcp, dig(said, "encryptionConfiguration.kmsKeyName")),
    )


def _kind(said: Json) -> str:
    return next((kind for name, kind in KINDS.items() if said.get(name)), "TABLE")
