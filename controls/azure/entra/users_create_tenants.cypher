/*---
title: Users do not make tenants
resource: EntraTenant
severity: low
policy: azure-identity
mandates: {cis-azure-4.0: ["6.4"]}
also: {prowler: [entra_policy_ensure_default_user_cannot_create_tenants]}
why: >-
  Whoever makes a tenant administers it, and nobody else knows what goes on there.
fix:
  console: >-
    Microsoft Entra ID > Users > User settings > Restrict non-admin users from creating tenants >
    Yes > Save.
  cli: |
    az rest --method patch --url https://graph.microsoft.com/v1.0/policies/authorizationPolicy \
      --body '{"defaultUserRolePermissions": {"allowedToCreateTenants": false}}'
  terraform: |
    resource "msgraph_update_resource" "this" {
      url  = "policies/authorizationPolicy"
      body = { defaultUserRolePermissions = { allowedToCreateTenants = false } }
    }
---*/
MATCH (tenant:EntraTenant)
WHERE coalesce(tenant.users_create_tenants, true) = true
RETURN tenant AS resource, {expected: false, actual: tenant.users_create_tenants} AS evidence
