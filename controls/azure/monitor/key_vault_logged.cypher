/*---
title: Who uses a key vault is recorded
resource: AzureKeyVault
severity: high
policy: azure-logging
mandates: {cis-azure-4.0: ["7.1.1.4"]}
also: {prowler: [keyvault_logging_enabled]}
why: >-
  After a break-in the first question is which secrets were read. Only this log answers it.
fix:
  console: >-
    Key vaults > {name} > Monitoring > Diagnostic settings > Add diagnostic setting > audit >
    choose where it goes > Save.
  cli: |
    az monitor diagnostic-settings create --name audit --resource {uid} \
      --workspace "$WORKSPACE_ID" --logs '[{"categoryGroup": "audit", "enabled": true}]'
  terraform: |
    resource "azurerm_monitor_diagnostic_setting" "this" {
      name                       = "audit"
      target_resource_id         = "{uid}"
      log_analytics_workspace_id = var.workspace_id
      enabled_log { category_group = "audit" }
    }
---*/
MATCH (vault:AzureKeyVault)
WHERE NOT EXISTS {
  MATCH (vault)<-[:ABOUT]-(setting:AzureDiagnosticSetting)
  WHERE 'AuditEvent' IN setting.categories
    OR any(one IN setting.category_groups WHERE one IN ['audit', 'allLogs'])
}
RETURN vault AS resource, {expected: 'the log AuditEvent is sent somewhere'} AS evidence
