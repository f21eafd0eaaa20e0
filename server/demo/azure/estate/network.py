"""Networks: one that is looked after, and one that is open in every way.

The shop's network holds what other areas refer to: its subnets, interface, address and group.
"""

from __future__ import annotations

from typing import Any

from server.demo.azure.cloud import Estate
from server.demo.azure.rows import link, part, resource_id, row

NETWORKS = "Microsoft.Network/virtualNetworks"
SUBNETS = f"{NETWORKS}/subnets"
GROUPS = "Microsoft.Network/networkSecurityGroups"
ADDRESSES = "Microsoft.Network/publicIPAddresses"
INTERFACES = "Microsoft.Network/networkInterfaces"
NAMES = "Microsoft.Network/applicationSecurityGroups"
ROUTES = "Microsoft.Network/routeTables"
GATEWAYS = "Microsoft.Network/applicationGateways"
BALANCERS = "Microsoft.Network/loadBalancers"
BASTIONS = "Microsoft.Network/bastionHosts"
WATCHERS = "Microsoft.Network/networkWatchers"
LOGS = f"{WATCHERS}/flowLogs"
PLANS = "Microsoft.Network/ddosProtectionPlans"
NATS = "Microsoft.Network/natGateways"
DEFAULT_RULES = (
    ("AllowVnetInBound", 65000, "Inbound", "Allow", "VirtualNetwork", "VirtualNetwork"),
    ("AllowAzureLoadBalancerInBound", 65001, "Inbound", "Allow", "AzureLoadBalancer", "*"),
    ("DenyAllInBound", 65500, "Inbound", "Deny", "*", "*"),
    ("AllowVnetOutBound", 65000, "Outbound", "Allow", "VirtualNetwork", "VirtualNetwork"),
    ("AllowInternetOutBound", 65001, "Outbound", "Allow", "*", "Internet"),
    ("DenyAllOutBound", 65500, "Outbound", "Deny", "*", "*"),
)


def add(estate: Estate) -> None:
    """Add the networks, and what stands in them."""
    estate.tables.setdefault("Resources", []).extend(
        [
            *_networks(), *_groups(), *_interfaces(), *_addresses(), *_watching(),
        ]
    )  # fmt: skip


def group(name: str, *rules: dict[str, Any], **said: Any) -> dict[str, Any]:
    """Return a network security group, with the rules that each has from the start."""
    standard = [
        part(
            GROUPS, name, "defaultSecurityRules", rule, priority=priority, direction=direction,
            access=access, protocol="*", sourcePortRange="*", destinationPortRange="*",
            sourceAddressPrefix=source, destinationAddressPrefix=target, sourcePortRanges=[],
            destinationPortRanges=[], sourceAddressPrefixes=[], destinationAddressPrefixes=[],
        )
        for rule, priority, direction, access, source, target in DEFAULT_RULES
    ]  # fmt: skip
    own = [part(GROUPS, name, "securityRules", r.pop("name"), **r) for r in rules]
    return row(
        GROUPS, name,
        properties={"securityRules": own, "defaultSecurityRules": standard, **said},
    )  # fmt: skip


