"""Diagnostic settings: which logs of a resource are kept, and where.

They stand behind a single resource and in no listing of all, so each costs a call. They are read
for the subscription itself, whose log is the activity log, and for the types of `READ_FOR`; of
other resources nothing is said. A refused listing leaves the type unread: what a resource logs
would look like nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ingest.azure.child import Child
from ingest.azure.managed import AzureManaged, common, parent, ref
from ingest.azure.scopes import placed, subscription_uid
from ingest.items import Item
from ingest.model import Json, Records, Ref, Resource, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.log_analytics_workspace import AzureLogAnalyticsWorkspace
    from ingest.azure.resource import AzureResource
    from ingest.azure.storage_account import AzureStorageAccount

LISTS = "Microsoft.Insights/diagnosticSettings/read"
SETTINGS = Child(
    "diagnosticSettings", "/providers/Microsoft.Insights/diagnosticSettings",
    "2021-05-01-preview", LISTS, listed=True,
)  # fmt: skip
READ_FOR = ("microsoft.keyvault/vaults", "microsoft.web/sites")


class AzureDiagnosticSetting(AzureManaged, service="arm", lists=LISTS):
    """Which logs of a resource are kept, and where."""

    categories: list[str] = prop("Categories of logs that are sent: `AuditEvent`.")
    category_groups: list[str] = prop("Groups of categories that are sent: `audit`, `allLogs`.")
    metrics: list[str] = prop("Categories of metrics that are sent.")
    event_hub: str | None = prop("Event hub that they are sent to, where it is not the default.")
    resource: Ref[Resource] = edge("ABOUT", "Resource whose logs they are; or the subscription.")
    destinations: list[Ref[AzureStorageAccount | AzureLogAnalyticsWorkspace | AzureResource]] = (
        edge("SENDS_TO", "Where they are kept: account, workspace, namespace of event hubs.")
    )


def fetch(azure: Azure) -> Records[AzureDiagnosticSetting]:
    """Yield the settings of the subscription, and of its resources of the types that are read."""
    return azure.records(read, _entries(azure))


def _entries(azure: Azure) -> Iterator[Json]:
    ours: Json = {"id": subscription_uid(azure.subscription)}
    resources = azure.rows(*READ_FOR, table="Resources")
    for owner, entry in azure.each(itertools.chain([ours], resources), SETTINGS):
        yield from placed([{**entry, "within": owner["id"]}])


def read(azure: Azure, item: Item) -> AzureDiagnosticSetting:  # noqa: ARG001 - every `read` takes both
    """Make the record of one setting."""
    said: Json = item.get("properties") or {}
    return AzureDiagnosticSetting(
        **common(item),
        categories=_enabled(said, "logs", "category"),
        category_groups=_enabled(said, "logs", "categoryGroup"),
        metrics=_enabled(said, "metrics", "category"),
        event_hub=said.get("eventHubName"),
        resource=Ref(item["within"].lower()),
        destinations=_destinations(said),
    )


def _enabled(said: Json, of: str, name: str) -> list[str]:
    return [e[name] for e in said.get(of) or () if e.get("enabled") is True and e.get(name)]


def _destinations(said: Json) -> list[Ref[Any]]:
    rule = said.get("eventHubAuthorizationRuleId")  # stands inside the namespace
    found = (ref(said.get("storageAccountId")), ref(said.get("workspaceId")),
             ref(parent(rule)) if rule else None)  # fmt: skip
    return [one for one in found if one is not None]
