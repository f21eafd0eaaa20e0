"""Azure Databricks workspaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.managed import AzureManaged, common, flag, ref, sku
from ingest.azure.vaults import vault_ref
from ingest.items import Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.client import Azure
    from ingest.azure.key_vault import AzureKeyVault
    from ingest.azure.virtual_network import AzureVirtualNetwork

OWN_KEY = "Microsoft.Keyvault"


class AzureDatabricksWorkspace(
    AzureManaged,
    service="Resources",
    native="microsoft.databricks/workspaces",
    lists="Microsoft.Databricks/workspaces/read",
):
    """An Azure Databricks workspace."""

    sku: str | None = prop("Price tier: `standard`, `premium`, `trial`.")
    public_network_access: str | None = prop("`Enabled` or `Disabled`.")
    has_public_addresses: bool | None = prop(
        "Its clusters have public addresses; null where the workspace does not say."
    )
    services_have_own_key: bool = prop(
        "What its control plane keeps, notebooks and secrets, is encrypted with the customer's key."
    )
    disks_have_own_key: bool = prop("Disks of its clusters are encrypted with the customer's key.")
    network: Ref[AzureVirtualNetwork] | None = edge(
        "IN_NETWORK", "Virtual network of the customer's that its clusters stand in."
    )
    encryption_vault: Ref[AzureKeyVault] | None = edge(
        "ENCRYPTED_BY", "Vault of the key that its control plane's data is encrypted with."
    )


def fetch(azure: Azure) -> Records[AzureDatabricksWorkspace]:
    """Yield the subscription's workspaces."""
    return azure.records(read, azure.rows())


def read(azure: Azure, item: Item) -> AzureDatabricksWorkspace:
    """Make the record of one workspace."""
    said: Json = item.get("properties") or {}
    services: Json = dig(said, "encryption.entities.managedServices") or {}
    disks: Json = dig(said, "encryption.entities.managedDisk") or {}
    no_addresses = flag(dig(said, "parameters.enableNoPublicIp.value"))
    return AzureDatabricksWorkspace(
        **common(item),
        sku=sku(item),
        public_network_access=said.get("publicNetworkAccess"),
        has_public_addresses=None if no_addresses is None else not no_addresses,
        services_have_own_key=services.get("keySource") == OWN_KEY,
        disks_have_own_key=disks.get("keySource") == OWN_KEY,
        network=ref(dig(said, "parameters.customVirtualNetworkId.value")),
        encryption_vault=vault_ref(azure, dig(services, "keyVaultProperties.keyVaultUri")),
    )
