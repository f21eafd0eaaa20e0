"""Machines, scale sets and disks: a machine as it should be, one of long ago, and their disks."""

from __future__ import annotations

from typing import Any

from server.demo.azure.cloud import Estate
from server.demo.azure.rows import resource_id, row

MACHINE = "Microsoft.Compute/virtualMachines"
EXTENSION = f"{MACHINE}/extensions"
SCALE_SET = "Microsoft.Compute/virtualMachineScaleSets"
DISK = "Microsoft.Compute/disks"
SNAPSHOT = "Microsoft.Compute/snapshots"
ENCRYPTION_SET = "Microsoft.Compute/diskEncryptionSets"
INTERFACE = "Microsoft.Network/networkInterfaces"
BALANCER = "Microsoft.Network/loadBalancers"
SUBNET = "Microsoft.Network/virtualNetworks/subnets"
GROUP = "Microsoft.Network/networkSecurityGroups"
IDENTITY = "Microsoft.ManagedIdentity/userAssignedIdentities"

SHOP_DISKS = resource_id(ENCRYPTION_SET, "shop-disks")
ACTS = {
    "type": "UserAssigned", "userAssignedIdentities": {resource_id(IDENTITY, "shop-web"): {}},
}  # fmt: skip
TRUSTED = {
    "securityType": "TrustedLaunch", "encryptionAtHost": True,
    "uefiSettings": {"secureBootEnabled": True, "vTpmEnabled": True},
}  # fmt: skip
UBUNTU = {
    "publisher": "Canonical", "offer": "ubuntu-24_04-lts", "sku": "server", "version": "latest",
    "exactVersion": "24.04.202610010",
}  # fmt: skip


def add(estate: Estate) -> None:
    """Add machines, scale sets, disks, snapshots and disk encryption sets."""
    rows = estate.tables.setdefault("Resources", [])
    rows += [*machines(), *extensions(), *scale_sets(), *disks(), *snapshots(), *encryption_sets()]


