"""AKS clusters and container registries: of each one as it should be, and one that is open."""

from __future__ import annotations

from typing import Any

from server.demo.azure.cloud import Estate
from server.demo.azure.rows import resource_id, row

CLUSTER = "Microsoft.ContainerService/managedClusters"
REGISTRY = "Microsoft.ContainerRegistry/registries"
SUBNET = "Microsoft.Network/virtualNetworks/subnets"
LOGS = resource_id("Microsoft.OperationalInsights/workspaces", "shop-logs")
IDENTITY = resource_id("Microsoft.ManagedIdentity/userAssignedIdentities", "shop-web")
DISKS = resource_id("Microsoft.Compute/diskEncryptionSets", "shop-disks")
ACTS = {"type": "UserAssigned", "userAssignedIdentities": {IDENTITY: {}}}


def add(estate: Estate) -> None:
    """Add clusters and registries."""
    estate.tables.setdefault("Resources", []).extend([*clusters(), *registries()])


def clusters() -> list[dict[str, Any]]:
    """Return a private cluster that is looked after, and one made with a click long ago."""
    good = row(
        CLUSTER, "shop", sku={"name": "Base", "tier": "Standard"}, identity=ACTS,
        properties={
            "provisioningState": "Succeeded", "powerState": {"code": "Running"},
            "kubernetesVersion": "1.35", "currentKubernetesVersion": "1.35.1",
            "supportPlan": "KubernetesOfficial",
            "autoUpgradeProfile": {"upgradeChannel": "stable", "nodeOSUpgradeChannel": "NodeImage"},
            "enableRBAC": True, "disableLocalAccounts": True,
            "aadProfile": {
                "managed": True, "enableAzureRBAC": True,
                "adminGroupObjectIDs": ["22222222-aaaa-4bbb-8ccc-000000000001"],
            },
            "apiServerAccessProfile": {
                "enablePrivateCluster": True, "disableRunCommand": True, "authorizedIPRanges": [],
            },
            "privateFQDN": "shop.privatelink.westeurope.azmk8s.io",
            "networkProfile": {
                "networkPlugin": "azure", "networkPolicy": "cilium",
                "outboundType": "userDefinedRouting",
            },
            "addonProfiles": {
                "omsAgent": {
                    "enabled": True, "config": {"logAnalyticsWorkspaceResourceID": LOGS.lower()},
                },
                "azurepolicy": {"enabled": True, "config": None},
                "httpApplicationRouting": {"enabled": False},
            },
            "azureMonitorProfile": {"metrics": {"enabled": True}},
            "securityProfile": {
                "defender": {
                    "logAnalyticsWorkspaceResourceId": LOGS,
                    "securityMonitoring": {"enabled": True},
                },
                "azureKeyVaultKms": {
                    "enabled": True,
                    "keyId": "https://shop-keys.vault.azure.net/keys/secrets/0123456789abcdef",
                },
                "workloadIdentity": {"enabled": True}, "imageCleaner": {"enabled": True},
            },
            "identityProfile": {"kubeletidentity": {"resourceId": IDENTITY.upper()}},
            "diskEncryptionSetID": DISKS,
            "nodeResourceGroup": "MC_shop_shop_westeurope",
            "agentPoolProfiles": [
                {
                    "name": "system", "count": 3, "vmSize": "Standard_D4s_v5", "mode": "System",
                    "osType": "Linux", "availabilityZones": ["1", "2", "3"],
                    "enableNodePublicIP": False, "enableEncryptionAtHost": True,
                    "vnetSubnetID": resource_id(SUBNET, "shop/web"),
                    "podSubnetID": resource_id(SUBNET, "shop/data"),
                }
            ],
        },
    )  # fmt: skip
    bad = row(
        CLUSTER, "shop-old", sku={"name": "Base", "tier": "Free"},
        properties={
            "powerState": {"code": "Stopped"}, "currentKubernetesVersion": "1.24.9",
            "enableRBAC": False, "fqdn": "shop-old.hcp.westeurope.azmk8s.io",
            "aadProfile": None, "addonProfiles": None,
            "networkProfile": {"networkPlugin": "kubenet"},
            "servicePrincipalProfile": {"clientId": "msi"},
            "agentPoolProfiles": [
                {
                    "name": "nodes", "count": 1, "vmSize": "Standard_B2s", "osType": "Linux",
                    "enableNodePublicIP": True,
                }
            ],
        },
    )  # fmt: skip
    return [good, bad]


def registries() -> list[dict[str, Any]]:
    """Return a registry that only its private endpoint leads to, and one that anyone may read."""
    good = row(
        REGISTRY, "shopimages", sku={"name": "Premium", "tier": "Premium"}, identity=ACTS,
        properties={
            "creationDate": "2025-06-01T12:00:00.1234567Z", "loginServer": "shopimages.azurecr.io",
            "adminUserEnabled": False, "anonymousPullEnabled": False,
            "publicNetworkAccess": "Disabled", "networkRuleBypassOptions": "None",
            "networkRuleSet": {"defaultAction": "Deny", "ipRules": []},
            "zoneRedundancy": "Enabled",
            "policies": {
                "exportPolicy": {"status": "disabled"}, "trustPolicy": {"status": "enabled"},
                "quarantinePolicy": {"status": "disabled"},
                "retentionPolicy": {"status": "enabled", "days": 30},
                "softDeletePolicy": {"status": "enabled", "retentionDays": 7},
            },
            "encryption": {
                "status": "enabled",
                "keyVaultProperties": {
                    "keyIdentifier": "https://shop-keys.vault.azure.net/keys/images"
                },
            },
            "privateEndpointConnections": [
                {
                    "properties": {
                        "privateEndpoint": {
                            "id": resource_id("Microsoft.Network/privateEndpoints", "ShopSafe")
                        },
                        "privateLinkServiceConnectionState": {"status": "Approved"},
                    }
                }
            ],
        },
    )  # fmt: skip
    bad = row(
        REGISTRY, "shopold", sku={"name": "Basic", "tier": "Basic"},
        properties={
            "creationDate": "2019-06-01T12:00:00Z", "loginServer": "shopold.azurecr.io",
            "adminUserEnabled": True, "anonymousPullEnabled": True,
            "publicNetworkAccess": "Enabled", "zoneRedundancy": "Disabled",
            "policies": {
                "retentionPolicy": {"status": "disabled", "days": 7},
                "exportPolicy": {"status": "enabled"},
            },
            "encryption": {"status": "disabled"},
        },
    )  # fmt: skip
    return [good, bad]
