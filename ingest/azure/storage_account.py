"""Azure storage accounts, with what only their blob service says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.client import Child
from ingest.azure.managed import AzureManaged, common, flag, identity_refs, refs, sku
from ingest.azure.vaults import vault_ref
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.key_vault import AzureKeyVault
    from ingest.azure.managed_identity import AzureManagedIdentity
    from ingest.azure.private_endpoint import AzurePrivateEndpoint
    from ingest.azure.subnet import AzureSubnet

BLOBS = "Microsoft.Storage/storageAccounts/blobServices/read"
VERSION = "2023-05-01"


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
    key_created_at: str | None = prop("When the older of its two keys was made.")
    default_to_oauth: bool | None = prop("The portal signs in as the user, not with a key.")
    blob_soft_delete_days: int | None = prop(
        "Days for which deleted blobs are kept; null where they are not.", reads=BLOBS
    )
    container_soft_delete_days: int | None = prop(
        "Days for which deleted containers are kept; null where they are not.", reads=BLOBS
    )
    versioning: bool | None = prop("Earlier versions of blobs are kept.", reads=BLOBS)
    encryption_vault: Ref[AzureKeyVault] | None = edge(
        "ENCRYPTED_BY", "Vault of the key that it is encrypted with, where that is the user's own."
    )
    identities: list[Ref[AzureManagedIdentity]] = edge("HAS_IDENTITY", "Identities it acts with.")
    subnets: list[Ref[AzureSubnet]] = edge("ALLOWS_SUBNET", "Subnets that network rules let in.")
    private_endpoints: list[Ref[AzurePrivateEndpoint]] = edge(
        "HAS_PRIVATE_ENDPOINT", "Private endpoints that lead to it."
    )


CHILDREN = (
    Child("blobService", "/blobServices/default", VERSION, BLOBS,
          none=("NotFound", "ResourceNotFound", "FeatureNotSupportedForAccount")),
)  # fmt: skip


def fetch(azure: Azure) -> Records[AzureStorageAccount]:
    """Yield the subscription's storage accounts."""
    return azure.records(read, azure.rows(), CHILDREN)


def read(azure: Azure, item: Item) -> AzureStorageAccount:
    """Make the record of one storage account."""
    said: Json = item.get("properties") or {}
    rules: Json = said.get("networkAcls") or {}
    blobs = item.part("blobService")
    return AzureStorageAccount(
        **common(item),
        kind=item.get("kind"),
        sku=sku(item),
        https_only=flag(said.get("supportsHttpsTrafficOnly")),
        minimum_tls_version=said.get("minimumTlsVersion"),
        allows_public_blobs=flag(said.get("allowBlobPublicAccess")),
        allows_shared_key=flag(said.get("allowSharedKeyAccess")),
        default_action=rules.get("defaultAction"),
        bypass=[part.strip() for part in (rules.get("bypass") or "").split(",") if part.strip()],
        ip_rules=[rule["value"] for rule in rules.get("ipRules") or () if rule.get("value")],
        public_network_access=said.get("publicNetworkAccess"),
        key_source=dig(said, "encryption.keySource"),
        infrastructure_encryption=flag(dig(said, "encryption.requireInfrastructureEncryption")),
        cross_tenant_replication=flag(said.get("allowCrossTenantReplication")),
        key_expiry_days=dig(said, "keyPolicy.keyExpirationPeriodInDays"),
        key_created_at=min(_times(said.get("keyCreationTime")), default=None),
        default_to_oauth=flag(said.get("defaultToOAuthAuthentication")),
        blob_soft_delete_days=blobs.read(lambda b: _days(b, "deleteRetentionPolicy")),
        container_soft_delete_days=blobs.read(lambda b: _days(b, "containerDeleteRetentionPolicy")),
        versioning=blobs.read(lambda b: flag(dig(b, "properties.isVersioningEnabled"))),
        encryption_vault=vault_ref(azure, dig(said, "encryption.keyvaultproperties.keyvaulturi")),
        identities=identity_refs(item),
        subnets=refs(rules.get("virtualNetworkRules")),
        private_endpoints=refs(
            said.get("privateEndpointConnections"), "properties.privateEndpoint.id"
        ),
    )


def _days(answer: Json, policy: str) -> int | None:
    """Return for how many days a policy keeps what is deleted, None where it keeps nothing."""
    said: Json = dig(answer, f"properties.{policy}") or {}
    return said.get("days") if said.get("enabled") else None


def _times(said: Json | None) -> list[str]:
    return [time for time in (said or {}).values() if isinstance(time, str)]
