"""What lets traffic and people into the networks: balancers, application gateways, bastions."""

from __future__ import annotations

from typing import Any

from server.demo.azure.cloud import SUBSCRIPTION, Estate
from server.demo.azure.estate.network import (
    ADDRESSES,
    BALANCERS,
    BASTIONS,
    GATEWAYS,
    INTERFACES,
    SUBNETS,
)
from server.demo.azure.rows import link, part, resource_id, row

FIREWALLS = "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies"


def add(estate: Estate) -> None:
    """Add what stands before the networks."""
    estate.tables.setdefault("Resources", []).extend([*_balancers(), *_gateways(), *_bastions()])


def _balancers() -> list[dict[str, Any]]:
    good = row(
        BALANCERS, "shop", sku={"name": "Standard", "tier": "Regional"},
        properties={
            "frontendIPConfigurations": [
                part(
                    BALANCERS, "shop", "frontendIPConfigurations", "out",
                    publicIPAddress=link(ADDRESSES, "shop"),
                ),
                part(
                    BALANCERS, "shop", "frontendIPConfigurations", "in",
                    privateIPAddress="10.1.1.20", subnet=link(SUBNETS, "shop/web"),
                ),
            ],
            "backendAddressPools": [
                part(
                    BALANCERS, "shop", "backendAddressPools", "web",
                    backendIPConfigurations=[
                        {
                            "id": resource_id(INTERFACES, "shop-web-1")
                            + "/ipConfigurations/first"
                        }
                    ],
                )
            ],
            "loadBalancingRules": [
                part(
                    BALANCERS, "shop", "loadBalancingRules", "https", protocol="Tcp",
                    frontendPort=443, backendPort=8443,
                )
            ],
            "inboundNatRules": [],
        },
    )  # fmt: skip
    bad = row(
        BALANCERS, "lab", sku={"name": "Basic", "tier": "Regional"},
        properties={
            "frontendIPConfigurations": [],
            "inboundNatRules": [
                part(
                    BALANCERS, "lab", "inboundNatRules", "ssh", protocol="Tcp", frontendPort=22,
                    backendPort=22,
                    backendIPConfiguration={
                        "id": resource_id(INTERFACES, "lab-1") + "/ipConfigurations/first"
                    },
                )
            ],
        },
    )  # fmt: skip
    return [good, bad]


def _gateways() -> list[dict[str, Any]]:
    def rule(gateway: str, name: str, listener: str, **said: Any) -> Any:
        return part(
            GATEWAYS, gateway, "requestRoutingRules", name, ruleType="Basic",
            httpListener={
                "id": f"{resource_id(GATEWAYS, gateway)}/httpListeners/{listener}"
            },
            **said,
        )  # fmt: skip

    good = row(
        GATEWAYS, "shop",
        identity={
            "type": "UserAssigned",
            "userAssignedIdentities": {
                resource_id("Microsoft.ManagedIdentity/userAssignedIdentities", "shop-web"): {}
            },
        },
        properties={
            "sku": {"name": "WAF_v2", "tier": "WAF_v2"}, "enableHttp2": True,
            "firewallPolicy": link(FIREWALLS, "shop"),
            "sslPolicy": {"policyType": "Predefined", "policyName": "AppGwSslPolicy20220101S"},
            "gatewayIPConfigurations": [
                part(
                    GATEWAYS, "shop", "gatewayIPConfigurations", "one",
                    subnet=link(SUBNETS, "shop/web"),
                )
            ],
            "frontendIPConfigurations": [
                part(
                    GATEWAYS, "shop", "frontendIPConfigurations", "out",
                    publicIPAddress=link(ADDRESSES, "shop-gateway"),
                )
            ],
            "httpListeners": [
                part(GATEWAYS, "shop", "httpListeners", "https", protocol="Https"),
                part(GATEWAYS, "shop", "httpListeners", "http", protocol="Http"),
            ],
            "requestRoutingRules": [
                rule("shop", "serve", "https"),
                rule("shop", "move", "HTTP", redirectConfiguration={"id": "..."}),
            ],
            "backendAddressPools": [
                part(
                    GATEWAYS, "shop", "backendAddressPools", "web",
                    backendAddresses=[{"fqdn": "shop.example"}, {"ipAddress": "10.1.1.5"}],
                    backendIPConfigurations=[
                        {
                            "id": resource_id(INTERFACES, "shop-web-1")
                            + "/ipConfigurations/first"
                        }
                    ],
                )
            ],
            "backendHttpSettingsCollection": [
                part(
                    GATEWAYS, "shop", "backendHttpSettingsCollection", "tls", port=443,
                    protocol="Https",
                )
            ],
        },
    )  # fmt: skip
    bad = row(
        GATEWAYS, "lab",
        properties={
            "sku": {"name": "Standard_v2", "tier": "Standard_v2"},
            "defaultPredefinedSslPolicy": "AppGwSslPolicy20150501",
            "httpListeners": [
                part(GATEWAYS, "lab", "httpListeners", "http", protocol="Http"),
                part(GATEWAYS, "lab", "httpListeners", "https", protocol="Https"),
            ],
            "requestRoutingRules": [rule("lab", "serve", "http")],
            "backendHttpSettingsCollection": [
                part(
                    GATEWAYS, "lab", "backendHttpSettingsCollection", "plain", port=80,
                    protocol="Http",
                )
            ],
        },
    )  # fmt: skip
    return [
        good, bad,
        row(
            FIREWALLS, "shop",
            properties={
                "policySettings": {
                    "state": "Enabled", "mode": "Prevention", "requestBodyCheck": True,
                },
                "managedRules": {
                    "managedRuleSets": [{"ruleSetType": "OWASP", "ruleSetVersion": "3.2"}]
                },
            },
        ),
        row(
            FIREWALLS, "lab",
            properties={
                "policySettings": {
                    "state": "Enabled", "mode": "Detection", "requestBodyCheck": False,
                },
            },
        ),
    ]  # fmt: skip


def _bastions() -> list[dict[str, Any]]:
    return [
        row(
            BASTIONS, "shop", sku={"name": "Standard"},
            properties={
                "dnsName": "bst-7f1.bastion.azure.com", "enableShareableLink": False,
                "enableFileCopy": False, "enableTunneling": True, "disableCopyPaste": True,
                "ipConfigurations": [
                    part(
                        BASTIONS, "shop", "bastionHostIpConfigurations", "one",
                        subnet=link(SUBNETS, "shop/AzureBastionSubnet"),
                        publicIPAddress=link(ADDRESSES, "shop-bastion"),
                    )
                ],
            },
        ),
        row(
            BASTIONS, "lab", sku={"name": "Developer"}, location="northeurope",
            properties={
                "enableShareableLink": True,
                "virtualNetwork": {
                    "id": f"/subscriptions/{SUBSCRIPTION}/resourceGroups/SHOP/providers/"
                    "Microsoft.Network/virtualNetworks/lab"
                },
            },
        ),
    ]  # fmt: skip
