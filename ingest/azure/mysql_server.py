"""MySQL flexible servers, with their server parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.client import Child
from ingest.azure.database_keys import vault_refs
from ingest.azure.database_parameters import PART, Parameters
from ingest.azure.managed import AzureManaged, flag, identity_refs, ref, refs, sku
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.key_vault import AzureKeyVault
    from ingest.azure.managed_identity import AzureManagedIdentity
    from ingest.azure.private_endpoint import AzurePrivateEndpoint
    from ingest.azure.subnet import AzureSubnet

PARAMETERS = "Microsoft.DBforMySQL/flexibleServers/configurations/read"


class AzureMysqlServer(
    AzureManaged,
    service="Resources",
    native="microsoft.dbformysql/flexibleservers",
    lists="Microsoft.DBforMySQL/flexibleServers/read",
):
    """A MySQL flexible server."""

    host: str | None = prop("Name that it is reached by.", indexed=True)
    version: str | None = prop("Version of MySQL.")
    sku: str | None = prop("Size of its machine.")
    state: str | None = prop("`Ready`, `Stopped`, `Disabled`, ...")
    public_network_access: str | None = prop("`Enabled` or `Disabled`.")
    backup_retention_days: int | None = prop("Days for which its backups are kept.")
    geo_redundant_backup: bool | None = prop("Its backups are kept in another region too.")
    high_availability: str | None = prop("`ZoneRedundant`, `SameZone` or `Disabled`.")
    replication_role: str | None = prop("`None`, `Source` or `Replica`.")
    key_source: str | None = prop("`AzureKeyVault` or `SystemManaged`.")
    requires_tls: bool | None = prop("Connections in clear text are refused.", reads=PARAMETERS)
    tls_versions: list[str] = prop("Versions of TLS that are taken: `TLSv1.2`.", reads=PARAMETERS)
    audit_log_enabled: bool | None = prop("It keeps an audit log.", reads=PARAMETERS)
    audit_log_events: list[str] = prop(
        "Kinds of events in its audit log: `CONNECTION`, `ADMIN`, ...", reads=PARAMETERS
    )
    entra_only: bool | None = prop(
        "Nobody signs in with a password of the server's own.", reads=PARAMETERS
    )
    subnet: Ref[AzureSubnet] | None = edge(
        "IN_SUBNET", "Subnet that is given to it, where it stands in a virtual network."
    )
    source: Ref[AzureMysqlServer] | None = edge("REPLICA_OF", "Server that it is a replica of.")
    encryption_vaults: list[Ref[AzureKeyVault]] = edge(
        "ENCRYPTED_BY", "Vaults of the user's own keys for its data and its backups elsewhere."
    )
    identities: list[Ref[AzureManagedIdentity]] = edge("HAS_IDENTITY", "Identities it acts with.")
    private_endpoints: list[Ref[AzurePrivateEndpoint]] = edge(
        "HAS_PRIVATE_ENDPOINT", "Private endpoints that lead to it."
    )


CHILDREN = (Child(PART, "/configurations", "2023-12-30", PARAMETERS, listed=True),)


def fetch(azure: Azure) -> Records[AzureMysqlServer]:
    """Yield the subscription's MySQL flexible servers."""
    return azure.records(read, azure.rows(), CHILDREN)


def read(azure: Azure, item: Item) -> AzureMysqlServer:
    """Make the record of one MySQL flexible server."""
    said: Json = item.get("properties") or {}
    set_ = Parameters(item)
    is_replica = said.get("replicationRole") == "Replica"
    return AzureMysqlServer(
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
        key_source=dig(said, "dataEncryption.type"),
        requires_tls=set_.switch("require_secure_transport"),
        tls_versions=set_.words("tls_version"),
        audit_log_enabled=set_.switch("audit_log_enabled"),
        audit_log_events=set_.words("audit_log_events"),
        entra_only=set_.switch("aad_auth_only"),
        subnet=ref(dig(said, "network.delegatedSubnetResourceId")),
        source=ref(said.get("sourceServerResourceId")) if is_replica else None,
        encryption_vaults=vault_refs(azure, said.get("dataEncryption")),
        identities=identity_refs(item),
        private_endpoints=refs(
            said.get("privateEndpointConnections"), "properties.privateEndpoint.id"
        ),
    )
