/*---
title: Users do not make Microsoft 365 groups
resource: EntraTenant
severity: low
policy: azure-identity
mandates: {cis-azure-4.0: ["6.21"]}
also: {prowler: [entra_users_cannot_create_microsoft_365_groups]}
why: >-
  Each of them has a mailbox, a site and files that may be shared with anyone, and mostly outlives
  its purpose.
fix:
  console: >-
    Microsoft Entra ID > Groups > General > Users can create Microsoft 365 groups in Azure
    portals, API or PowerShell > No > Save.
  cli: |
    template="62375ab9-6b52-47ed-826b-58e47e0e304b"
    az rest --method post --url https://graph.microsoft.com/v1.0/groupSettings --body \
      '{"templateId": "'"$template"'", "values": [{"name": "EnableGroupCreation", "value": "false"}]}'
  terraform: |
    resource "msgraph_resource" "this" {
      url = "groupSettings"
      body = {
        templateId = "62375ab9-6b52-47ed-826b-58e47e0e304b"
        values     = [{ name = "EnableGroupCreation", value = "false" }]
      }
    }
---*/
MATCH (tenant:EntraTenant)
WHERE coalesce(tenant.users_create_groups, true) = true
RETURN tenant AS resource, {expected: false, actual: tenant.users_create_groups} AS evidence
