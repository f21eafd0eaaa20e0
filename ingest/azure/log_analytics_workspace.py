"""Log Analytics workspaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, flag, identity_refs
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.managed_identity import AzureManagedIdentity


class AzureLogAnalyticsWorkspace(
    AzureManaged,
    service="Resources",
    native="microsoft.operationalinsights/workspaces",
    lists="Microsoft.OperationalInsights/workspaces/read",
):
    """A Log Analytics workspace."""

    workspace: str | None = prop("Id by which agents name it.", indexed=True)
    sku: str | None = prop("Price tier: `PerGB2018`, `Free`, ...")
    retention_days: int | None = prop("Days for which its tables are kept unless they differ.")
    daily_quota_gb: float | None = prop("Gigabytes it takes in a day; null where it takes all.")
    public_ingestion: str | None = prop("Whether logs come in from the internet: `Enabled`.")
    public_query: str | None = prop("Whether it is queried from the internet: `Enabled`.")
    allows_keys: bool | None = prop(
        "Agents may sign in with its keys; null where the workspace does not say."
    )
    checks_resource_access: bool | None = prop(
        "Who may read a resource may read its logs, without a right on the workspace."
    )
    identities: list[Ref[AzureManagedIdentity]] = edge("HAS_IDENTITY", "Identities it acts with.")


def fetch(azure: Azure) -> Records[AzureLogAnalyticsWorkspace]:
    """Yield the subscription's workspaces."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureLogAnalyticsWorkspace:  # noqa: ARG001 - every `read` takes both
    """Make the record of one workspace."""
    said: Json = item.get("properties") or {}
    refuses_keys = flag(dig(said, "features.disableLocalAuth"))
    quota = dig(said, "workspaceCapping.dailyQuotaGb")
    return AzureLogAnalyticsWorkspace(
        **common(item),
        workspace=said.get("customerId"),
        sku=dig(said, "sku.name"),  # of its properties, not of the resource
        retention_days=said.get("retentionInDays"),
        daily_quota_gb=quota if quota is not None and quota >= 0 else None,  # -1: no quota
        public_ingestion=said.get("publicNetworkAccessForIngestion"),
        public_query=said.get("publicNetworkAccessForQuery"),
        allows_keys=None if refuses_keys is None else not refuses_keys,
        checks_resource_access=flag(
            dig(said, "features.enableLogAccessUsingOnlyResourcePermissions")
        ),
        identities=identity_refs(item),
    )
