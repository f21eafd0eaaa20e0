"""Secrets in key vaults: that they are there, whether they are on and when they end.

What is secret about them is never asked for: the control plane does not tell it.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ingest.azure.child import Child
from ingest.azure.managed import AzureManaged, common
from ingest.azure.vaults import VERSION, moment, stored
from ingest.items import Item
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.key_vault import AzureKeyVault

SECRETS = "Microsoft.KeyVault/vaults/secrets/read"
LISTING = Child("secrets", "/secrets", VERSION, SECRETS, listed=True)


class AzureKeyVaultSecret(
    AzureManaged,
    service="Resources",
    lists=("Microsoft.KeyVault/vaults/read", SECRETS),
    redact=["properties.value"],
    incarnation="id",
):
    """A secret in a key vault."""

    is_enabled: bool | None = prop("It may be read.")
    expires_at: datetime.datetime | None = prop("When it ends; null where it never does.")
    not_before: datetime.datetime | None = prop("From when on it may be read.")
    updated_at: datetime.datetime | None = prop("When it was last changed.")
    content_type: str | None = prop("What its owner says that it is: `application/x-pkcs12`, ...")
    vault: Ref[AzureKeyVault] = edge("STORED_IN", "Vault it is in.")


def fetch(azure: Azure) -> Records[AzureKeyVaultSecret]:
    """Yield the secrets of all vaults."""
    return azure.records(read, stored(azure, LISTING))


def read(azure: Azure, item: Item) -> AzureKeyVaultSecret:  # noqa: ARG001 - every `read` takes both
    """Make the record of one secret."""
    said: Json = item.get("properties.attributes") or {}
    fields = common(item)
    fields["created_at"] = moment(said.get("created"))
    return AzureKeyVaultSecret(
        **fields,
        is_enabled=said.get("enabled"),
        expires_at=moment(said.get("exp")),
        not_before=moment(said.get("nbf")),
        updated_at=moment(said.get("updated")),
        content_type=item.get("properties.contentType"),
        vault=Ref(item["within"].lower()),
    )