def _networks() -> list[dict[str, Any]]:
    elsewhere = resource_id(NETWORKS, "shop").replace("/shop/", "/SHOP/")
    shop = row(
        NETWORKS, "shop", tags={"owner": "platform"},
        properties={
            "addressSpace": {"addressPrefixes": ["10.1.0.0/16", "fd00:1::/48"]},
            "dhcpOptions": {"dnsServers": ["10.1.0.4"]}, "enableDdosProtection": True,
            "ddosProtectionPlan": link(PLANS, "shop"),
            "encryption": {"enabled": True, "enforcement": "AllowUnencrypted"},
            "subnets": [
                part(
                    NETWORKS, "shop", "subnets", "web", addressPrefix="10.1.1.0/24",
                    defaultOutboundAccess=False, networkSecurityGroup=link(GROUPS, "shop-web"),
                    routeTable=link(ROUTES, "shop"), natGateway=link(NATS, "shop"),
                    serviceEndpoints=[{"service": "Microsoft.Storage", "locations": ["*"]}],
                    privateEndpointNetworkPolicies="Disabled",
                ),
                part(
                    NETWORKS, "shop", "subnets", "data",
                    addressPrefixes=["10.1.2.0/24", "fd00:1:0:2::/64"],
                    defaultOutboundAccess=False, networkSecurityGroup=link(GROUPS, "shop-web"),
                    delegations=[
                        {
                            "name": "db",
                            "properties": {
                                "serviceName": "Microsoft.DBforPostgreSQL/flexibleServers"
                            },
                        }
                    ],
                ),
                part(
                    NETWORKS, "shop", "subnets", "AzureBastionSubnet",
                    addressPrefix="10.1.3.0/26",
                ),
            ],
            "virtualNetworkPeerings": [
                part(
                    NETWORKS, "shop", "virtualNetworkPeerings", "to-lab",
                    peeringState="Connected", peeringSyncLevel="FullyInSync",
                    allowVirtualNetworkAccess=True, allowForwardedTraffic=False,
                    allowGatewayTransit=False, useRemoteGateways=False,
                    remoteVirtualNetwork=link(NETWORKS, "lab"),
                    remoteAddressSpace={"addressPrefixes": ["10.9.0.0/16"]},
                )
            ],
        },
    )  # fmt: skip
    lab = row(
        NETWORKS, "lab", location="northeurope",
        properties={
            "addressSpace": {"addressPrefixes": ["10.9.0.0/16"]}, "enableDdosProtection": False,
            "subnets": [part(NETWORKS, "lab", "subnets", "open", addressPrefix="10.9.1.0/24")],
            "virtualNetworkPeerings": [
                part(
                    NETWORKS, "lab", "virtualNetworkPeerings", "to-shop",
                    peeringState="Connected", allowVirtualNetworkAccess=True,
                    allowForwardedTraffic=True, allowGatewayTransit=True,
                    useRemoteGateways=False, remoteVirtualNetwork={"id": elsewhere},
                    remoteVirtualNetworkAddressSpace={"addressPrefixes": ["10.1.0.0/16"]},
                )
            ],
        },
    )  # fmt: skip
    table = row(
        ROUTES, "shop",
        properties={
            "disableBgpRoutePropagation": True,
            "routes": [
                part(
                    ROUTES, "shop", "routes", "out", addressPrefix="0.0.0.0/0",
                    nextHopType="VirtualAppliance", nextHopIpAddress="10.1.0.4",
                ),
                part(
                    ROUTES, "shop", "routes", "none", addressPrefix="192.0.2.0/24",
                    nextHopType="None",
                ),
            ],
            "subnets": [link(SUBNETS, "shop/web")],
        },
    )  # fmt: skip
    wild = row(
        ROUTES, "lab",
        properties={
            "routes": [
                part(
                    ROUTES, "lab", "routes", "out", addressPrefix="0.0.0.0/0",
                    nextHopType="Internet",
                ),
                part(
                    ROUTES, "lab", "routes", "home", addressPrefix="172.16.0.0/12",
                    nextHopType="VirtualNetworkGateway",
                ),
            ]
        },
    )  # fmt: skip
    return [shop, lab, table, wild, row(PLANS, "shop"), row(NATS, "shop")]


def _groups() -> list[dict[str, Any]]:
    web = group(
        "shop-web",
        {
            "name": "no-ssh", "priority": 100, "direction": "Inbound", "access": "Deny",
            "protocol": "TCP", "sourceAddressPrefix": "Internet", "sourcePortRange": "*",
            "destinationAddressPrefix": "*", "destinationPortRange": "22",
        },
        {
            "name": "https", "priority": 200, "direction": "Inbound", "access": "Allow",
            "protocol": "Tcp", "description": "The shop itself.",
            "sourceAddressPrefixes": ["198.51.100.0/24", "203.0.113.7"], "sourcePortRange": "*",
            "destinationApplicationSecurityGroups": [link(NAMES, "shop-web")],
            "destinationPortRanges": ["443", "8443-8444"],
        },
        {
            "name": "between", "priority": 300, "direction": "Inbound", "access": "Allow",
            "protocol": "Tcp", "sourcePortRange": "*", "destinationPortRange": "5432",
            "sourceApplicationSecurityGroups": [link(NAMES, "shop-web")],
            "destinationAddressPrefix": "10.1.2.0/24",
        },
        subnets=[link(SUBNETS, "shop/web"), link(SUBNETS, "shop/data")],
        networkInterfaces=[link(INTERFACES, "shop-web-1")],
    )  # fmt: skip
    wide = group(
        "lab",
        {
            "name": "all", "priority": 100, "direction": "inbound", "access": "allow",
            "protocol": "*", "sourceAddressPrefix": "0.0.0.0/0", "sourcePortRange": "*",
            "destinationAddressPrefix": "*", "destinationPortRange": "20-3390",
        },
    )  # fmt: skip
    return [web, wide, row(NAMES, "shop-web"), row(NAMES, "unused")]


