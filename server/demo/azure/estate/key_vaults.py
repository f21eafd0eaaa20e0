"""Key vaults with keys and secrets, identities, and the private endpoints that lead to things."""

from __future__ import annotations

from typing import Any

from server.demo.azure.cloud import TENANT, Estate
from server.demo.azure.rows import child, children, resource_id, row

VAULT = "Microsoft.KeyVault/vaults"
IDENTITY = "Microsoft.ManagedIdentity/userAssignedIdentities"
ENDPOINT = "Microsoft.Network/privateEndpoints"
SETTINGS = "/providers/microsoft.insights/diagnosticSettings"
WEB, MACHINE = "11111111-aaaa-4bbb-8ccc-000000000001", "11111111-aaaa-4bbb-8ccc-000000000002"
MADE, CHANGED, ENDS = 1_764_547_200, 1_767_225_600, 1_830_297_600


def add(estate: Estate) -> None:
    """Add the vaults with what is in them, the identities and the endpoints."""
    good, bad = _good(), _bad()
    estate.tables.setdefault("Resources", []).extend(
        [
            good, bad, *_identities(),
            _endpoint("shopsafe", resource_id("Microsoft.Storage/storageAccounts", "ShopSafe"),
                      "blob", "10.20.2.4"),
            _endpoint("shop-keys", good["id"], "vault", "10.20.2.5"),
            _waiting(bad),
        ]
    )  # fmt: skip
    _logs(estate, good, bad)
    _keys(estate, good, bad)
    _secrets(estate, good, bad)


def _good() -> dict[str, Any]:
    return row(
        VAULT, "shop-keys", tags={"owner": "platform"},
        properties={
            "vaultUri": "https://shop-keys.vault.azure.net/", "tenantId": TENANT,
            "sku": {"family": "A", "name": "premium"}, "enableRbacAuthorization": True,
            "enableSoftDelete": True, "softDeleteRetentionInDays": 90,
            "enablePurgeProtection": True, "enabledForDeployment": False,
            "enabledForDiskEncryption": False, "enabledForTemplateDeployment": False,
            "publicNetworkAccess": "Disabled", "provisioningState": "Succeeded",
            "accessPolicies": [],
            "networkAcls": {
                "bypass": "AzureServices", "defaultAction": "Deny",
                "ipRules": [{"value": "203.0.113.7/32"}],
                "virtualNetworkRules": [
                    {
                        "id": resource_id(
                            "Microsoft.Network/virtualNetworks/subnets", "shop/web"
                        ).lower(),
                        "ignoreMissingVnetServiceEndpoint": False,
                    }
                ],
            },
            "privateEndpointConnections": [
                {
                    "properties": {
                        "provisioningState": "Succeeded",
                        "privateEndpoint": {"id": resource_id(ENDPOINT, "shop-keys")},
                        "privateLinkServiceConnectionState": {
                            "status": "Approved", "description": "", "actionsRequired": "None",
                        },
                    }
                }
            ],
        },
    )  # fmt: skip


def _bad() -> dict[str, Any]:
    """Return a vault of old: what it was never asked to be, it does not say."""
    everything = {"keys": ["all"], "secrets": ["Get", "List", "Purge"], "certificates": None}
    return row(
        VAULT, "shop-legacy",
        properties={
            "vaultUri": "https://shop-legacy.vault.azure.net", "tenantId": TENANT,
            "sku": {"family": "A", "name": "standard"}, "publicNetworkAccess": "enabled",
            "enabledForDeployment": True, "enabledForDiskEncryption": True,
            "enabledForTemplateDeployment": True, "provisioningState": "Succeeded",
            "accessPolicies": [
                {"tenantId": TENANT, "objectId": WEB.upper(), "permissions": everything},
                {"tenantId": TENANT, "objectId": MACHINE, "permissions": {"secrets": ["get"]}},
            ],
            "privateEndpointConnections": [
                {
                    "properties": {
                        "privateEndpoint": {"id": resource_id(ENDPOINT, "shop-waiting")},
                        "privateLinkServiceConnectionState": {"status": "Pending"},
                    }
                }
            ],
        },
    )  # fmt: skip


def _identities() -> list[dict[str, Any]]:
    return [
        row(
            IDENTITY, "shop-web", tags={"owner": "web"},
            properties={
                "principalId": WEB, "tenantId": TENANT, "isolationScope": "Regional",
                "clientId": "22222222-aaaa-4bbb-8ccc-000000000001",
            },
        ),
        row(IDENTITY, "shop-new", properties={"tenantId": TENANT}),  # not yet known to the tenant
    ]  # fmt: skip


