"""Flow logs of networks: who spoke with whom, of a network, a subnet, an interface or a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, flag, parent, ref, uid
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.log_analytics_workspace import AzureLogAnalyticsWorkspace
    from ingest.azure.network_interface import AzureNetworkInterface
    from ingest.azure.network_security_group import AzureNetworkSecurityGroup
    from ingest.azure.network_watcher import AzureNetworkWatcher
    from ingest.azure.storage_account import AzureStorageAccount
    from ingest.azure.subnet import AzureSubnet
    from ingest.azure.virtual_network import AzureVirtualNetwork

ANALYTICS = "flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration"


class AzureFlowLog(
    AzureManaged,
    service="Resources",
    native="microsoft.network/networkwatchers/flowlogs",
    lists="Microsoft.Network/networkWatchers/flowLogs/read",
):
    """A flow log."""

    is_enabled: bool | None = prop("Flows are recorded.")
    retention_days: int = prop("Days for which records are kept; 0 where they are never deleted.")
    version: int | None = prop("Version of the records: from 2 on they tell bytes and packets.")
    traffic_analytics: bool | None = prop("Flows are sent to a workspace, to be looked into there.")
    analytics_minutes: int | None = prop("How often they are sent.")
    watcher: Ref[AzureNetworkWatcher] = edge("PART_OF", "Network watcher that it belongs to.")
    target: (
        Ref[AzureVirtualNetwork | AzureSubnet | AzureNetworkInterface | AzureNetworkSecurityGroup]
        | None
    ) = edge("RECORDS", "Whose flows are recorded.")
    storage: Ref[AzureStorageAccount] | None = edge("LOGS_TO", "Storage account of the records.")
    workspace: Ref[AzureLogAnalyticsWorkspace] | None = edge(
        "SENDS_TO", "Workspace that flows are sent to."
    )


def fetch(azure: Azure) -> Records[AzureFlowLog]:
    """Yield the subscription's flow logs."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureFlowLog:  # noqa: ARG001 - every `read` takes both
    """Make the record of one flow log."""
    said: Json = item["properties"]
    analytics: Json = dig(said, ANALYTICS) or {}
    return AzureFlowLog(
        **common(item),
        is_enabled=flag(said.get("enabled")),
        retention_days=_retention(said.get("retentionPolicy") or {}),
        version=dig(said, "format.version"),
        traffic_analytics=flag(analytics.get("enabled")),
        analytics_minutes=analytics.get("trafficAnalyticsInterval"),
        watcher=Ref(parent(uid(item["id"]))),
        target=ref(said.get("targetResourceId")),
        storage=ref(said.get("storageId")),
        workspace=ref(analytics.get("workspaceResourceId")),
    )


def _retention(policy: Json) -> int:
    """Return the days of a policy: where it is off, which is the default, nothing is deleted."""
    return int(policy.get("days") or 0) if flag(policy.get("enabled")) else 0
