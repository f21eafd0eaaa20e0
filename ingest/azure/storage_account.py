"""Azure storage accounts, with what only their blob and file services say, and their locks.

Queue and table services are not read, nor which logs of an account are kept.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ingest.azure.child import Child
from ingest.azure.endpoint_connections import CONNECTION, endpoint_refs
from ingest.azure.locks import LOCKS, Locks
from ingest.azure.managed import (
    AzureManaged,
    common,
    flag,
    identity_refs,
    refs,
    sku,
    spelled,
    time,
)
from ingest.azure.vaults import key_ref, vault_ref
from ingest.internet.host_name import host_refs
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.key_vault import AzureKeyVault
    from ingest.azure.key_vault_key import AzureKeyVaultKey
    from ingest.azure.managed_identity import AzureManagedIdentity
    from ingest.azure.private_endpoint import AzurePrivateEndpoint
    from ingest.azure.subnet import AzureSubnet
    from ingest.internet.host_name import HostName

BLOBS = "Microsoft.Storage/storageAccounts/blobServices/read"
FILES = "Microsoft.Storage/storageAccounts/fileServices/read"
VERSION = "2023-05-01"
# How Azure says that an account of a kind has no such service; any other error is no such thing.
UNSUPPORTED = ("FeatureNotSupportedForAccount",)


class AzureStorageAccount(
    AzureManaged,
    service="Resources",
    native="microsoft.storage/storageaccounts",
    lists="Microsoft.Storage/storageAccounts/read",
):
    """An Azure storage account."""

    kind: str | None = prop("`StorageV2`, `BlobStorage`, `FileStorage`, ...")
    sku: str | None = prop("Redundancy and tier: `Standard_GRS`, ...")
    https_only: bool | None = prop("Requests in clear text are refused.")
    minimum_tls_version: str | None = prop("Lowest TLS that is taken: `TLS1_2`.")
    allows_public_blobs: bool | None = prop(
        "Containers may be opened to anyone; null where the account does not say."
    )
    allows_shared_key: bool | None = prop(
        "Requests may be signed with the account's keys; null where the account does not say."
    )
    default_action: str | None = prop("What network rules do with whom they do not name.")
    bypass: list[str] = prop("Who passes the network rules all the same: `AzureServices`, ...")
    ip_rules: list[str] = prop("Addresses that network rules let in.")
    public_network_access: str | None = prop("`Enabled`, `Disabled`, `SecuredByPerimeter`.")
    key_source: str | None = prop("`Microsoft.Storage` or `Microsoft.Keyvault`.")
    infrastructure_encryption: bool | None = prop("Data is encrypted twice.")
    cross_tenant_replication: bool | None = prop("Objects may be replicated to other tenants.")
    key_expiry_days: int | None = prop("Days after which the account's keys are to be rotated.")
    keys_created_at: datetime.datetime | None = prop(
        "When the older of its two keys was made; null where that was with the account."
    )
    default_to_oauth: bool | None = prop("The portal signs in as the user, not with a key.")
    has_hierarchy: bool | None = prop("Its blobs stand in directories: a data lake.")
    has_blob_service: bool = prop("It can hold blobs.", reads=BLOBS)
    blob_soft_delete_days: int | None = prop(
        "Days for which deleted blobs are kept; null where they are not.", reads=BLOBS
    )
    container_soft_delete_days: int | None = prop(
        "Days for which deleted containers are kept; null where they are not.", reads=BLOBS
    )
    versioning: bool | None = prop("Earlier versions of blobs are kept.", reads=BLOBS)
    has_file_service: bool = prop("It can hold file shares.", reads=FILES)
    share_soft_delete_days: int | None = prop(
        "Days for which deleted file shares are kept; null where they are not.", reads=FILES
    )
    smb_versions: list[str] | None = prop(
        "Versions of SMB that file shares take; null where all are taken.", reads=FILES
    )
    smb_channel_encryption: list[str] | None = prop(
        "Ciphers that file shares take; null where all are taken.", reads=FILES
    )
    locks: list[str] = prop(
        "Levels of the locks that hold it: `CanNotDelete`, `ReadOnly`.", reads=LOCKS
    )
    encryption_vault: Ref[AzureKeyVault] | None = edge(
        "ENCRYPTED_BY", "Vault of the key that it is encrypted with, where that is the user's own."
    )
    encryption_key: Ref[AzureKeyVaultKey] | None = edge(
        "ENCRYPTED_BY", "Key that it is encrypted with, where that is the user's own."
    )
    identities: list[Ref[AzureManagedIdentity]] = edge("HAS_IDENTITY", "Identities it acts with.")
    subnets: list[Ref[AzureSubnet]] = edge("ALLOWS_SUBNET", "Subnets that network rules let in.")
    host_names: list[Ref[HostName]] = edge("HAS_HOST_NAME", "Host names that it answers to.")
    private_endpoints: list[Ref[AzurePrivateEndpoint]] = edge(
        "HAS_PRIVATE_ENDPOINT", "Private endpoints that lead to it.", props=CONNECTION
    )


CHILDREN = (
    Child("blobService", "/blobServices/default", VERSION, BLOBS, none=UNSUPPORTED),
    Child("fileService", "/fileServices/default", VERSION, FILES, none=UNSUPPORTED),
)


def fetch(azure: Azure) -> Records[AzureStorageAccount]:
    """Yield the subscription's storage accounts."""
    locks = Locks(azure)
    return azure.records(lambda view, item: read(view, item, locks), azure.rows(), CHILDREN)


