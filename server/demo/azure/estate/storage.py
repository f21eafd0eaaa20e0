"""Storage accounts with their containers: one as it should be, and one open in every way."""

from __future__ import annotations

from typing import Any

from server.demo.azure.cloud import SUBSCRIPTION, Estate
from server.demo.azure.rows import child, children, resource_id, row

STORE = "Microsoft.Storage/storageAccounts"
CONTAINER = {"type": "Microsoft.Storage/storageAccounts/blobServices/containers"}


def add(estate: Estate) -> None:
    """Add the storage accounts, what their services say, their containers and their locks."""
    good, bad = _good(), _bad()
    estate.tables.setdefault("Resources", []).extend([good, bad])
    _services(estate, good, bad)
    _containers(estate, good, bad)
    estate.arm[f"/subscriptions/{SUBSCRIPTION}/providers/microsoft.authorization/locks"] = [
        {
            "id": f"{good['id']}/providers/Microsoft.Authorization/locks/keep", "name": "keep",
            "type": "Microsoft.Authorization/locks", "properties": {"level": "CanNotDelete"},
        },
    ]  # fmt: skip


def _good() -> dict[str, Any]:
    return row(
        STORE, "shopsafe", kind="StorageV2", sku={"name": "Standard_GRS", "tier": "Standard"},
        tags={"owner": "platform"},
        identity={
            "type": "UserAssigned",
            "userAssignedIdentities": {
                resource_id("Microsoft.ManagedIdentity/userAssignedIdentities", "shop-web"): {}
            },
        },
        properties={
            "creationTime": "2025-03-01T10:00:00.0000000Z", "supportsHttpsTrafficOnly": True,
            "minimumTlsVersion": "TLS1_2", "allowBlobPublicAccess": False,
            "allowSharedKeyAccess": False, "publicNetworkAccess": "Disabled",
            "networkAcls": {
                "defaultAction": "Deny", "bypass": "AzureServices, Logging",
                "ipRules": [{"value": "203.0.113.7", "action": "Allow"}],
                "virtualNetworkRules": [
                    {"id": resource_id("Microsoft.Network/virtualNetworks/subnets", "shop/web")}
                ],
            },
            "encryption": {
                "keySource": "Microsoft.Keyvault", "requireInfrastructureEncryption": True,
                "keyvaultproperties": {
                    "keyvaulturi": "https://Shop-Keys.vault.azure.net", "keyname": "Storage",
                    "keyversion": "",
                },
            },
            "allowCrossTenantReplication": False, "defaultToOAuthAuthentication": True,
            "keyPolicy": {"keyExpirationPeriodInDays": 90},
            "keyCreationTime": {
                "key1": "2026-10-01T10:00:00.0000000Z", "key2": "2026-10-02T10:00:00.0000000Z",
            },
            "privateEndpointConnections": [
                {
                    "properties": {
                        "privateEndpoint": {
                            "id": resource_id("Microsoft.Network/privateEndpoints", "ShopSafe")
                        },
                        "privateLinkServiceConnectionState": {
                            "status": "Approved", "description": "Auto-Approved",
                            "actionRequired": "None",
                        },
                    }
                }
            ],
        },
    )  # fmt: skip


def _bad() -> dict[str, Any]:
    return row(
        STORE, "shopopen", kind="StorageV2", sku={"name": "Standard_LRS", "tier": "Standard"},
        properties={
            "creationTime": "2019-05-01T10:00:00.0000000Z", "supportsHttpsTrafficOnly": False,
            "minimumTlsVersion": "TLS1_0",
            "allowBlobPublicAccess": True, "publicNetworkAccess": "Enabled",
            "networkAcls": {"defaultAction": "Allow", "bypass": "None"},
            "encryption": {"keySource": "Microsoft.Storage"},
        },
    )  # fmt: skip


def _services(estate: Estate, good: dict[str, Any], bad: dict[str, Any]) -> None:
    child(
        estate, good, "/blobServices/default",
        properties={
            "isVersioningEnabled": True,
            "deleteRetentionPolicy": {"enabled": True, "days": 14},
            "containerDeleteRetentionPolicy": {"enabled": True, "days": 7},
        },
    )  # fmt: skip
    child(
        estate, bad, "/blobServices/default",
        properties={"deleteRetentionPolicy": {"enabled": False}},
    )  # fmt: skip
    child(
        estate, good, "/fileServices/default",
        properties={
            "protocolSettings": {
                "smb": {
                    "multichannel": {"enabled": False}, "versions": "SMB3.1.1;",
                    "authenticationMethods": "Kerberos;", "channelEncryption": "AES-256-GCM;",
                    "kerberosTicketEncryption": "AES-256;",
                }
            },
            "shareDeleteRetentionPolicy": {"enabled": True, "days": 14},
        },
    )  # fmt: skip
    child(
        estate, bad, "/fileServices/default",
        properties={
            "protocolSettings": {"smb": {}}, "shareDeleteRetentionPolicy": {"enabled": False},
        },
    )  # fmt: skip


def _containers(estate: Estate, good: dict[str, Any], bad: dict[str, Any]) -> None:
    shut: dict[str, Any] = {
        "publicAccess": "None", "leaseStatus": "Unlocked", "leaseState": "Available",
        "lastModifiedTime": "2026-02-03T09:15:00.0000000Z", "hasImmutabilityPolicy": True,
        "hasLegalHold": False, "defaultEncryptionScope": "$account-encryption-key",
        "denyEncryptionScopeOverride": False, "deleted": False, "remainingRetentionDays": 0,
        "immutableStorageWithVersioning": {"enabled": True},
    }  # fmt: skip
    children(
        estate, good, "/blobServices/default/containers",
        {**CONTAINER, "name": "receipts", "properties": shut},
        {**CONTAINER, "name": "$logs", "properties": {**shut, "hasImmutabilityPolicy": False}},
        {**CONTAINER, "name": "exports", "properties": shut},
    )  # fmt: skip
    children(
        estate, bad, "/blobServices/default/containers",
        {
            **CONTAINER, "name": "pictures",
            "properties": {"publicAccess": "Container", "leaseState": "Available"},
        },
    )  # fmt: skip