def _interfaces() -> list[dict[str, Any]]:
    good = row(
        INTERFACES, "shop-web-1",
        properties={
            "ipConfigurations": [
                part(
                    INTERFACES, "shop-web-1", "ipConfigurations", "first",
                    privateIPAddress="10.1.1.4", primary=True,
                    subnet=link(SUBNETS, "shop/web"),
                    publicIPAddress={"id": resource_id(ADDRESSES, "SHOP-WEB-1")},
                    applicationSecurityGroups=[link(NAMES, "shop-web")],
                ),
                part(
                    INTERFACES, "shop-web-1", "ipConfigurations", "second",
                    privateIPAddress="10.1.1.5", subnet=link(SUBNETS, "shop/web"),
                ),
            ],
            "macAddress": "00-0D-3A-1B-C7-21", "enableIPForwarding": False,
            "enableAcceleratedNetworking": True, "dnsSettings": {"dnsServers": []},
            "networkSecurityGroup": link(GROUPS, "shop-web"),
            "virtualMachine": link("Microsoft.Compute/virtualMachines", "shop-web-1"),
        },
    )  # fmt: skip
    bad = row(
        INTERFACES, "lab-1", location="northeurope",
        properties={
            "ipConfigurations": [
                part(
                    INTERFACES, "lab-1", "ipConfigurations", "first",
                    privateIPAddress="10.9.1.4", subnet=link(SUBNETS, "lab/open"),
                    publicIPAddress=link(ADDRESSES, "lab-1"),
                )
            ],
            "enableIPForwarding": True,
        },
    )  # fmt: skip
    endpoint = row(
        INTERFACES, "shopsafe.nic",
        properties={
            "ipConfigurations": [
                part(
                    INTERFACES, "shopsafe.nic", "ipConfigurations", "blob",
                    privateIPAddress="10.1.1.9", subnet=link(SUBNETS, "shop/web"),
                )
            ],
            "privateEndpoint": link("Microsoft.Network/privateEndpoints", "shopsafe"),
        },
    )  # fmt: skip
    return [good, bad, endpoint]


def _addresses() -> list[dict[str, Any]]:
    def address(name: str, used_by: str | None, tier: str = "Standard", **said: Any) -> Any:
        used = {"ipConfiguration": {"id": used_by}} if used_by else {}
        return row(
            ADDRESSES, name, sku={"name": tier, "tier": "Regional"},
            properties={"publicIPAddressVersion": "IPv4", **used, **said},
        )  # fmt: skip

    interface, balancer = resource_id(INTERFACES, "shop-web-1"), resource_id(BALANCERS, "shop")
    return [
        address(
            "shop-web-1", f"{interface}/ipConfigurations/first", ipAddress="203.0.113.10",
            publicIPAllocationMethod="Static",
            dnsSettings={"fqdn": "shop.westeurope.cloudapp.azure.com"},
            ddosSettings={"protectionMode": "VirtualNetworkInherited"},
        ),
        address(
            "lab-1", f"{resource_id(INTERFACES, 'lab-1')}/ipConfigurations/first", "Basic",
            publicIPAllocationMethod="Dynamic",
        ),
        address(
            "shop", f"{balancer}/frontendIPConfigurations/out", ipAddress="203.0.113.11",
            publicIPAllocationMethod="Static",
        ),
        address(
            "shop-gateway",
            f"{resource_id(GATEWAYS, 'shop')}/frontendIPConfigurations/out",
            ipAddress="203.0.113.12", publicIPAllocationMethod="Static",
        ),
        address(
            "shop-bastion", f"{resource_id(BASTIONS, 'shop')}/bastionHostIpConfigurations/one",
            ipAddress="203.0.113.13", publicIPAllocationMethod="Static",
        ),
        address(
            "shop-out", None, ipAddress="203.0.113.14", publicIPAllocationMethod="Static",
            natGateway=link(NATS, "shop"),
        ),
        address("left-over", None, "Basic", publicIPAllocationMethod="Static"),
    ]  # fmt: skip


def _watching() -> list[dict[str, Any]]:
    storage = link("Microsoft.Storage/storageAccounts", "shopsafe")["id"]
    workspace = resource_id("Microsoft.OperationalInsights/workspaces", "shop-logs")
    analytics = {
        "enabled": True, "workspaceResourceId": workspace.upper(), "trafficAnalyticsInterval": 10,
        "workspaceId": "7d1d6ffb-90d1-4ea7-9d4d-e0a2c1d2b3f4", "workspaceRegion": "westeurope",
    }  # fmt: skip
    watcher = "NetworkWatcher_westeurope"

    def log(name: str, **more: Any) -> dict[str, Any]:
        return {**row(LOGS, f"{watcher}/{name}", **more), "name": name}

    return [
        row(WATCHERS, watcher, properties={"provisioningState": "Succeeded"}),
        log(
            "shop",
            properties={
                "targetResourceId": resource_id(NETWORKS, "shop"), "storageId": storage,
                "enabled": True, "retentionPolicy": {"days": 180, "enabled": True},
                "format": {"type": "JSON", "version": 2},
                "flowAnalyticsConfiguration": {
                    "networkWatcherFlowAnalyticsConfiguration": analytics
                },
            },
        ),
        log(
            "shop-web",
            properties={
                "targetResourceId": resource_id(GROUPS, "shop-web"), "storageId": storage,
                "enabled": False, "retentionPolicy": {"days": 30, "enabled": True},
                "format": {"type": "JSON", "version": 1}, "flowAnalyticsConfiguration": {},
            },
        ),
    ]  # fmt: skip