def read(azure: Azure, item: Item, locks: Locks) -> AzureStorageAccount:
    """Make the record of one storage account."""
    said: Json = item.get("properties") or {}
    rules: Json = said.get("networkAcls") or {}
    vault: Json = dig(said, "encryption.keyvaultproperties") or {}
    blobs, files = item.part("blobService"), item.part("fileService")
    return AzureStorageAccount(
        **common(item),
        kind=item.get("kind"),
        sku=sku(item),
        https_only=flag(said.get("supportsHttpsTrafficOnly")),
        minimum_tls_version=said.get("minimumTlsVersion"),
        allows_public_blobs=flag(said.get("allowBlobPublicAccess")),
        allows_shared_key=flag(said.get("allowSharedKeyAccess")),
        default_action=spelled(rules.get("defaultAction"), "Allow", "Deny"),
        bypass=[part.strip() for part in (rules.get("bypass") or "").split(",") if part.strip()],
        ip_rules=[rule["value"] for rule in rules.get("ipRules") or () if rule.get("value")],
        public_network_access=spelled(
            said.get("publicNetworkAccess"), "Enabled", "Disabled", "SecuredByPerimeter"
        ),
        key_source=spelled(
            dig(said, "encryption.keySource"), "Microsoft.Storage", "Microsoft.Keyvault"
        ),
        infrastructure_encryption=flag(dig(said, "encryption.requireInfrastructureEncryption")),
        cross_tenant_replication=flag(said.get("allowCrossTenantReplication")),
        key_expiry_days=dig(said, "keyPolicy.keyExpirationPeriodInDays"),
        keys_created_at=_older(said.get("keyCreationTime")),
        default_to_oauth=flag(said.get("defaultToOAuthAuthentication")),
        has_hierarchy=flag(said.get("isHnsEnabled")),
        has_blob_service=blobs.read(bool),
        blob_soft_delete_days=blobs.read(lambda b: _days(b, "deleteRetentionPolicy")),
        container_soft_delete_days=blobs.read(lambda b: _days(b, "containerDeleteRetentionPolicy")),
        versioning=blobs.read(lambda b: flag(dig(b, "properties.isVersioningEnabled"))),
        has_file_service=files.read(bool),
        share_soft_delete_days=files.read(lambda f: _days(f, "shareDeleteRetentionPolicy")),
        smb_versions=files.read(lambda f: _smb(f, "versions")),
        smb_channel_encryption=files.read(lambda f: _smb(f, "channelEncryption")),
        locks=locks.of(item["id"]),
        encryption_vault=vault_ref(azure, vault.get("keyvaulturi")),
        encryption_key=key_ref(azure, vault.get("keyvaulturi"), vault.get("keyname")),
        identities=identity_refs(item),
        subnets=refs(rules.get("virtualNetworkRules")),
        host_names=host_refs(
            [*(said.get("primaryEndpoints") or {}).values(), dig(said, "customDomain.name")]
        ),
        private_endpoints=endpoint_refs(said.get("privateEndpointConnections")),
    )


def _days(answer: Json, policy: str) -> int | None:
    """Return for how many days a policy keeps what is deleted, None where it keeps nothing."""
    said: Json = dig(answer, f"properties.{policy}") or {}
    return said.get("days") if said.get("enabled") else None


def _smb(answer: Json, name: str) -> list[str] | None:
    """Return what a setting of SMB names, which is one text with semicolons."""
    said = dig(answer, f"properties.protocolSettings.smb.{name}") or ""
    return [part.strip() for part in said.split(";") if part.strip()] or None


def _older(said: Json | None) -> datetime.datetime | None:
    """Return when the older of two keys was made: one without a time is as old as the account."""
    times = [time((said or {}).get(name)) for name in ("key1", "key2")]
    known = [at for at in times if at is not None]
    return min(known) if len(known) == len(times) else None
