/*---
title: What searches of SQL servers find is sent to somebody
resource: AzureSqlServer
severity: medium
policy: azure-detection
also: {prowler: [sqlserver_va_scan_reports_configured]}
why: A weakness that is found and lies in a storage account is not one that is closed.
fix:
  console: >-
    SQL servers > {name} > Security > Microsoft Defender for Cloud > Configure > Vulnerability
    Assessment > Send scan reports to > an address of those who look after it > Save.
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
// Defender sends what express assessments find. Owners of the subscription are told by default.
MATCH (server:AzureSqlServer)
WHERE size(server.assessment_emails) = 0
  AND server.assessment_to_admins = false
RETURN server AS resource, {expected: 'an address, or the owners', actual: 'nobody'} AS evidence
