"""MySQL flexible servers, with their server parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.child import Child
from ingest.azure.database_parameters import PART, Parameters
from ingest.azure.database_server import AzureFlexibleServer, flexible_server
from ingest.azure.managed import ref
from ingest.items import Item
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure

PARAMETERS = "Microsoft.DBforMySQL/flexibleServers/configurations/read"


class AzureMysqlServer(
    AzureFlexibleServer,
    service="Resources",
    native="microsoft.dbformysql/flexibleservers",
    lists="Microsoft.DBforMySQL/flexibleServers/read",
):
    """A MySQL flexible server."""

    replication_role: str | None = prop("`None`, `Source` or `Replica`.")
    requires_tls: bool | None = prop("Connections in clear text are refused.", reads=PARAMETERS)
    tls_versions: list[str] = prop("Versions of TLS that are taken: `TLSv1.2`.", reads=PARAMETERS)
    audit_log_enabled: bool | None = prop("It keeps an audit log.", reads=PARAMETERS)
    audit_log_events: list[str] = prop(
        "Kinds of events in its audit log: `CONNECTION`, `ADMIN`, ...", reads=PARAMETERS
    )
    entra_only: bool | None = prop(
        "Nobody signs in with a password of the server's own.", reads=PARAMETERS
    )
    source: Ref[AzureMysqlServer] | None = edge("REPLICA_OF", "Server that it is a replica of.")


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
        **flexible_server(azure, item),
        replication_role=said.get("replicationRole"),
        requires_tls=set_.switch("require_secure_transport"),
        tls_versions=set_.words("tls_version"),
        audit_log_enabled=set_.switch("audit_log_enabled"),
        audit_log_events=set_.words("audit_log_events"),
        entra_only=set_.switch("aad_auth_only"),
        source=ref(said.get("sourceServerResourceId")) if is_replica else None,
    )
