/*---
title: Somebody besides the owners is told of what Defender for Cloud finds
resource: AzureSubscription
severity: medium
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.13"]}
also: {prowler: [defender_additional_email_configured_with_a_security_contact]}
why: >-
  Owners may be a service account, or on holiday. A team that looks after security has an address
  of its own.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Email notifications > Additional email
    addresses > Save.
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
  WHERE size(contact.emails) > 0
    AND coalesce(contact.is_enabled, true)
}
RETURN subscription AS resource, {expected: 'an address'} AS evidence
