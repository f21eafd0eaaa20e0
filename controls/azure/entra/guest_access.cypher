/*---
title: Guests see nothing of the directory but themselves
resource: EntraTenant
severity: medium
policy: azure-identity
mandates: {cis-azure-4.0: ["6.15"]}
also: {prowler: [entra_policy_guest_users_access_restrictions]}
why: >-
  A guest who may list users and groups knows whom to write to next.
fix:
  console: >-
    Microsoft Entra ID > External Identities > External collaboration settings > Guest user access
    > restricted to properties and memberships of their own > Save.
  cli: |
    az rest --method patch --url https://graph.microsoft.com/v1.0/policies/authorizationPolicy \
      --body '{"guestUserRoleId": "2af84b1e-32c8-42b7-82bc-daa82404023b"}'
  terraform: |
    resource "msgraph_update_resource" "this" {
      url  = "policies/authorizationPolicy"
      body = { guestUserRoleId = "2af84b1e-32c8-42b7-82bc-daa82404023b" }
    }
---*/
WITH '2af84b1e-32c8-42b7-82bc-daa82404023b' AS restricted
MATCH (tenant:EntraTenant)
WHERE tenant.guest_role IS NULL OR toLower(tenant.guest_role) <> restricted
RETURN tenant AS resource, {expected: restricted, actual: tenant.guest_role} AS evidence