def machines() -> list[dict[str, Any]]:
    """Return a machine as it should be, and one of long ago with its interface."""
    good = row(
        MACHINE, "shop-web-1", zones=["1"], tags={"owner": "shop"},
        identity={
            "type": "SystemAssigned, UserAssigned",
            "principalId": "11111111-aaaa-4bbb-8ccc-000000000002",
            "userAssignedIdentities": {resource_id(IDENTITY, "shop-web", group="SHOP"): {}},
        },
        properties={
            "vmId": "7a1e0c5e-3a5e-4d8b-9d0e-2f6b8c4d1e90",
            "timeCreated": "2026-02-03T08:15:30.1234567+00:00",
            "provisioningState": "Succeeded", "priority": "Regular",
            "hardwareProfile": {"vmSize": "Standard_D2s_v5"},
            "securityProfile": TRUSTED,
            "storageProfile": {
                "imageReference": UBUNTU,
                "osDisk": {
                    "osType": "Linux", "name": "shop-web-1-os", "createOption": "FromImage",
                    "managedDisk": {
                        "id": resource_id(DISK, "shop-web-1-os"),
                        "storageAccountType": "Premium_LRS",
                        "diskEncryptionSet": {"id": SHOP_DISKS},
                    },
                },
                "dataDisks": [],
            },
            "osProfile": {
                "computerName": "shop-web-1", "adminUsername": "shop",
                "allowExtensionOperations": True, "secrets": [],
                "linuxConfiguration": {
                    "disablePasswordAuthentication": True, "provisionVMAgent": True,
                    "patchSettings": {"patchMode": "AutomaticByPlatform"},
                },
            },
            "networkProfile": {
                "networkInterfaces": [
                    {"id": resource_id(INTERFACE, "shop-web-1"), "properties": {"primary": True}}
                ]
            },
            "diagnosticsProfile": {"bootDiagnostics": {"enabled": True}},
            "extended": {
                "instanceView": {
                    "computerName": "shop-web-1", "osName": "ubuntu", "osVersion": "24.04",
                    "powerState": {
                        "code": "PowerState/running", "displayStatus": "VM running",
                        "level": "Info",
                    },
                }
            },
        },
    )  # fmt: skip
    bad = row(
        MACHINE, "shop-legacy",
        properties={
            "vmId": "0d9b6a43-5f1c-4c57-8b1e-6f0f3f0d7c21",
            "timeCreated": "2018-05-06T07:08:09+00:00", "provisioningState": "Succeeded",
            "hardwareProfile": {"vmSize": "Standard_A2_v2"},
            "storageProfile": {
                "imageReference": {
                    "publisher": "Canonical", "offer": "UbuntuServer", "sku": "16.04-LTS",
                    "version": "latest",
                },
                "osDisk": {
                    "osType": "Linux", "name": "shop-legacy-os", "createOption": "FromImage",
                    "vhd": {"uri": "https://shopopen.blob.core.windows.net/vhds/shop-legacy.vhd"},
                },
                "dataDisks": [],
            },
            "osProfile": {
                "computerName": "shop-legacy", "adminUsername": "root2",
                "linuxConfiguration": {"disablePasswordAuthentication": False},
            },
            "networkProfile": {
                "networkInterfaces": [{"id": resource_id(INTERFACE, "shop-legacy", group="Shop")}]
            },
            "extended": {
                "instanceView": {"powerState": {"code": "PowerState/deallocated"}},
            },
        },
    )  # fmt: skip
    interface = row(
        INTERFACE, "shop-legacy",
        properties={
            "enableIPForwarding": False, "virtualMachine": {"id": bad["id"]}, "primary": True,
            "ipConfigurations": [
                {
                    "id": f"{resource_id(INTERFACE, 'shop-legacy')}/ipConfigurations/one",
                    "name": "one",
                    "properties": {
                        "primary": True, "privateIPAddress": "10.0.2.9",
                        "subnet": {"id": resource_id(SUBNET, "shop/data")},
                    },
                }
            ],
        },
    )  # fmt: skip
    return [good, bad, interface]


def extensions() -> list[dict[str, Any]]:
    """Return an agent that is kept current, a retired one, and a script that shows a password."""
    good = row(
        EXTENSION, "AzureMonitorLinuxAgent", id=resource_id(EXTENSION, "shop-web-1/monitor"),
        properties={
            "publisher": "Microsoft.Azure.Monitor", "type": "AzureMonitorLinuxAgent",
            "typeHandlerVersion": "1.33", "autoUpgradeMinorVersion": True,
            "enableAutomaticUpgrade": True, "provisioningState": "Succeeded",
        },
    )  # fmt: skip
    retired = row(
        EXTENSION, "OmsAgentForLinux",
        id=resource_id(EXTENSION, "SHOP-LEGACY/OmsAgentForLinux", group="SHOP"),
        properties={
            "publisher": "Microsoft.EnterpriseCloud.Monitoring", "type": "OmsAgentForLinux",
            "typeHandlerVersion": "1.13", "autoUpgradeMinorVersion": True,
            "provisioningState": "Failed",
            "settings": {"workspaceId": "9c0e1f7a-0000-4000-8000-000000000001"},
        },
    )  # fmt: skip
    script = row(
        EXTENSION, "setup", id=resource_id(EXTENSION, "shop-legacy/setup"),
        properties={
            "publisher": "Microsoft.Azure.Extensions", "type": "CustomScript",
            "typeHandlerVersion": "2.1", "autoUpgradeMinorVersion": True,
            "provisioningState": "Succeeded",
            "settings": {"commandToExecute": "./setup.sh --database-password hunter2"},
        },
    )  # fmt: skip
    return [good, retired, script]


