"""PostgreSQL flexible servers, with their server parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.child import Child
from ingest.azure.database_parameters import PART, Parameters
from ingest.azure.database_server import AzureFlexibleServer, flexible_server
from ingest.azure.managed import acts_as, flag, ref
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.entra_service_principal import EntraServicePrincipal

PARAMETERS = "Microsoft.DBforPostgreSQL/flexibleServers/configurations/read"


class AzurePostgresqlServer(
    AzureFlexibleServer,
    service="Resources",
    native="microsoft.dbforpostgresql/flexibleservers",
    lists="Microsoft.DBforPostgreSQL/flexibleServers/read",
):
    """A PostgreSQL flexible server."""

    replication_role: str | None = prop("`Primary`, `AsyncReplica`, `GeoAsyncReplica` or `None`.")
    entra_authentication: bool | None = prop("Identities of Entra ID may sign in.")
    password_authentication: bool | None = prop(
        "Who has a password of the server's own may sign in."
    )
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
    source: Ref[AzurePostgresqlServer] | None = edge(
        "REPLICA_OF", "Server that it is a replica of."
    )
    principal: Ref[EntraServicePrincipal] | None = edge(
        "ACTS_AS", "Service principal of its own identity."
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
        **flexible_server(azure, item),
        replication_role=said.get("replicationRole"),
        entra_authentication=flag(dig(said, "authConfig.activeDirectoryAuth")),
        password_authentication=flag(dig(said, "authConfig.passwordAuth")),
        requires_tls=set_.switch("require_secure_transport"),
        minimum_tls_version=set_.text("ssl_min_protocol_version"),
        log_checkpoints=set_.switch("log_checkpoints"),
        log_connections=set_.names_any("log_connections"),  # from PostgreSQL 18 on, a list
        log_disconnections=set_.switch("log_disconnections"),
        log_retention_days=set_.days("logfiles.retention_days", "log_retention_days"),
        throttles_connections=set_.switch("connection_throttle.enable", "connection_throttling"),
        source=ref(said.get("sourceServerResourceId")) if is_replica else None,
        principal=acts_as(item),
    )
