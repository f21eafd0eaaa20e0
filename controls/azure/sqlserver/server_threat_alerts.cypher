/*---
title: Defender watches SQL servers
resource: AzureSqlServer
severity: high
policy: azure-detection
also: {prowler: [sqlserver_microsoft_defender_enabled]}
why: >-
  It tells of injected SQL, of guessed passwords and of sign-ins from unusual places while they
  happen.
fix:
  console: >-
    SQL servers > {name} > Security > Microsoft Defender for Cloud > Enable Microsoft Defender for
    SQL.
  cli: >-
    az sql server advanced-threat-protection-setting update --resource-group {resource_group} --name
    {name} --state Enabled
  terraform: |
    resource "azurerm_mssql_server_security_alert_policy" "this" {
      resource_group_name = "{resource_group}"
      server_name         = "{name}"
      state               = "Enabled"
    }
---*/
MATCH (server:AzureSqlServer)
WHERE coalesce(server.alerts_on_threats, false) = false
RETURN server AS resource, {
  expected: 'Enabled',
  actual: coalesce(server.alerts_on_threats, 'not set')
} AS evidence
