/*---
title: Keys of vaults with role assignments have an end
resource: AzureKeyVaultKey
severity: medium
policy: azure-key-management
mandates: {cis-azure-4.0: ["9.3.1"]}
also: {prowler: [keyvault_rbac_key_expiration_set]}
why: >-
  A key that never ends is used until somebody remembers it, and everything it ever protected is
  lost with it at once.
fix:
  console: >-
    Key vaults > the vault of {name} > Objects > Keys > {name} > the current version > Set
    expiration date > Save.
  cli: |
    vault=$(echo {uid} | cut -d/ -f9)
    az keyvault key set-attributes --vault-name "$vault" --name {name} \
      --expires "$(date -u -d '+90 days' +%Y-%m-%dT%H:%M:%SZ)"
  terraform: |
    resource "azurerm_key_vault_key" "this" {
      name            = "{name}"
      expiration_date = timeadd(plantimestamp(), "2160h")

      lifecycle {
        ignore_changes = [expiration_date]
      }
    }
applies: |
  MATCH (key:AzureKeyVaultKey)-[:STORED_IN]->(vault:AzureKeyVault)
  WHERE vault.uses_rbac = true
    AND (key.is_enabled IS NULL OR key.is_enabled = true)
  RETURN key AS resource
---*/
MATCH (key:AzureKeyVaultKey)-[:STORED_IN]->(vault:AzureKeyVault)
WHERE vault.uses_rbac = true
  AND (key.is_enabled IS NULL OR key.is_enabled = true)
  AND key.expires_at IS NULL
RETURN key AS resource, {expected: 'an end', vault: vault.name} AS evidence
