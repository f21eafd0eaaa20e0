/*---
title: Passwords that somebody would guess of the company are refused
resource: EntraTenant
severity: medium
policy: azure-identity
mandates: {cis-azure-4.0: ["6.8"]}
why: >-
  The first guesses are the company's name, its products and its town. Microsoft's own list knows
  none of them.
fix:
  console: >-
    Microsoft Entra ID > Security > Authentication methods > Password protection > Enforce custom
    list > Yes > fill in the list > Save.
  cli: |
    template="5cf42378-d67d-4f36-ba46-e8b86229381d"
    az rest --method post --url https://graph.microsoft.com/v1.0/groupSettings --body \
      '{"templateId": "'"$template"'", "values": [{"name": "EnableBannedPasswordCheck", "value": "True"}]}'
  terraform: |
    resource "msgraph_resource" "this" {
      url = "groupSettings"
      body = {
        templateId = "5cf42378-d67d-4f36-ba46-e8b86229381d"
        values     = [{ name = "EnableBannedPasswordCheck", value = "True" }]
      }
    }
---*/
MATCH (tenant:EntraTenant)
WHERE tenant.bans_own_passwords = false
RETURN tenant AS resource, {expected: true, actual: tenant.bans_own_passwords} AS evidence
