/*---
title: It is written down who uses a key vault
resource: AzureKeyVault
severity: medium
policy: azure-logging
mandates: {cis-azure-4.0: ["7.1.1.4"]}
also: {prowler: [keyvault_logging_enabled]}
why: >-
  After a break-in the first question is which keys and secrets were read, and by whom; nothing else
  answers it.
fix:
  console: >-
    Key vaults > {name} > Monitoring > Diagnostic settings > Add diagnostic setting > audit and
    allLogs, sent to a workspace or storage account > Save.
  cli: |
    az monitor diagnostic-settings create --name audit --resource {uid} \
      --workspace "${WORKSPACE:?id of a Log Analytics workspace}" \
      --logs '[{"categoryGroup":"audit","enabled":true},{"categoryGroup":"allLogs","enabled":true}]'
  terraform: |
    resource "azurerm_monitor_diagnostic_setting" "this" {
      name                       = "audit"
      target_resource_id         = azurerm_key_vault.this.id
      log_analytics_workspace_id = var.workspace_id
      enabled_log {
        category_group = "audit"
      }
      enabled_log {
        category_group = "allLogs"
      }
    }
---*/
// Each of these holds who did what: a group of all logs, the group of audits, or the one category.
WITH ['allLogs', 'audit', 'AuditEvent'] AS categories
MATCH (vault:AzureKeyVault)
WHERE NOT any(category IN vault.log_categories WHERE category IN categories)
RETURN vault AS resource, {expected: categories, actual: vault.log_categories} AS evidence
