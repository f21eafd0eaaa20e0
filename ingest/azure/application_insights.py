"""Application Insights components."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, flag, ref
from ingest.items import Item
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.log_analytics_workspace import AzureLogAnalyticsWorkspace


class AzureApplicationInsights(
    AzureManaged,
    service="Resources",
    native="microsoft.insights/components",
    lists="Microsoft.Insights/components/read",
    redact=["properties.InstrumentationKey", "properties.ConnectionString"],
):
    """An Application Insights component."""

    application_type: str | None = prop("`web` or `other`.")
    retention_days: int | None = prop("Days for which it keeps what it is told.")
    public_ingestion: str | None = prop("Whether data comes in from the internet: `Enabled`.")
    public_query: str | None = prop("Whether it is queried from the internet: `Enabled`.")
    allows_keys: bool | None = prop(
        "Data is taken with its key alone; null where the component does not say."
    )
    workspace: Ref[AzureLogAnalyticsWorkspace] | None = edge(
        "SENDS_TO", "Workspace that keeps what it is told; none where it keeps that by itself."
    )


def fetch(azure: Azure) -> Records[AzureApplicationInsights]:
    """Yield the subscription's components."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureApplicationInsights:  # noqa: ARG001 - every `read` takes both
    """Make the record of one component."""
    said: Json = item.get("properties") or {}
    refuses_keys = flag(said.get("DisableLocalAuth"))
    return AzureApplicationInsights(
        **common(item),
        application_type=said.get("Application_Type"),
        retention_days=said.get("RetentionInDays"),
        public_ingestion=said.get("publicNetworkAccessForIngestion"),
        public_query=said.get("publicNetworkAccessForQuery"),
        allows_keys=None if refuses_keys is None else not refuses_keys,
        workspace=ref(said.get("WorkspaceResourceId")),
    )
