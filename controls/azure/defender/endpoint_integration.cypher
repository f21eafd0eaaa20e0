/*---
title: Defender for Endpoint looks after the machines
resource: AzureSubscription
severity: high
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.3.3"]}
also: {prowler: [defender_ensure_wdatp_is_enabled]}
why: >-
  It sees on the machine itself what runs there, and stops it. Without the integration nobody
  installs it.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Servers > Settings > Endpoint protection
    > On > Save.
  cli: >-
    az rest --method put
    --url "{uid}/providers/Microsoft.Security/settings/WDATP?api-version=2022-05-01"
    --body '{"kind": "DataExportSettings", "properties": {"enabled": true}}'
  terraform: |
    resource "azurerm_security_center_setting" "this" {
      setting_name = "WDATP"
      enabled      = true
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (setting:AzureSecuritySetting)-[:IN_SUBSCRIPTION]->(subscription)
  WHERE setting.name = 'WDATP' AND setting.is_enabled = true
}
RETURN subscription AS resource, {setting: 'WDATP', expected: 'on'} AS evidence
