/*---
title: Users do not register applications
resource: EntraTenant
severity: medium
policy: azure-identity
mandates: {cis-azure-4.0: ["6.14"]}
also: {prowler: [entra_policy_ensure_default_user_cannot_create_apps]}
why: >-
  An application that anyone may register is a fine disguise: it asks the others for their data in
  the name of the company.
fix:
  console: >-
    Microsoft Entra ID > Users > User settings > Users can register applications > No > Save.
  cli: |
    az rest --method patch --url https://graph.microsoft.com/v1.0/policies/authorizationPolicy \
      --body '{"defaultUserRolePermissions": {"allowedToCreateApps": false}}'
  terraform: |
    resource "msgraph_update_resource" "this" {
      url  = "policies/authorizationPolicy"
      body = { defaultUserRolePermissions = { allowedToCreateApps = false } }
    }
---*/
MATCH (tenant:EntraTenant)
WHERE coalesce(tenant.users_create_applications, true) = true
RETURN tenant AS resource, {expected: false, actual: tenant.users_create_applications} AS evidence
