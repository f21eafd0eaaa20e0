/*---
title: Secrets of vaults with access policies have an end
resource: AzureKeyVaultSecret
severity: medium
policy: azure-key-management
mandates: {cis-azure-4.0: ["9.3.4"]}
also: {prowler: [keyvault_non_rbac_secret_expiration_set]}
why: >-
  A password that never ends still opens its door years after the program that used it is gone,
  for whoever once read it.
fix:
  console: >-
    Key vaults > the vault of {name} > Objects > Secrets > {name} > the current version > Set
    expiration date > Save.
  cli: |
    vault=$(echo {uid} | cut -d/ -f9)
    az keyvault secret set-attributes --vault-name "$vault" --name {name} \
      --expires "$(date -u -d '+90 days' +%Y-%m-%dT%H:%M:%SZ)"
  terraform: |
    resource "azurerm_key_vault_secret" "this" {
      name            = "{name}"
      expiration_date = timeadd(plantimestamp(), "2160h")

      lifecycle {
        ignore_changes = [expiration_date]
      }
    }
applies: |
  MATCH (secret:AzureKeyVaultSecret)-[:STORED_IN]->(vault:AzureKeyVault)
  WHERE (vault.uses_rbac IS NULL OR vault.uses_rbac = false)
    AND (secret.is_enabled IS NULL OR secret.is_enabled = true)
  RETURN secret AS resource
---*/
// A vault that does not say uses access policies.
MATCH (secret:AzureKeyVaultSecret)-[:STORED_IN]->(vault:AzureKeyVault)
WHERE (vault.uses_rbac IS NULL OR vault.uses_rbac = false)
  AND (secret.is_enabled IS NULL OR secret.is_enabled = true)
  AND secret.expires_at IS NULL
RETURN secret AS resource, {expected: 'an end', vault: vault.name} AS evidence