def scale_sets() -> list[dict[str, Any]]:
    """Return a set behind a load balancer, that balancer, and an empty set of long ago."""
    pool = f"{resource_id(BALANCER, 'shop-workers')}/backendAddressPools/workers"
    good = row(
        SCALE_SET, "shop-workers", zones=["1", "2", "3"], identity=ACTS,
        sku={"name": "Standard_D2s_v5", "tier": "Standard", "capacity": 3},
        properties={
            "timeCreated": "2026-03-01T09:00:00+00:00", "orchestrationMode": "Uniform",
            "upgradePolicy": {
                "mode": "Rolling",
                "automaticOSUpgradePolicy": {"enableAutomaticOSUpgrade": True},
            },
            "virtualMachineProfile": {
                "securityProfile": TRUSTED,
                "osProfile": {
                    "computerNamePrefix": "worker",
                    "linuxConfiguration": {"disablePasswordAuthentication": True},
                },
                "storageProfile": {
                    "imageReference": {
                        "id": resource_id("Microsoft.Compute/galleries/images", "Shop/worker")
                    },
                    "osDisk": {
                        "osType": "Linux",
                        "managedDisk": {
                            "storageAccountType": "Premium_LRS",
                            "diskEncryptionSet": {"id": SHOP_DISKS.upper()},
                        },
                    },
                },
                "networkProfile": {
                    "networkInterfaceConfigurations": [
                        {
                            "name": "one",
                            "properties": {
                                "primary": True,
                                "networkSecurityGroup": {"id": resource_id(GROUP, "shop-web")},
                                "ipConfigurations": [
                                    {
                                        "name": "one",
                                        "properties": {
                                            "subnet": {"id": resource_id(SUBNET, "shop/web")},
                                            "loadBalancerBackendAddressPools": [{"id": pool}],
                                        },
                                    }
                                ],
                            },
                        }
                    ]
                },
            },
        },
    )  # fmt: skip
    balancer = row(
        BALANCER, "shop-workers", sku={"name": "Standard", "tier": "Regional"},
        properties={
            "frontendIPConfigurations": [
                {
                    "id": f"{resource_id(BALANCER, 'shop-workers')}/frontendIPConfigurations/in",
                    "name": "in",
                    "properties": {
                        "privateIPAddress": "10.0.1.10",
                        "subnet": {"id": resource_id(SUBNET, "shop/web")},
                    },
                }
            ],
            "backendAddressPools": [{"id": pool, "name": "workers", "properties": {}}],
            "loadBalancingRules": [], "probes": [], "inboundNatRules": [],
        },
    )  # fmt: skip
    bad = row(
        SCALE_SET, "shop-batch", sku={"name": "Standard_A1_v2", "tier": "Standard", "capacity": 0},
        properties={
            "orchestrationMode": "Uniform", "upgradePolicy": {"mode": "Manual"},
            "virtualMachineProfile": {
                "osProfile": {"linuxConfiguration": {"disablePasswordAuthentication": False}},
                "storageProfile": {
                    "imageReference": UBUNTU,
                    "osDisk": {"osType": "Linux", "managedDisk": {}},
                },
                "networkProfile": {"networkInterfaceConfigurations": []},
            },
        },
    )  # fmt: skip
    return [good, balancer, bad]


