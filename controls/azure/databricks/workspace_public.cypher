/*---
title: Databricks workspaces are not open to the internet
resource: AzureDatabricksWorkspace
severity: medium
policy: azure-network-exposure
mandates: {}
why: >-
  Whoever steals a token of an open workspace can use it from anywhere; clusters with public
  addresses are looked at by every scanner.
fix:
  console: >-
    Azure Databricks > {name} > Networking > Allow Public Network Access > Disabled; secure cluster
    connectivity > Enabled.
  cli: >-
    az databricks workspace update --ids {uid} --public-network-access Disabled
    --enable-no-public-ip true
  terraform: |
    resource "azurerm_databricks_workspace" "this" {
      name                          = "{name}"
      public_network_access_enabled = false
      custom_parameters {
        no_public_ip = true
      }
    }
---*/
MATCH (workspace:AzureDatabricksWorkspace)
WHERE workspace.public_network_access IS NULL
  OR workspace.public_network_access <> 'Disabled'
  OR workspace.has_public_addresses IS NULL
  OR workspace.has_public_addresses
RETURN workspace AS resource, {
  public_network_access: workspace.public_network_access,
  has_public_addresses: workspace.has_public_addresses
} AS evidence
