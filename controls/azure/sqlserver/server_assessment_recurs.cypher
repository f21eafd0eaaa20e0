/*---
title: Searches of SQL servers for weaknesses come back each week
resource: AzureSqlServer
severity: medium
policy: azure-detection
also: {prowler: [sqlserver_va_periodic_recurring_scans_enabled]}
why: One search says how things stood that day; rights and settings change every week.
fix:
  console: >-
    SQL servers > {name} > Security > Microsoft Defender for Cloud > Configure > Vulnerability
    Assessment > Periodic recurring scans > On > Save.
  cli: |
    # az has no command of its own for it; what is not said here is set back, so say all
    az rest --method put \
      --url "{uid}/vulnerabilityAssessments/default?api-version=2023-08-01" \
      --body "{\"properties\": {\"storageContainerPath\": \"{assessment_storage}\",
        \"recurringScans\": {\"isEnabled\": true, \"emailSubscriptionAdmins\": true,
        \"emails\": [\"${MAIL:?address of those who look after it}\"]}}}"
  terraform: |
    resource "azurerm_mssql_server_vulnerability_assessment" "this" {
      server_security_alert_policy_id = azurerm_mssql_server_security_alert_policy.this.id
      storage_container_path          = var.container_path
      recurring_scans {
        enabled                   = true
        email_subscription_admins = true
        emails                    = [var.security_mail]
      }
    }
applies: |
  MATCH (server:AzureSqlServer)
  WHERE server.assessment_storage IS NOT NULL
  RETURN server AS resource
---*/
// Express assessments, which need no storage account, always recur.
MATCH (server:AzureSqlServer)
WHERE coalesce(server.assessment_recurs, false) = false
RETURN server AS resource, {
  expected: 'each week',
  actual: coalesce(server.assessment_recurs, 'not set')
} AS evidence
