"""PostgreSQL flexible servers, with their server parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.client import Child
from ingest.azure.database_keys import vault_refs
from ingest.azure.database_parameters import PART, Parameters
from ingest.azure.managed import AzureManaged, acts_as, flag, identity_refs, ref, refs, sku
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.entra_service_principal import EntraServicePrincipal
    from ingest.azure.key_vault import AzureKeyVault
    from ingest.azure.managed_identity import AzureManagedIdentity
    from ingest.azure.private_endpoint import AzurePrivateEndpoint
    from ingest.azure.subnet import AzureSubnet

PARAMETERS = "Microsoft.DBforPostgreSQL/flexibleServers/configurations/read"


class AzurePostgresqlServer(
    AzureManaged,
    service="Resources",
    native="microsoft.dbforpostgresql/flexibleservers",
    lists="Microsoft.DBforPostgreSQL/flexibleServers/read",
):
    """A PostgreSQL flexible server."""

    host: str | None = prop("Name that it is reached by.", indexed=True)
    version: str | None = prop("Version of PostgreSQL.")
    sku: str | None = prop("Size of its machine.")
    state: str | None = prop("`Ready`, `Stopped`, `Disabled`, ...")
    public_network_access: str | None = prop("`Enabled` or `Disabled`.")
    backup_retention_days: int | None = prop("Days for which its backups are kept.")
    geo_redundant_backup: bool | None = prop("Its backups are kept in another region too.")
    high_availability: str | None = prop("`ZoneRedundant`, `SameZone` or `Disabled`.")
    replication_role: str | None = prop("`Primary`, `AsyncReplica`, `GeoAsyncReplica` or `None`.")
    entra_authentication: bool | None = prop("Identities of Entra ID may sign in.")
    password_authentication: bool | None = prop(
        "Who has a password of the server's own may sign in."
    )
    key_source: str | None = prop("`AzureKeyVault` or `SystemManaged`.")
    requires_tls: bool | None = prop("Connections in clear text are refused.", reads=PARAMETERS)
    minimum_tls_version: str | None = prop("Lowest TLS that is taken: `TLSv1.2`.", reads=PARAMETERS)
    log_checkpoints: bool | None = prop("Checkpoints are logged.", reads=PARAMETERS)
    log_connections: bool | None = prop("Connections are logged.", reads=PARAMETERS)
    log_disconnections: bool | None = prop("Ends of connections are logged.", reads=PARAMETERS)
    log_retention_days: int | None = prop(
        "Days for which files of its log are kept on it.", reads=PARAMETERS
    )
    throttles_connections: bool | None = prop(
        "Addresses that fail to sign in again and again are made to wait.", reads=PARAMETERS
    )
    subnet: Ref[AzureSubnet] | None = edge(
        "IN_SUBNET", "Subnet that is given to it, where it stands in a virtual network."
    )
    source: Ref[AzurePostgresqlServer] | None = edge(
        "REPLICA_OF", "Server that it is a replica of."
    )
    encryption_vaults: list[Ref[AzureKeyVault]] = edge(
        "ENCRYPTED_BY", "Vaults of the user's own keys for its data and its backups elsewhere."
    )
    identities: list[Ref[AzureManagedIdentity]] = edge("HAS_IDENTITY", "Identities it acts with.")
    principal: Ref[EntraServicePrincipal] | None = edge(
        "ACTS_AS", "Service principal of its own identity."
    )
    private_endpoints: list[Ref[AzurePrivateEndpoint]] = edge(
        "HAS_PRIVATE_ENDPOINT", "Private endpoints that lead to it."
    )


CHILDREN = (Child(PART, "/configurations", "2024-08-01", PARAMETERS, listed=True),)


def fetch(azure: Azure) -> Records[AzurePostgresqlServer]:
    """Yield the subscription's PostgreSQL flexible servers."""
    return azure.records(read, azure.rows(), CHILDREN)


def read(azure: Azure, item: Item) -> AzurePostgresqlServer:
    """Make the record of one PostgreSQL flexible server."""
    said: Json = item.get("properties") or {}
    set_ = Parameters(item)
    is_replica = "Replica" in (said.get("replicationRole") or "")
    return AzurePostgresqlServer(
        **set_.common(item),
        host=said.get("fullyQualifiedDomainName"),
        version=said.get("version"),
        sku=sku(item),
        state=said.get("state"),
        public_network_access=dig(said, "network.publicNetworkAccess"),
        backup_retention_days=dig(said, "backup.backupRetentionDays"),
        geo_redundant_backup=flag(dig(said, "backup.geoRedundantBackup")),
        high_availability=dig(said, "highAvailability.mode"),
        replication_role=said.get("replicationRole"),
        entra_authentication=flag(dig(said, "authConfig.activeDirectoryAuth")),
        password_authentication=flag(dig(said, "authConfig.passwordAuth")),
        key_source=dig(said, "dataEncryption.type"),
        requires_tls=set_.switch("require_secure_transport"),
        minimum_tls_version=set_.text("ssl_min_protocol_version"),
        log_checkpoints=set_.switch("log_checkpoints"),
        log_connections=set_.names_any("log_connections"),  # from PostgreSQL 18 on, a list
        log_disconnections=set_.switch("log_disconnections"),
        log_retention_days=set_.days("logfiles.retention_days", "log_retention_days"),
        throttles_connections=set_.switch("connection_throttle.enable", "connection_throttling"),
        subnet=ref(dig(said, "network.delegatedSubnetResourceId")),
        source=ref(said.get("sourceServerResourceId")) if is_replica else None,
        encryption_vaults=vault_refs(azure, said.get("dataEncryption")),
        identities=identity_refs(item),
        principal=acts_as(item),
        private_endpoints=refs(
            said.get("privateEndpointConnections"), "properties.privateEndpoint.id"
        ),
    )
