"""Policies of web application firewalls, as application gateways name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, flag
from ingest.items import Item, dig
from ingest.model import Json, Records, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure


class AzureWebFirewallPolicy(
    AzureManaged,
    service="Resources",
    native="microsoft.network/applicationgatewaywebapplicationfirewallpolicies",
    lists="Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/read",
):
    """A policy of the web application firewall of application gateways."""

    is_enabled: bool | None = prop("It is in force.")
    mode: str | None = prop("`Detection`: it only tells; `Prevention`: it blocks.")
    checks_bodies: bool | None = prop("Bodies of requests are looked at.")
    rule_sets: list[str] = prop("Sets of rules that Azure keeps: `OWASP 3.2`.")


def fetch(azure: Azure) -> Records[AzureWebFirewallPolicy]:
    """Yield the subscription's policies."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureWebFirewallPolicy:  # noqa: ARG001 - every `read` takes both
    """Make the record of one policy."""
    said: Json = item["properties"]
    return AzureWebFirewallPolicy(
        **common(item),
        is_enabled=flag(dig(said, "policySettings.state")),
        mode=dig(said, "policySettings.mode"),
        checks_bodies=flag(dig(said, "policySettings.requestBodyCheck")),
        rule_sets=[
            f"{rules['ruleSetType']} {rules['ruleSetVersion']}"
            for rules in dig(said, "managedRules.managedRuleSets") or ()
        ],
    )
