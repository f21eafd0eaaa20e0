"""Firewall rules of MySQL flexible servers."""

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
    from ingest.azure.mysql_server import AzureMysqlServer

SERVERS = "microsoft.dbformysql/flexibleservers"
READS = "Microsoft.DBforMySQL/flexibleServers/firewallRules/read"
RULES = Child("firewallRules", "/firewallRules", "2023-12-30", READS, listed=True, when=is_public)


class AzureMysqlFirewallRule(
    AzureDatabaseFirewallRule,
    service="Resources",
    lists=("Microsoft.DBforMySQL/flexibleServers/read", READS),
):
    """A range of addresses that may reach a MySQL flexible server."""

    server: Ref[AzureMysqlServer] = edge("HAS_RULE", "Server that it lets in to.", direction="in")


def fetch(azure: Azure) -> Records[AzureMysqlFirewallRule]:
    """Yield the firewall rules of all servers that stand outside of a virtual network."""
    return azure.records(read, rules(azure, azure.rows(SERVERS), RULES))


def read(azure: Azure, item: Item) -> AzureMysqlFirewallRule:  # noqa: ARG001 - every `read` takes both
    """Make the record of one rule."""
    return AzureMysqlFirewallRule(**common(item), **range_of(item), server=Ref(uid(item["server"])))
