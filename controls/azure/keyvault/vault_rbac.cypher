/*---
title: Role assignments decide who may use a key vault
resource: AzureKeyVault
severity: medium
policy: azure-privileges
mandates: {cis-azure-4.0: ["9.3.6"]}
also: {prowler: [keyvault_rbac_enabled]}
why: >-
  Access policies always hold for the whole vault, stand outside of every review of roles, and
  whoever may write the vault can add themselves. A vault that does not say uses them.
fix:
  console: >-
    Key vaults > {name} > Settings > Access configuration > Azure role-based access control > Apply,
    once whom the access policies let in have roles.
  cli: |
    # once whom the access policies let in have roles:
    az keyvault update --resource-group {resource_group} --name {name} \
      --enable-rbac-authorization true
  terraform: |
    resource "azurerm_key_vault" "this" {
      name                       = "{name}"
      rbac_authorization_enabled = true # enable_rbac_authorization before version 4.42
    }
---*/
MATCH (vault:AzureKeyVault)
WHERE vault.uses_rbac IS NULL OR vault.uses_rbac = false
RETURN vault AS resource, {expected: true, actual: vault.uses_rbac} AS evidence
