"""Databricks workspaces: one in the shop's own network, and one made with a click."""

from __future__ import annotations

from server.demo.azure.cloud import Estate
from server.demo.azure.rows import resource_id, row

WORKSPACE = "Microsoft.Databricks/workspaces"
VAULT = {"keyVaultUri": "https://shop-keys.vault.azure.net/", "keyName": "notebooks"}


def add(estate: Estate) -> None:
    """Add the workspaces."""
    network = resource_id("Microsoft.Network/virtualNetworks", "shop")
    own_key = {"keySource": "Microsoft.Keyvault", "keyVaultProperties": VAULT}
    good = row(
        WORKSPACE, "shop-insight", sku={"name": "premium"},
        properties={
            "publicNetworkAccess": "Disabled",
            "parameters": {
                "customVirtualNetworkId": {"type": "String", "value": network.upper()},
                "enableNoPublicIp": {"type": "Bool", "value": True},
            },
            "encryption": {"entities": {"managedServices": own_key, "managedDisk": own_key}},
        },
    )  # fmt: skip
    bad = row(
        WORKSPACE, "trial", sku={"name": "standard"},
        properties={
            "publicNetworkAccess": "Enabled",
            "parameters": {"enableNoPublicIp": {"type": "Bool", "value": False}},
        },
    )  # fmt: skip
    estate.tables.setdefault("Resources", []).extend([good, bad])
