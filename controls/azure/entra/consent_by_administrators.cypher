/*---
title: Users let no application in by themselves
resource: EntraTenant
severity: medium
policy: azure-identity
mandates: {cis-azure-4.0: ["6.12"]}
also: {prowler: [entra_policy_restricts_user_consent_for_apps]}
why: >-
  An application that a user has let in reads their mail as long as it likes, with neither
  password nor second factor.
fix:
  console: >-
    Microsoft Entra ID > Enterprise applications > Consent and permissions > User consent settings
    > Do not allow user consent > Save.
  cli: |
    az rest --method patch --url https://graph.microsoft.com/v1.0/policies/authorizationPolicy \
      --body '{"defaultUserRolePermissions": {"permissionGrantPoliciesAssigned": []}}'
  terraform: |
    resource "msgraph_update_resource" "this" {
      url  = "policies/authorizationPolicy"
      body = { defaultUserRolePermissions = { permissionGrantPoliciesAssigned = [] } }
    }
---*/
MATCH (tenant:EntraTenant)
WHERE any(one IN tenant.consent_policies WHERE one STARTS WITH 'ManagePermissionGrantsForSelf.')
RETURN tenant AS resource, {expected: 'none', actual: tenant.consent_policies} AS evidence
