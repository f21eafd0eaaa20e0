"""Firewall rules of Azure SQL servers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.child import Child
from ingest.azure.database_firewall import AzureDatabaseFirewallRule, range_of, rules
from ingest.azure.managed import common, uid
from ingest.items import Item
from ingest.model import Records, Ref, edge

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.sql_server import AzureSqlServer

SERVERS = "microsoft.sql/servers"
READS = "Microsoft.Sql/servers/firewallRules/read"
RULES = Child("firewallRules", "/firewallRules", "2023-08-01", READS, listed=True)


class AzureSqlFirewallRule(
    AzureDatabaseFirewallRule, service="Resources", lists=("Microsoft.Sql/servers/read", READS)
):
    """A range of addresses that may reach an Azure SQL server and all of its databases."""

    server: Ref[AzureSqlServer] = edge("HAS_RULE", "Server that it lets in to.", direction="in")


def fetch(azure: Azure) -> Records[AzureSqlFirewallRule]:
    """Yield the firewall rules of all servers."""
    return azure.records(read, rules(azure, azure.rows(SERVERS), RULES))


def read(azure: Azure, item: Item) -> AzureSqlFirewallRule:  # noqa: ARG001 - every `read` takes both
    """Make the record of one rule."""
    return AzureSqlFirewallRule(**common(item), **range_of(item), server=Ref(uid(item["server"])))
