/*---
title: Defender for Cloud Apps sees what Defender for Cloud sees
resource: AzureSubscription
severity: medium
policy: azure-detection
also: {prowler: [defender_ensure_mcas_is_enabled]}
why: >-
  It compares what a person does in Azure with what the same person does elsewhere.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Integrations > Allow Microsoft Defender
    for Cloud Apps to access my data > On > Save.
  cli: >-
    az rest --method put
    --url "{uid}/providers/Microsoft.Security/settings/MCAS?api-version=2022-05-01"
    --body '{"kind": "DataExportSettings", "properties": {"enabled": true}}'
  terraform: |
    resource "azurerm_security_center_setting" "this" {
      setting_name = "MCAS"
      enabled      = true
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (setting:AzureSecuritySetting)-[:IN_SUBSCRIPTION]->(subscription)
  WHERE setting.name = 'MCAS' AND setting.is_enabled = true
}
RETURN subscription AS resource, {setting: 'MCAS', expected: 'on'} AS evidence