def disks() -> list[dict[str, Any]]:
    """Return the disk of the machine, one of a scale set's machine, and a forgotten one."""
    good = row(
        DISK, "shop-web-1-os", sku={"name": "Premium_LRS", "tier": "Premium"},
        managedBy=resource_id(MACHINE, "Shop-Web-1", group="SHOP"),
        properties={
            "timeCreated": "2026-02-03T08:15:31+00:00", "osType": "Linux", "diskSizeGB": 30,
            "diskState": "Attached", "provisioningState": "Succeeded",
            "creationData": {"createOption": "FromImage"},
            "encryption": {
                "type": "EncryptionAtRestWithCustomerKey", "diskEncryptionSetId": SHOP_DISKS,
            },
            "networkAccessPolicy": "DenyAll", "publicNetworkAccess": "Disabled",
            "dataAccessAuthMode": "AzureActiveDirectory",
        },
    )  # fmt: skip
    of_set = row(
        DISK, "shop-workers_0_os", sku={"name": "Premium_LRS", "tier": "Premium"},
        managedBy=resource_id(f"{SCALE_SET}/virtualMachines", "shop-workers/0"),
        properties={
            "osType": "Linux", "diskSizeGB": 30, "diskState": "Attached",
            "creationData": {"createOption": "FromImage"},
            "encryption": {
                "type": "EncryptionAtRestWithPlatformAndCustomerKeys",
                "diskEncryptionSetId": SHOP_DISKS,
            },
            "networkAccessPolicy": "DenyAll", "publicNetworkAccess": "Disabled",
        },
    )  # fmt: skip
    forgotten = row(
        DISK, "shop-old-data", sku={"name": "Standard_LRS", "tier": "Standard"},
        properties={
            "timeCreated": "2021-01-01T00:00:00+00:00", "diskSizeGB": 512,
            "diskState": "Unattached",
            "creationData": {
                "createOption": "Copy",
                "sourceResourceId": resource_id(SNAPSHOT, "Shop-Old", group="SHOP"),
            },
            "encryption": {"type": "EncryptionAtRestWithPlatformKey"},
            "networkAccessPolicy": "AllowAll", "publicNetworkAccess": "Enabled",
        },
    )  # fmt: skip
    return [good, of_set, forgotten]


def snapshots() -> list[dict[str, Any]]:
    """Return a snapshot that stays inside, and one that can be fetched from anywhere."""
    good = row(
        SNAPSHOT, "shop-web-1", sku={"name": "Standard_ZRS", "tier": "Standard"},
        properties={
            "timeCreated": "2026-10-01T00:00:00+00:00", "diskSizeGB": 30, "incremental": True,
            "diskState": "Unattached",
            "creationData": {
                "createOption": "Copy", "sourceResourceId": resource_id(DISK, "shop-web-1-os"),
            },
            "encryption": {
                "type": "EncryptionAtRestWithCustomerKey", "diskEncryptionSetId": SHOP_DISKS,
            },
            "networkAccessPolicy": "DenyAll", "publicNetworkAccess": "Disabled",
        },
    )  # fmt: skip
    bad = row(
        SNAPSHOT, "shop-old", sku={"name": "Standard_LRS", "tier": "Standard"},
        properties={
            "timeCreated": "2020-01-01T00:00:00+00:00", "diskSizeGB": 512, "incremental": False,
            "creationData": {"createOption": "Import"},
            "encryption": {"type": "EncryptionAtRestWithPlatformKey"},
            "networkAccessPolicy": "AllowAll", "publicNetworkAccess": "Enabled",
        },
    )  # fmt: skip
    return [good, bad]


def encryption_sets() -> list[dict[str, Any]]:
    """Return a set that follows its key, and one that stays with the version it was given."""
    good = row(
        ENCRYPTION_SET, "shop-disks", identity=ACTS,
        properties={
            "encryptionType": "EncryptionAtRestWithCustomerKey",
            "rotationToLatestKeyVersionEnabled": True,
            "lastKeyRotationTimestamp": "2026-09-01T00:00:00.0000000+00:00",
            "activeKey": {
                "sourceVault": {
                    "id": resource_id("Microsoft.KeyVault/vaults", "Shop-Keys", group="SHOP")
                },
                "keyUrl": "https://shop-keys.vault.azure.net/keys/disks",
            },
        },
    )  # fmt: skip
    bad = row(
        ENCRYPTION_SET, "shop-old-disks", identity=ACTS,
        properties={
            "encryptionType": "EncryptionAtRestWithCustomerKey",
            "rotationToLatestKeyVersionEnabled": False,
            "activeKey": {
                "keyUrl": "https://SHOP-KEYS.vault.azure.net/keys/old/0123456789abcdef"
            },
        },
    )  # fmt: skip
    return [good, bad]
