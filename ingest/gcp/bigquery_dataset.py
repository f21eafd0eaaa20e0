"""BigQuery datasets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.gcp.governed import ANYONE, GcpGoverned, governed
from ingest.gcp.managed import GcpManaged, common, data, entries, kms_ref, number, text
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.gcp.client import Gcp
    from ingest.gcp.crypto_key import GcpCryptoKey

# How an entry of an access list says whom it is about.
WHOM = ("iamMember", "specialGroup", "userByEmail", "groupByEmail", "domain")
MILLISECONDS = 1_000


class GcpBigQueryDataset(
    GcpManaged,
    GcpGoverned,
    service="cloudasset",
    native="bigquery.googleapis.com/Dataset",
    lists="cloudasset.assets.listResource",
):
    """A BigQuery dataset: a group of tables in one location."""

    display_name: str | None = prop("What people call it.")
    description: str | None = prop("What people say of it.")
    access: list[str] = prop(
        "Who has which role by its access list, where that is listed: `READER projectReaders`."
    )
    public_access: list[str] = prop(
        "What its access list gives to anyone, where that is listed: `READER allUsers`."
    )
    table_lifetime_seconds: int | None = prop(
        "Seconds after which new tables of it are deleted; null where they stay."
    )
    encryption_key: Ref[GcpCryptoKey] | None = edge(
        "ENCRYPTED_BY", "Key of new tables that name no other, where that is the user's own."
    )


def fetch(gcp: Gcp) -> Records[GcpBigQueryDataset]:
    """Yield the project's datasets."""
    return gcp.records(read, gcp.rows(), with_policy=True)


def read(gcp: Gcp, item: Item) -> GcpBigQueryDataset:
    """Make the record of one dataset."""
    said = data(item)
    lifetime = number(said.get("defaultTableExpirationMs"))
    return GcpBigQueryDataset(
        **common(gcp, item),
        **governed(gcp, item),
        display_name=text(said.get("friendlyName")),
        description=text(said.get("description")),
        access=_access(said),
        public_access=[entry for entry in _access(said) if entry.split()[-1] in ANYONE],
        table_lifetime_seconds=None if lifetime is None else lifetime // MILLISECONDS,
        encryption_key=kms_ref(gcp, dig(said, "defaultEncryptionConfiguration.kmsKeyName")),
    )


def _access(said: Json) -> list[str]:
    """Return the entries of people; those of views and routines have no role."""
    return sorted(
        f"{entry['role']} {whom}"
        for entry in entries(said, "access")
        if text(entry.get("role"))
        and (whom := next((found for name in WHOM if (found := text(entry.get(name)))), None))
    )
