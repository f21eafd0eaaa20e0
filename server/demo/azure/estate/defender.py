"""Defender for Cloud: plans that are on and off, assessments, contacts and settings."""

from __future__ import annotations

from typing import Any

from server.demo.azure.cloud import SUBSCRIPTION, Estate
from server.demo.azure.rows import resource_id, row

HERE = f"/subscriptions/{SUBSCRIPTION}"
SECURITY = f"{HERE}/providers/Microsoft.Security"
MACHINE = resource_id("Microsoft.Compute/virtualMachines", "shop-web-1")
UPDATES = "e1145ab1-eb4f-43d8-911b-36ddf771d13f"
VULNERABILITIES = "ffff0522-1e88-47fc-8382-2a80ba848f5d"


def add(estate: Estate) -> None:
    """Add what Defender for Cloud says of the subscription."""
    estate.tables.setdefault("SecurityResources", []).extend(
        [
            plan(
                "VirtualMachines", "Standard", subPlan="P2",
                enablementTime="2025-03-01T10:00:00.0000000Z",
                extensions=[
                    {"name": "AgentlessVmScanning", "isEnabled": "True"},
                    {"name": "FileIntegrityMonitoring", "isEnabled": "False"},
                ],
            ),
            plan("KeyVaults", "Free", extensions=None),
            plan("Dns", "Free", deprecated=True, replacedBy=["VirtualMachines"]),
            plan(
                "StorageAccounts", "Free",
                of=resource_id("Microsoft.Storage/storageAccounts", "shopOpen"),
            ),
            assessment(
                MACHINE, UPDATES, "System updates should be installed on your machines",
                {"code": "Healthy"}, Source="Azure", Id=MACHINE.upper(),
            ),
            assessment(
                MACHINE, VULNERABILITIES, "Machines should be looked over for vulnerabilities",
                {"code": "Unhealthy", "description": "None is installed.",
                 "statusChangeDate": "2026-10-01T10:00:00.0000000Z"},
                Source="Azure", Id=MACHINE,
            ),
            assessment(
                HERE, "151e82c5-5341-a74b-1eb0-bc38d2c84bb5", "MFA should be enabled for owners",
                {"code": "NotApplicable", "cause": "OffByPolicy"},
            ),
        ]
    )  # fmt: skip
    estate.arm[f"{SECURITY}/securityContacts".lower()] = [
        contact(
            "default", emails="security@shop.example; duty@shop.example", isEnabled=True,
            notificationsByRole={"state": "On", "roles": ["Owner"]},
            notificationsSources=[
                {"sourceType": "Alert", "minimalSeverity": "High"},
                {"sourceType": "AttackPath", "minimalRiskLevel": "Critical"},
            ],
        ),
        contact("nobody", emails="", notificationsByRole={"state": "Off", "roles": ["Owner"]}),
    ]  # fmt: skip
    estate.arm[f"{SECURITY}/settings".lower()] = [
        setting("MCAS", "DataExportSettings", on=True),
        setting("WDATP", "DataExportSettings", on=False),
        setting("Sentinel", "AlertSyncSettings", on=False),
    ]


def plan(name: str, tier: str, *, of: str = HERE, **said: Any) -> dict[str, Any]:
    """Return the row of a plan of the subscription, or of one resource."""
    return row(
        "Microsoft.Security/pricings", name, group="", location="",
        id=f"{of}/providers/Microsoft.Security/pricings/{name}",
        properties={"pricingTier": tier, "freeTrialRemainingTime": "PT0S", **said},
    )  # fmt: skip


def assessment(
    of: str, name: str, title: str, status: dict[str, str], **details: str
) -> dict[str, Any]:
    """Return the row of an assessment."""
    return row(
        "Microsoft.Security/assessments", name, group="shop" if of == MACHINE else "", location="",
        id=f"{of}/providers/Microsoft.Security/assessments/{name}",
        properties={
            "displayName": title, "status": status, "resourceDetails": details,
            "metadata": {"severity": "Medium"},
        },
    )  # fmt: skip


def contact(name: str, **said: Any) -> dict[str, Any]:
    """Return a contact as Resource Manager lists it."""
    return {
        "id": f"{SECURITY}/securityContacts/{name}", "name": name,
        "type": "Microsoft.Security/securityContacts", "properties": said,
    }  # fmt: skip


def setting(name: str, kind: str, *, on: bool) -> dict[str, Any]:
    """Return a setting as Resource Manager lists it."""
    return {
        "id": f"{SECURITY}/settings/{name}", "name": name, "kind": kind,
        "type": "Microsoft.Security/settings", "properties": {"enabled": on},
    }  # fmt: skip
