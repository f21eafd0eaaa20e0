"""Application gateways.

Which TLS a gateway takes at least is said in four ways: a predefined policy by name, a policy of
one's own, a list of what is switched off, or not at all, and then the gateway's default counts.
A policy that is not known here is left unsaid rather than guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.azure.load_balancer import INTERFACE, owners
from ingest.azure.managed import AzureManaged, common, flag, identity_refs, refs, sku, uid
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.managed_identity import AzureManagedIdentity
    from ingest.azure.network_interface import AzureNetworkInterface
    from ingest.azure.public_address import AzurePublicAddress
    from ingest.azure.subnet import AzureSubnet
    from ingest.azure.web_firewall_policy import AzureWebFirewallPolicy

VERSIONS = ("TLSv1_0", "TLSv1_1", "TLSv1_2", "TLSv1_3")
PREDEFINED = {
    "AppGwSslPolicy20150501": "TLSv1_0",
    "AppGwSslPolicy20170401": "TLSv1_1",
    "AppGwSslPolicy20170401S": "TLSv1_2",
    "AppGwSslPolicy20220101": "TLSv1_2",
    "AppGwSslPolicy20220101S": "TLSv1_2",
}
OLDEST_DEFAULT = "AppGwSslPolicy20150501"  # that of gateways which do not say their default


class AzureApplicationGateway(
    AzureManaged,
    service="Resources",
    native="microsoft.network/applicationgateways",
    lists="Microsoft.Network/applicationGateways/read",
    redact=("properties.sslCertificates.*.properties.password",),
):
    """An application gateway: what stands before web servers."""

    sku: str | None = prop("`Standard_v2`, `WAF_v2`, ...")
    firewall_enabled: bool | None = prop(
        "A firewall that is part of its own settings is on; null where it has none there."
    )
    firewall_mode: str | None = prop("`Detection` or `Prevention`, of that firewall.")
    minimum_tls_version: str | None = prop(
        "Lowest TLS that is taken, `TLSv1_2`; null where its policy is not known."
    )
    tls_policy: str | None = prop("Predefined policy of TLS that it names, or its default one.")
    http2: bool | None = prop("HTTP/2 is spoken.")
    has_https: bool = prop("It has a listener that takes HTTPS.")
    clear_text_listeners: list[str] = prop(
        "Listeners that take HTTP and pass it on, rather than redirect whoever calls."
    )
    clear_text_backends: list[str] = prop("Settings by which what stands behind is sent HTTP.")
    is_public: bool = prop("It has a public address.")
    backends: list[str] = prop("Host names and addresses that stand behind it.")
    firewall_policies: list[Ref[AzureWebFirewallPolicy]] = edge(
        "GUARDED_BY", "Policies of its web application firewall: its own, and its listeners'."
    )
    identities: list[Ref[AzureManagedIdentity]] = edge("HAS_IDENTITY", "Identities it acts with.")
    public_addresses: list[Ref[AzurePublicAddress]] = edge(
        "HAS_ADDRESS", "Public addresses that lead to it."
    )
    subnets: list[Ref[AzureSubnet]] = edge("IN_SUBNET", "Subnets that it is in.")
    interfaces: list[Ref[AzureNetworkInterface]] = edge(
        "SENDS_TO", "Interfaces that stand behind it."
    )


def fetch(azure: Azure) -> Records[AzureApplicationGateway]:
    """Yield the subscription's application gateways."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureApplicationGateway:  # noqa: ARG001 - every `read` takes both
    """Make the record of one application gateway."""
    said: Json = item["properties"]
    fronts = _settings(said, "frontendIPConfigurations")
    listeners = _settings(said, "httpListeners")
    pools = _settings(said, "backendAddressPools")
    tls: Json = said.get("sslPolicy") or {}
    default = said.get("defaultPredefinedSslPolicy") or OLDEST_DEFAULT
    public = refs(fronts, "publicIPAddress.id")
    return AzureApplicationGateway(
        **common(item),
        sku=sku(item) or dig(said, "sku.name"),
        firewall_enabled=flag(dig(said, "webApplicationFirewallConfiguration.enabled")),
        firewall_mode=dig(said, "webApplicationFirewallConfiguration.firewallMode"),
        minimum_tls_version=minimum_tls(tls, default),
        tls_policy=tls.get("policyName") or (None if _is_own(tls) else default),
        http2=flag(said.get("enableHttp2")),
        has_https=any(str(one.get("protocol")).lower() == "https" for one in listeners),
        clear_text_listeners=_clear_text(said),
        clear_text_backends=[
            entry["name"]
            for entry in said.get("backendHttpSettingsCollection") or ()
            if str(dig(entry, "properties.protocol")).lower() == "http"
        ],
        is_public=bool(public),
        backends=[
            host
            for pool in pools
            for target in pool.get("backendAddresses") or ()
            if (host := target.get("fqdn") or target.get("ipAddress"))
        ],
        firewall_policies=refs([said, *listeners], "firewallPolicy.id"),
        identities=identity_refs(item),
        public_addresses=public,
        subnets=refs(_settings(said, "gatewayIPConfigurations"), "subnet.id"),
        interfaces=owners(
            INTERFACE, [t["id"] for p in pools for t in p.get("backendIPConfigurations") or ()]
        ),
    )


def minimum_tls(policy: Json, default: str) -> str | None:
    """Return the lowest TLS that a policy takes, None where that can't be told."""
    if policy.get("policyName"):
        return PREDEFINED.get(policy["policyName"])
    if policy.get("minProtocolVersion"):
        return str(policy["minProtocolVersion"])
    if off := policy.get("disabledSslProtocols"):
        return next((version for version in VERSIONS if version not in off), None)
    return PREDEFINED.get(default)


def _is_own(policy: Json) -> bool:
    return bool(policy.get("minProtocolVersion") or policy.get("disabledSslProtocols"))


def _settings(said: Json, name: str) -> list[Any]:
    """Return what the entries of a list say, without their names and ids."""
    return [entry.get("properties") or {} for entry in said.get(name) or ()]


def _clear_text(said: Json) -> list[str]:
    """Return the names of the listeners that take HTTP and do not only redirect."""
    redirected = {
        uid(rule["httpListener"]["id"])
        for rule in _settings(said, "requestRoutingRules")
        if rule.get("redirectConfiguration") and rule.get("httpListener")
    }
    return [
        entry["name"]
        for entry in said.get("httpListeners") or ()
        if str(dig(entry, "properties.protocol")).lower() == "http"
        and uid(entry["id"]) not in redirected
    ]
