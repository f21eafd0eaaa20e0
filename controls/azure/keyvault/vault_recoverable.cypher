/*---
title: Nothing in a key vault can be destroyed at once
resource: AzureKeyVault
severity: high
policy: azure-key-management
mandates: {cis-azure-4.0: ["9.3.5"]}
also: {prowler: [keyvault_recoverable]}
why: >-
  With a key goes everything that it encrypts. Where deleted keys are kept, and nobody may purge
  them early, a mistake or blackmail can be undone.
fix:
  console: >-
    Key vaults > {name} > Settings > Properties > Enable soft-delete and Enable purge protection >
    Save. Neither can be switched off again.
  cli: |
    az keyvault update --resource-group {resource_group} --name {name} \
      --enable-purge-protection true
    # where deleted things are not kept yet:
    az resource update --ids {uid} --set properties.enableSoftDelete=true
  terraform: |
    resource "azurerm_key_vault" "this" {
      name                       = "{name}"
      soft_delete_retention_days = 90
      purge_protection_enabled   = true
    }
---*/
MATCH (vault:AzureKeyVault)
WHERE vault.keeps_deleted IS NULL OR vault.keeps_deleted = false
  OR vault.is_purge_protected IS NULL OR vault.is_purge_protected = false
RETURN vault AS resource, {
  keeps_deleted: vault.keeps_deleted, purge_protected: vault.is_purge_protected
} AS evidence