def _endpoint(name: str, target: str, group: str, address: str) -> dict[str, Any]:
    return row(
        ENDPOINT, name,
        properties={
            "provisioningState": "Succeeded",
            "subnet": {
                "id": resource_id("Microsoft.Network/virtualNetworks/subnets", "Shop/Data")
            },
            "customDnsConfigs": [
                {"fqdn": f"{name}.private.example", "ipAddresses": [address]},
                {"fqdn": "", "ipAddresses": None},
            ],
            "privateLinkServiceConnections": [_connection(name, target, group, "Approved")],
            "manualPrivateLinkServiceConnections": [],
        },
    )  # fmt: skip


def _waiting(target: dict[str, Any]) -> dict[str, Any]:
    """Return an endpoint that was asked for by hand, and that nobody has approved."""
    found = _endpoint("shop-waiting", target["id"], "vault", "10.20.2.6")
    found["properties"] |= {
        "privateLinkServiceConnections": None, "customDnsConfigs": None,
        "manualPrivateLinkServiceConnections": [
            _connection("shop-waiting", target["id"], "vault", "Pending")
        ],
    }  # fmt: skip
    return found


def _connection(name: str, target: str, group: str, state: str) -> dict[str, Any]:
    return {
        "name": name,
        "properties": {
            "privateLinkServiceId": target, "groupIds": [group],
            "privateLinkServiceConnectionState": {"status": state, "description": ""},
        },
    }  # fmt: skip


def _logs(estate: Estate, good: dict[str, Any], bad: dict[str, Any]) -> None:
    children(
        estate, good, SETTINGS,
        {
            "name": "audit",
            "properties": {
                "workspaceId": resource_id("Microsoft.OperationalInsights/workspaces", "Shop-Logs"),
                "storageAccountId": resource_id("Microsoft.Storage/storageAccounts", "shopsafe"),
                "logs": [
                    {"category": None, "categoryGroup": "allLogs", "enabled": True},
                    {"category": None, "categoryGroup": "audit", "enabled": False},
                ],
                "metrics": [{"category": "AllMetrics", "enabled": False}],
            },
        },
    )  # fmt: skip
    children(estate, bad, SETTINGS)


def _keys(estate: Estate, good: dict[str, Any], bad: dict[str, Any]) -> None:
    times = {"enabled": True, "created": MADE, "updated": CHANGED}
    safe = {
        "attributes": {
            **times, "nbf": MADE, "exp": ENDS, "recoveryLevel": "Recoverable", "exportable": False
        },
        "keyUri": "https://shop-keys.vault.azure.net/keys/storage",
    }  # fmt: skip
    poor = {
        "attributes": {**times, "recoveryLevel": "Purgeable"},
        "keyUri": "https://shop-legacy.vault.azure.net/keys/orders",
    }
    for vault, name, properties in ((good, "storage", safe), (bad, "orders", poor)):
        about = {"type": f"{VAULT}/keys", "location": "westeurope", "tags": {"for": "shop"}}
        children(estate, vault, "/keys", {**about, "name": name, "properties": properties})
    child(
        estate, good, "/keys/storage",
        properties={
            **safe, "kty": "RSA-HSM", "keySize": 3072, "keyOps": ["wrapKey", "unwrapKey"],
            "keyUriWithVersion": f"{safe['keyUri']}/0f0e0d0c",
            "rotationPolicy": {
                "attributes": {"created": MADE, "updated": MADE, "expiryTime": "P2Y"},
                "lifetimeActions": [
                    {"action": {"type": "notify"}, "trigger": {"timeBeforeExpiry": "P30D"}},
                    {"action": {"type": "rotate"}, "trigger": {"timeAfterCreate": "P90D"}},
                ],
            },
        },
    )  # fmt: skip
    child(
        estate, bad, "/keys/orders",
        properties={
            **poor, "kty": "RSA", "keySize": 2048,
            "rotationPolicy": {
                "lifetimeActions": [
                    {"action": {"type": "notify"}, "trigger": {"timeBeforeExpiry": "P30D"}}
                ]
            },
        },
    )  # fmt: skip


def _secrets(estate: Estate, good: dict[str, Any], bad: dict[str, Any]) -> None:
    about = {"type": f"{VAULT}/secrets", "location": "westeurope"}
    times = {"enabled": True, "created": MADE, "updated": CHANGED}
    address = "https://shop-keys.vault.azure.net/secrets/db"
    children(
        estate, good, "/secrets",
        {
            **about, "name": "db", "tags": {"for": "orders"},
            "properties": {
                "attributes": {**times, "nbf": MADE, "exp": ENDS}, "secretUri": address,
                "secretUriWithVersion": f"{address}/0f0e0d0c", "contentType": "text/plain",
            },
        },
    )  # fmt: skip
    children(
        estate, bad, "/secrets",
        {**about, "name": "Db-Admin", "properties": {"attributes": times}},
        {**about, "name": "old", "properties": {"attributes": {**times, "enabled": False}}},
    )  # fmt: skip
