"""Azure SQL databases; `master`, which is no user's and can't be encrypted by one, is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ingest.azure.child import Child
from ingest.azure.managed import (
    AzureManaged,
    common,
    flag,
    identity_refs,
    parent,
    sku,
    time,
    uid,
)
from ingest.azure.vaults import vault_ref
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.key_vault import AzureKeyVault
    from ingest.azure.managed_identity import AzureManagedIdentity
    from ingest.azure.sql_server import AzureSqlServer

ENCRYPTION = "Microsoft.Sql/servers/databases/transparentDataEncryption/read"


class AzureSqlDatabase(
    AzureManaged,
    service="Resources",
    native="microsoft.sql/servers/databases",
    lists="Microsoft.Sql/servers/databases/read",
):
    """A database of an Azure SQL server."""

    kind: str | None = prop("`v12.0,user`, with `serverless` or `datawarehouse` among it.")
    sku: str | None = prop("Name of its price tier: `GP_Gen5`, `S0`, ...")
    status: str | None = prop("`Online`, `Paused`, ...")
    is_zone_redundant: bool | None = prop("It has replicas in several zones.")
    backup_redundancy: str | None = prop("Where its backups are kept: `Local`, `Zone`, `Geo`, ...")
    is_ledger: bool | None = prop("All of its tables are ledger tables: changes leave a proof.")
    is_encrypted: bool | None = prop("It is encrypted at rest.", reads=ENCRYPTION)
    server: Ref[AzureSqlServer] = edge("PART_OF", "Server that it is a database of.")
    encryption_vault: Ref[AzureKeyVault] | None = edge(
        "ENCRYPTED_BY", "Vault of a key of its own, where it does not use its server's."
    )
    identities: list[Ref[AzureManagedIdentity]] = edge("HAS_IDENTITY", "Identities it acts with.")


CHILDREN = (
    Child("encryption", "/transparentDataEncryption/current", "2023-08-01", ENCRYPTION),
)  # fmt: skip


def fetch(azure: Azure) -> Records[AzureSqlDatabase]:
    """Yield the subscription's databases, without `master`."""
    return azure.records(read, users(azure.rows()), CHILDREN)


def users(rows: Iterator[Any]) -> Iterator[Json]:
    """Yield the rows of databases that are a user's."""
    for row in rows:
        if str(row.get("id")).rsplit("/", 1)[-1].lower() != "master":
            yield row


def read(azure: Azure, item: Item) -> AzureSqlDatabase:
    """Make the record of one database."""
    said: Json = item.get("properties") or {}
    fields = common(item)
    fields["created_at"] = time(said.get("creationDate")) or fields["created_at"]
    return AzureSqlDatabase(
        **fields,
        kind=item.get("kind") or None,
        sku=sku(item),
        status=said.get("status"),
        is_zone_redundant=flag(said.get("zoneRedundant")),
        backup_redundancy=said.get("currentBackupStorageRedundancy"),
        is_ledger=flag(said.get("isLedgerOn")),
        is_encrypted=item.part("encryption").read(lambda b: flag(dig(b, "properties.state"))),
        server=Ref(uid(parent(item["id"]))),
        encryption_vault=vault_ref(azure, said.get("encryptionProtector")),
        identities=identity_refs(item),
    )
