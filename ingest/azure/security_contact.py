"""Whom Defender for Cloud writes to: addresses, roles, and how grave a thing has to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, flag
from ingest.azure.scopes import subscription_uid
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.subscription import AzureSubscription

LISTS = "Microsoft.Security/securityContacts/read"
VERSION = "2023-12-01-preview"  # the first that tells of attack paths
SEPARATORS = re.compile(r"[;,\s]+")


class AzureSecurityContact(AzureManaged, service="arm", lists=LISTS):
    """Whom Defender for Cloud writes to about a subscription."""

    emails: list[str] = prop("Addresses that are written to.")
    roles: list[str] = prop("Roles whose holders are written to: `Owner`; empty where none are.")
    is_enabled: bool | None = prop("Mail is sent; null where Azure does not say.")
    alert_severity: str | None = prop(
        "How grave an alert has to be at least: `High`, `Medium`, `Low`; null where none is told."
    )
    attack_path_risk: str | None = prop(
        "How risky an attack path has to be at least: `Critical`, `High`, ...; null where none is."
    )
    subscription: Ref[AzureSubscription] = edge("IN_SUBSCRIPTION", "Subscription it is of.")


def fetch(azure: Azure) -> Records[AzureSecurityContact]:
    """Yield the subscription's contacts."""
    return azure.records(
        read, azure.listed(LISTS, "/providers/Microsoft.Security/securityContacts", VERSION)
    )


def read(azure: Azure, item: Item) -> AzureSecurityContact:
    """Make the record of one contact."""
    said: Json = item.get("properties") or {}
    by_role: Json = said.get("notificationsByRole") or {}
    least = {
        source.get("sourceType"): source.get("minimalSeverity") or source.get("minimalRiskLevel")
        for source in said.get("notificationsSources") or ()
    }
    return AzureSecurityContact(
        **common(item),
        emails=[mail for mail in SEPARATORS.split(said.get("emails") or "") if mail],
        roles=list(by_role.get("roles") or ()) if flag(by_role.get("state")) else [],
        is_enabled=flag(said.get("isEnabled")),
        alert_severity=least.get("Alert") or dig(said, "alertNotifications.minimalSeverity"),
        attack_path_risk=least.get("AttackPath"),
        subscription=Ref(subscription_uid(azure.subscription)),
    )
