/*---
title: An account is locked after ten wrong passwords at most
resource: EntraTenant
severity: medium
policy: azure-identity
mandates: {cis-azure-4.0: ["6.6"]}
why: >-
  What does not lock can be guessed by a machine for as long as it takes.
fix:
  console: >-
    Microsoft Entra ID > Security > Authentication methods > Password protection > Lockout
    threshold > 10 > Save.
  cli: |
    template="5cf42378-d67d-4f36-ba46-e8b86229381d"
    az rest --method post --url https://graph.microsoft.com/v1.0/groupSettings --body \
      '{"templateId": "'"$template"'", "values": [{"name": "LockoutThreshold", "value": "10"}]}'
  terraform: |
    resource "msgraph_resource" "this" {
      url = "groupSettings"
      body = {
        templateId = "5cf42378-d67d-4f36-ba46-e8b86229381d"
        values     = [{ name = "LockoutThreshold", value = "10" }]
      }
    }
---*/
WITH 10 AS most
MATCH (tenant:EntraTenant)
WHERE tenant.lockout_threshold > most
RETURN tenant AS resource, {expected: most, actual: tenant.lockout_threshold} AS evidence
