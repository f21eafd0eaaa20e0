/*---
title: Ways in that Defender for Cloud finds are mailed
resource: AzureSubscription
severity: medium
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.15"]}
also: {prowler: [defender_attack_path_notifications_properly_configured]}
why: >-
  A way in that is open is worth more haste than a single weakness: an attacker can go it today.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Email notifications > Notify about attack
    paths with the following risk level (or higher) > Critical > Save.
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
  WHERE contact.attack_path_risk IS NOT NULL
    AND coalesce(contact.is_enabled, true)
}
RETURN subscription AS resource, {expected: 'attack paths of risk Critical'} AS evidence
