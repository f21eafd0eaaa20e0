"""Apps: one as it should be, one that is open in every way, and a Functions app of each kind."""

from __future__ import annotations

from typing import Any

from server.demo.azure.cloud import Estate
from server.demo.azure.rows import child, children, resource_id, row

APP = "Microsoft.Web/sites"
PLAN = "Microsoft.Web/serverfarms"
PLAN_ID = resource_id(PLAN, "shop-plan")
IDENTITY = resource_id("Microsoft.ManagedIdentity/userAssignedIdentities", "shop-web")
ACTS = {"type": "UserAssigned", "userAssignedIdentities": {IDENTITY: {}}}
WEB = resource_id("Microsoft.Network/virtualNetworks/subnets", "Shop/web", group="SHOP")
ENDPOINT = resource_id("Microsoft.Network/privateEndpoints", "shopsafe")
ANYONE = {
    "ipAddress": "Any", "action": "Allow", "priority": 2147483647, "name": "Allow all",
    "description": "Allow all access",
}  # fmt: skip
NOBODY = {**ANYONE, "action": "Deny", "name": "Deny all"}
OFFICE = {"ipAddress": "203.0.113.0/24", "action": "Allow", "priority": 100, "name": "office"}

CLOSED: dict[str, Any] = {
    "linuxFxVersion": "PYTHON|3.12", "minTlsVersion": "1.2", "scmMinTlsVersion": "1.2",
    "ftpsState": "Disabled", "http20Enabled": True, "remoteDebuggingEnabled": False,
    "alwaysOn": True, "httpLoggingEnabled": True, "healthCheckPath": "/health",
    "cors": {"allowedOrigins": ["https://shop.example"], "supportCredentials": False},
    "ipSecurityRestrictions": [OFFICE, NOBODY],
}  # fmt: skip
OPEN: dict[str, Any] = {
    "linuxFxVersion": "PHP|7.4", "minTlsVersion": "1.0", "scmMinTlsVersion": "1.0",
    "ftpsState": "AllAllowed", "http20Enabled": False, "remoteDebuggingEnabled": True,
    "alwaysOn": False, "httpLoggingEnabled": False, "healthCheckPath": None,
    "cors": {"allowedOrigins": ["*"]}, "ipSecurityRestrictions": [ANYONE],
}  # fmt: skip


def add(estate: Estate) -> None:
    """Add plans and apps, with what App Service says of their configuration."""
    plans = [
        row(
            PLAN, "shop-plan", kind="linux",
            sku={"name": "P1v3", "tier": "PremiumV3", "size": "P1v3", "capacity": 3},
            properties={
                "reserved": True, "zoneRedundant": True, "numberOfSites": 4, "status": "Ready",
            },
        ),
        row(
            PLAN, "shop-old-plan", kind="app",
            sku={"name": "B1", "tier": "Basic", "size": "B1", "capacity": 1},
            properties={
                "reserved": False, "zoneRedundant": False, "numberOfSites": 0, "status": "Ready",
            },
        ),
    ]  # fmt: skip
    good, bad = app("shop", "app,linux"), app("shop-open", "app,linux")
    function, open_function = app("shop-jobs", "functionapp,linux"), app("jobs", "functionapp")
    for safe in (good, function):
        safe["identity"] = ACTS
        safe["properties"] |= {
            "httpsOnly": True, "clientCertEnabled": True, "clientCertMode": "Required",
            "publicNetworkAccess": "Disabled", "virtualNetworkSubnetId": WEB,
            "vnetRouteAllEnabled": True,
            "privateEndpointConnections": [
                {"properties": {"privateEndpoint": {"id": ENDPOINT.upper()}}}
            ],
        }  # fmt: skip
        configured(estate, safe, CLOSED, authentication=True, passwords=False)
    configured(estate, bad, OPEN, authentication=False, passwords=True)
    windows = {**OPEN, "linuxFxVersion": "", "javaVersion": "1.8", "phpVersion": "5.6"}
    configured(estate, open_function, windows, authentication=False, passwords=True)
    apps = [good, bad, function, open_function]
    estate.tables.setdefault("Resources", []).extend([*plans, *apps])


def app(name: str, kind: str) -> dict[str, Any]:
    """Return an app as Resource Graph lists it: most of its configuration is null there."""
    return row(
        APP, name, kind=kind,
        properties={
            "state": "Running", "enabled": True, "serverFarmId": PLAN_ID.lower(),
            "defaultHostName": f"{name}.azurewebsites.net",
            "hostNames": [f"{name}.azurewebsites.net"], "httpsOnly": False,
            "clientCertEnabled": False, "clientCertMode": "Required",
            "publicNetworkAccess": None, "virtualNetworkSubnetId": None,
            "siteConfig": {"linuxFxVersion": None, "minTlsVersion": None, "appSettings": None},
        },
    )  # fmt: skip


def configured(
    estate: Estate,
    of: dict[str, Any],
    config: dict[str, Any],
    *,
    authentication: bool,
    passwords: bool,
) -> None:
    """Add what App Service answers about an app."""
    child(estate, of, "/config/web", properties=config)
    child(
        estate, of, "/config/authsettingsV2",
        properties={
            "platform": {"enabled": authentication, "runtimeVersion": "~1"},
            "globalValidation": {
                "requireAuthentication": authentication,
                "unauthenticatedClientAction": "RedirectToLoginPage",
            },
        },
    )  # fmt: skip
    children(
        estate, of, "/basicPublishingCredentialsPolicies",
        {"name": "ftp", "properties": {"allow": passwords}},
        {"name": "scm", "properties": {"allow": passwords}},
    )  # fmt: skip
