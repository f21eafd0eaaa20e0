/*---
title: Users do not make security groups
resource: EntraTenant
severity: low
policy: azure-identity
mandates: {cis-azure-4.0: ["6.19"]}
also: {prowler: [entra_policy_default_users_cannot_create_security_groups]}
why: >-
  Groups are what access is given to. Whoever makes one decides who is in it.
fix:
  console: >-
    Microsoft Entra ID > Groups > General > Users can create security groups in Azure portals, API
    or PowerShell > No > Save.
  cli: |
    az rest --method patch --url https://graph.microsoft.com/v1.0/policies/authorizationPolicy \
      --body '{"defaultUserRolePermissions": {"allowedToCreateSecurityGroups": false}}'
  terraform: |
    resource "msgraph_update_resource" "this" {
      url  = "policies/authorizationPolicy"
      body = { defaultUserRolePermissions = { allowedToCreateSecurityGroups = false } }
    }
---*/
MATCH (tenant:EntraTenant)
WHERE coalesce(tenant.users_create_security_groups, true) = true
RETURN tenant AS resource, {
  expected: false, actual: tenant.users_create_security_groups
} AS evidence
