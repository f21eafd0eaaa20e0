"""Logs and alerts: some that are kept and heard, and some that nobody would ever see."""

from __future__ import annotations

from typing import Any

from server.demo.azure.cloud import SUBSCRIPTION, Estate
from server.demo.azure.rows import children, resource_id, row

HERE = f"/subscriptions/{SUBSCRIPTION}"
WORKSPACE = "Microsoft.OperationalInsights/workspaces"
ALERT = "Microsoft.Insights/activityLogAlerts"
GROUP = "Microsoft.Insights/actionGroups"
COMPONENT = "Microsoft.Insights/components"
SETTINGS = "/providers/Microsoft.Insights/diagnosticSettings"


def add(estate: Estate) -> None:
    """Add workspaces, components, action groups, alerts and diagnostic settings."""
    estate.tables.setdefault("Resources", []).extend(
        [*workspaces(), *components(), *groups(), *alerts()]
    )
    logs = [
        {"category": name, "enabled": name != "Autoscale"}
        for name in ("Administrative", "Security", "Alert", "Policy", "Autoscale")
    ]
    children(
        estate, {"id": HERE}, SETTINGS,
        {
            "name": "activity-log", "type": "Microsoft.Insights/diagnosticSettings",
            "properties": {
                "logs": logs, "metrics": [],
                "storageAccountId": resource_id("Microsoft.Storage/storageAccounts", "ShopSafe"),
                "workspaceId": resource_id(WORKSPACE, "shop-logs"),
            },
        },
        {
            "name": "to-hub", "type": "Microsoft.Insights/diagnosticSettings",
            "properties": {
                "logs": [{"category": "Administrative", "enabled": True}], "metrics": None,
                "eventHubName": "activity",
                "eventHubAuthorizationRuleId": resource_id(
                    "Microsoft.EventHub/namespaces/authorizationRules", "shop-hub/send"
                ),
            },
        },
    )  # fmt: skip
    estate.tables["Resources"].append(row("Microsoft.EventHub/namespaces", "shop-hub"))
    vault = {"id": resource_id("Microsoft.KeyVault/vaults", "shop-keys")}
    children(
        estate, vault, SETTINGS,
        {
            "name": "audit",
            "properties": {
                "logs": [
                    {"categoryGroup": "audit", "enabled": True},
                    {"categoryGroup": "allLogs", "enabled": False},
                ],
                "metrics": [{"category": "AllMetrics", "enabled": True}],
                "workspaceId": resource_id(WORKSPACE, "shop-logs"),
            },
        },
    )  # fmt: skip


def workspaces() -> list[dict[str, Any]]:
    """Return a workspace that is closed to the internet, and one that is not."""
    return [
        row(
            WORKSPACE, "shop-logs",
            properties={
                "customerId": "b6f2a1c4-0d3e-4f5a-9b8c-7d6e5f4a3b2c", "sku": {"name": "PerGB2018"},
                "retentionInDays": 365, "workspaceCapping": {"dailyQuotaGb": -1.0},
                "publicNetworkAccessForIngestion": "Disabled",
                "publicNetworkAccessForQuery": "Disabled",
                "features": {
                    "disableLocalAuth": True, "enableLogAccessUsingOnlyResourcePermissions": True,
                },
            },
        ),
        row(
            WORKSPACE, "old-logs",
            properties={
                "customerId": "c7a3b2d5-1e4f-4a6b-8c9d-8e7f6a5b4c3d", "sku": {"name": "Free"},
                "retentionInDays": 7, "workspaceCapping": {"dailyQuotaGb": 0.5},
                "publicNetworkAccessForIngestion": "Enabled",
                "publicNetworkAccessForQuery": "Enabled", "features": {},
            },
        ),
    ]  # fmt: skip


def components() -> list[dict[str, Any]]:
    """Return a component that keeps its data in a workspace, and a classic one."""
    return [
        row(
            COMPONENT, "shop-web", kind="web",
            properties={
                "Application_Type": "web", "RetentionInDays": 90, "DisableLocalAuth": True,
                "InstrumentationKey": "a1b2c3d4-0000-4000-8000-000000000001",
                "ConnectionString": "InstrumentationKey=a1b2c3d4-0000-4000-8000-000000000001",
                "WorkspaceResourceId": resource_id(WORKSPACE, "Shop-Logs").lower(),
                "publicNetworkAccessForIngestion": "Enabled",
                "publicNetworkAccessForQuery": "Disabled",
            },
        ),
        row(COMPONENT, "classic", kind="other", properties={"Application_Type": "other"}),
    ]  # fmt: skip


def groups() -> list[dict[str, Any]]:
    """Return an action group that reaches somebody, and one whose only receiver declined."""
    return [
        row(
            GROUP, "on-duty", location="global",
            properties={
                "groupShortName": "duty", "enabled": True, "smsReceivers": [],
                "emailReceivers": [
                    {"name": "duty", "emailAddress": "duty@shop.example", "status": "Enabled"}
                ],
                "webhookReceivers": [
                    {"name": "chat", "serviceUri": "https://chat.example/hook/made-up"}
                ],
            },
        ),
        row(
            GROUP, "gone", location="global",
            properties={
                "groupShortName": "gone", "enabled": True,
                "emailReceivers": [
                    {"name": "left", "emailAddress": "left@shop.example", "status": "Disabled"}
                ],
            },
        ),
    ]  # fmt: skip


def alerts() -> list[dict[str, Any]]:
    """Return alerts that are heard, and one that is off."""
    heard = {"actionGroups": [{"actionGroupId": resource_id(GROUP, "On-Duty")}]}
    return [
        row(
            ALERT, "security-groups", location="Global",
            properties={
                "enabled": True, "scopes": [HERE], "actions": heard,
                "condition": {
                    "allOf": [
                        {"field": "category", "equals": "Administrative"},
                        {
                            "field": "operationName",
                            "equals": "Microsoft.Network/networkSecurityGroups/write",
                        },
                        {"field": "status", "containsAny": ["Succeeded", "Failed"]},
                    ]
                },
            },
        ),
        row(
            ALERT, "health", location="Global",
            properties={
                "enabled": True, "scopes": [HERE.upper()], "actions": heard,
                "condition": {
                    "allOf": [
                        {"field": "category", "equals": "ServiceHealth"},
                        {
                            "anyOf": [
                                {"field": "properties.incidentType", "equals": "Incident"},
                                {"field": "properties.incidentType", "equals": "Security"},
                            ]
                        },
                    ]
                },
            },
        ),
        row(
            ALERT, "policies-off", location="Global",
            properties={
                "enabled": False, "scopes": [HERE], "actions": {"actionGroups": None},
                "condition": {
                    "allOf": [
                        {"field": "category", "equals": "Administrative"},
                        {
                            "field": "operationName",
                            "equals": "Microsoft.Authorization/policyAssignments/write",
                        },
                        {"field": "level", "equals": "Error"},
                    ]
                },
            },
        ),
    ]  # fmt: skip
