/*---
title: Owners of the subscription are told what searches of SQL servers find
resource: AzureSqlServer
severity: low
policy: azure-detection
also: {prowler: [sqlserver_va_emails_notifications_admins_enabled]}
why: >-
  Addresses of single people go stale when they leave; the owners of a subscription are always
  somebody.
fix:
  console: >-
    SQL servers > {name} > Security > Microsoft Defender for Cloud > Configure > Vulnerability
    Assessment > tick Also send email notification to admins and subscription owners > Save.
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
MATCH (server:AzureSqlServer)
WHERE server.assessment_to_admins = false
RETURN server AS resource, {expected: true, actual: server.assessment_to_admins} AS evidence
