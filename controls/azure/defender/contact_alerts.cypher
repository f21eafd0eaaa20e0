/*---
title: Grave alerts of Defender for Cloud are mailed
resource: AzureSubscription
severity: medium
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.14"]}
also: {prowler: [defender_ensure_notify_alerts_severity_is_high]}
why: >-
  An alert that waits in a portal until somebody looks comes too late.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Email notifications > Notify about alerts
    with the following severity (or higher) > High > Save.
  cli: |
    az rest --method put --url \
      "{uid}/providers/Microsoft.Security/securityContacts/default?api-version=2023-12-01-preview" \
      --body '{"properties": {"isEnabled": true, "emails": "'"$EMAILS"'",
      "notificationsByRole": {"state": "On", "roles": ["Owner"]},
      "notificationsSources": [{"sourceType": "Alert", "minimalSeverity": "High"},
      {"sourceType": "AttackPath", "minimalRiskLevel": "Critical"}]}}'
  terraform: |
    resource "azapi_resource" "contact" {
      type      = "Microsoft.Security/securityContacts@2023-12-01-preview"
      name      = "default"
      parent_id = "{uid}"
      body = {
        properties = {
          isEnabled           = true
          emails              = var.security_emails
          notificationsByRole = { state = "On", roles = ["Owner"] }
          notificationsSources = [
            { sourceType = "Alert", minimalSeverity = "High" },
            { sourceType = "AttackPath", minimalRiskLevel = "Critical" },
          ]
        }
      }
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (contact:AzureSecurityContact)-[:IN_SUBSCRIPTION]->(subscription)
  WHERE contact.alert_severity IS NOT NULL
    AND coalesce(contact.is_enabled, true)
}
RETURN subscription AS resource, {expected: 'alerts of severity High'} AS evidence
