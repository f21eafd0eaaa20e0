/*---
title: The owners of a subscription are told of what Defender for Cloud finds
resource: AzureSubscription
severity: medium
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.12"]}
also: {prowler: [defender_ensure_notify_emails_to_owners]}
why: >-
  Whoever owns a subscription can act at once, and has the right to.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Email notifications > All users with the
    following roles > Owner > Save.
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
  WHERE 'Owner' IN contact.roles
    AND coalesce(contact.is_enabled, true)
}
RETURN subscription AS resource, {expected: 'the role Owner'} AS evidence
