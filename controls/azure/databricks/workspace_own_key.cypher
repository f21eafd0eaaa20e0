/*---
title: Databricks workspaces encrypt with keys of the company's
resource: AzureDatabricksWorkspace
severity: medium
policy: azure-encryption
mandates: {cis-azure-4.0: ["3.1.8"]}
also: {prowler: [databricks_workspace_cmk_encryption_enabled]}
why: Only a key of one's own can be withdrawn, and shows who has used it.
fix:
  console: >-
    Azure Databricks > {name} > Encryption > Use your own key, for managed services and managed
    disks; the workspace has to be of the premium tier.
  cli: >-
    az databricks workspace update --ids {uid} --managed-services-key-vault <vault>
    --managed-services-key-name <key> --managed-services-key-version <version>
    --disk-key-vault <vault> --disk-key-name <key> --disk-key-version <version>
  terraform: |
    resource "azurerm_databricks_workspace" "this" {
      name                                  = "{name}"
      sku                                   = "premium"
      managed_services_cmk_key_vault_key_id = azurerm_key_vault_key.this.id
      managed_disk_cmk_key_vault_key_id     = azurerm_key_vault_key.this.id
    }
---*/
MATCH (workspace:AzureDatabricksWorkspace)
WHERE NOT (workspace.services_have_own_key AND workspace.disks_have_own_key)
RETURN workspace AS resource, {
  expected: 'own keys for managed services and disks',
  services: workspace.services_have_own_key,
  disks: workspace.disks_have_own_key
} AS evidence
