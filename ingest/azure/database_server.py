"""What flexible servers of MySQL and PostgreSQL have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from ingest.azure.database_keys import vault_refs
from ingest.azure.managed import AzureManaged, flag, identity_refs, ref, refs, sku
from ingest.items import Item, dig
from ingest.model import Json, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.key_vault import AzureKeyVault
    from ingest.azure.managed_identity import AzureManagedIdentity
    from ingest.azure.private_endpoint import AzurePrivateEndpoint
    from ingest.azure.subnet import AzureSubnet


class AzureFlexibleServer(AzureManaged, is_base=True):
    """The fields of every flexible server, whatever its engine."""

    host: str | None = prop("Name that it is reached by.", indexed=True)
    version: str | None = prop("Version of its engine.")
    sku: str | None = prop("Size of its machine.")
    state: str | None = prop("`Ready`, `Stopped`, `Disabled`, ...")
    public_network_access: str | None = prop("`Enabled` or `Disabled`.")
    backup_retention_days: int | None = prop("Days for which its backups are kept.")
    geo_redundant_backup: bool | None = prop("Its backups are kept in another region too.")
    high_availability: str | None = prop("`ZoneRedundant`, `SameZone` or `Disabled`.")
    key_source: str | None = prop("`AzureKeyVault` or `SystemManaged`.")
    subnet: Ref[AzureSubnet] | None = edge(
        "IN_SUBNET", "Subnet that is given to it, where it stands in a virtual network."
    )
    encryption_vaults: list[Ref[AzureKeyVault]] = edge(
        "ENCRYPTED_BY", "Vaults of the user's own keys for its data and its backups elsewhere."
    )
    identities: list[Ref[AzureManagedIdentity]] = edge("HAS_IDENTITY", "Identities it acts with.")
    private_endpoints: list[Ref[AzurePrivateEndpoint]] = edge(
        "HAS_PRIVATE_ENDPOINT", "Private endpoints that lead to it."
    )


class FlexibleServer(TypedDict):
    """What `flexible_server` gives."""

    host: str | None
    version: str | None
    sku: str | None
    state: str | None
    public_network_access: str | None
    backup_retention_days: int | None
    geo_redundant_backup: bool | None
    high_availability: str | None
    key_source: str | None
    subnet: Ref[AzureSubnet] | None
    encryption_vaults: list[Ref[AzureKeyVault]]
    identities: list[Ref[AzureManagedIdentity]]
    private_endpoints: list[Ref[AzurePrivateEndpoint]]


def flexible_server(azure: Azure, item: Item) -> FlexibleServer:
    """Return the fields of `AzureFlexibleServer`, from a row."""
    said: Json = item.get("properties") or {}
    return {
        "host": said.get("fullyQualifiedDomainName"),
        "version": said.get("version"),
        "sku": sku(item),
        "state": said.get("state"),
        "public_network_access": dig(said, "network.publicNetworkAccess"),
        "backup_retention_days": dig(said, "backup.backupRetentionDays"),
        "geo_redundant_backup": flag(dig(said, "backup.geoRedundantBackup")),
        "high_availability": dig(said, "highAvailability.mode"),
        "key_source": dig(said, "dataEncryption.type"),
        "subnet": ref(dig(said, "network.delegatedSubnetResourceId")),
        "encryption_vaults": vault_refs(azure, said.get("dataEncryption")),
        "identities": identity_refs(item),
        "private_endpoints": refs(
            said.get("privateEndpointConnections"), "properties.privateEndpoint.id"
        ),
    }
