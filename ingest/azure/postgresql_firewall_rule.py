"""Firewall rules of PostgreSQL flexible servers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.child import Child
from ingest.azure.database_firewall import (
    AzureDatabaseFirewallRule,
    is_public,
    range_of,
    rules,
)
from ingest.azure.managed import common, uid
from ingest.items import Item
from ingest.model import Records, Ref, edge

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.postgresql_server import AzurePostgresqlServer

SERVERS = "microsoft.dbforpostgresql/flexibleservers"
READS = "Microsoft.DBforPostgreSQL/flexibleServers/firewallRules/read"
RULES = Child("firewallRules", "/firewallRules", "2024-08-01", READS, listed=True, when=is_public)


class AzurePostgresqlFirewallRule(
    AzureDatabaseFirewallRule,
    service="Resources",
    lists=("Microsoft.DBforPostgreSQL/flexibleServers/read", READS),
):
    """A range of addresses that may reach a PostgreSQL flexible server."""

    server: Ref[AzurePostgresqlServer] = edge(
        "HAS_RULE", "Server that it lets in to.", direction="in"
    )


def fetch(azure: Azure) -> Records[AzurePostgresqlFirewallRule]:
    """Yield the firewall rules of all servers that stand outside of a virtual network."""
    return azure.records(read, rules(azure, azure.rows(SERVERS), RULES))


def read(azure: Azure, item: Item) -> AzurePostgresqlFirewallRule:  # noqa: ARG001 - every `read` takes both
    """Make the record of one rule."""
    return AzurePostgresqlFirewallRule(
        **common(item), **range_of(item), server=Ref(uid(item["server"]))
    )
