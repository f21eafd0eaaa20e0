"""Storage accounts: one as it should be, and one that is open in every way."""

from __future__ import annotations

from tests.clouds.azure import Estate
from tests.clouds.azure_rows import child, resource_id, row

STORE = "Microsoft.Storage/storageAccounts"


def add(estate: Estate) -> None:
    """Add the storage accounts with their blob services."""
    good = row(
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
                "keyvaultproperties": {"keyvaulturi": "https://shop-keys.vault.azure.net"},
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
                            "id": resource_id("Microsoft.Network/privateEndpoints", "shopsafe")
                        }
                    }
                }
            ],
        },
    )  # fmt: skip
    bad = row(
        STORE, "shopopen", kind="StorageV2", sku={"name": "Standard_LRS", "tier": "Standard"},
        properties={
            "supportsHttpsTrafficOnly": False, "minimumTlsVersion": "TLS1_0",
            "allowBlobPublicAccess": True, "publicNetworkAccess": "Enabled",
            "networkAcls": {"defaultAction": "Allow", "bypass": "None"},
            "encryption": {"keySource": "Microsoft.Storage"},
        },
    )  # fmt: skip
    estate.tables.setdefault("Resources", []).extend([good, bad])
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
