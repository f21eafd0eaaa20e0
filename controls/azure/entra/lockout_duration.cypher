/*---
title: An account stays locked for a minute at least
resource: EntraTenant
severity: medium
policy: azure-identity
mandates: {cis-azure-4.0: ["6.7"]}
why: >-
  A lock that opens at once only slows a machine down by the time of one answer.
fix:
  console: >-
    Microsoft Entra ID > Security > Authentication methods > Password protection > Lockout
    duration in seconds > 60 > Save.
  cli: |
    template="5cf42378-d67d-4f36-ba46-e8b86229381d"
    az rest --method post --url https://graph.microsoft.com/v1.0/groupSettings --body \
      '{"templateId": "'"$template"'", "values": [{"name": "LockoutDurationInSeconds", "value": "60"}]}'
  terraform: |
    resource "msgraph_resource" "this" {
      url = "groupSettings"
      body = {
        templateId = "5cf42378-d67d-4f36-ba46-e8b86229381d"
        values     = [{ name = "LockoutDurationInSeconds", value = "60" }]
      }
    }
---*/
WITH 60 AS least_seconds
MATCH (tenant:EntraTenant)
WHERE tenant.lockout_seconds < least_seconds
RETURN tenant AS resource, {expected: least_seconds, actual: tenant.lockout_seconds} AS evidence
