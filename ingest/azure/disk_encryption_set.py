"""Disk encryption sets: which key encrypts the disks that name the set."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ingest.azure.managed import (
    AzureManaged,
    acts_as,
    common,
    flag,
    identity_refs,
    ref,
    time,
)
from ingest.azure.vaults import vault_ref
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.entra_service_principal import EntraServicePrincipal
    from ingest.azure.key_vault import AzureKeyVault
    from ingest.azure.managed_identity import AzureManagedIdentity


class AzureDiskEncryptionSet(
    AzureManaged,
    service="Resources",
    native="microsoft.compute/diskencryptionsets",
    lists="Microsoft.Compute/diskEncryptionSets/read",
):
    """A disk encryption set: the key that disks are encrypted with."""

    encryption_type: str | None = prop(
        "Whose keys encrypt: `EncryptionAtRestWithCustomerKey`, "
        "`EncryptionAtRestWithPlatformAndCustomerKeys`, `ConfidentialVmEncryptedWithCustomerKey`."
    )
    key_url: str | None = prop("Address of the key, with or without its version.")
    automatic_rotation: bool | None = prop("It takes a new version of the key by itself.")
    rotated_at: datetime | None = prop("When it last took a new version.")
    rotation_error: str | None = prop("Why it could not take a new version; null where it could.")
    vault: Ref[AzureKeyVault] | None = edge("ENCRYPTED_BY", "Vault of its key.")
    identities: list[Ref[AzureManagedIdentity]] = edge(
        "HAS_IDENTITY", "Identities it gets at the key with."
    )
    service_principal: Ref[EntraServicePrincipal] | None = edge(
        "ACTS_AS", "Service principal of its own identity."
    )


def fetch(azure: Azure) -> Records[AzureDiskEncryptionSet]:
    """Yield the subscription's disk encryption sets."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureDiskEncryptionSet:
    """Make the record of one disk encryption set."""
    said: Json = item.get("properties") or {}
    key = dig(said, "activeKey.keyUrl")
    return AzureDiskEncryptionSet(
        **common(item),
        encryption_type=said.get("encryptionType"),
        key_url=key,
        automatic_rotation=flag(said.get("rotationToLatestKeyVersionEnabled")),
        rotated_at=time(said.get("lastKeyRotationTimestamp")),
        rotation_error=dig(said, "autoKeyRotationError.code"),
        # The vault's id is told only where the vault is in the same subscription.
        vault=ref(dig(said, "activeKey.sourceVault.id")) or vault_ref(azure, key),
        identities=identity_refs(item),
        service_principal=acts_as(item),
    )
