/*---
title: Users let in by themselves only applications of known makers, for little
resource: EntraTenant
severity: medium
policy: azure-identity
mandates: {cis-azure-4.0: ["6.13"]}
also: {prowler: [entra_policy_user_consent_for_verified_apps]}
why: >-
  An application with a trusted name costs an attacker nothing to make. That of a verified maker
  does.
fix:
  console: >-
    Microsoft Entra ID > Enterprise applications > Consent and permissions > User consent settings
    > Allow user consent for apps from verified publishers, for selected permissions > Save.
  cli: |
    az rest --method patch --url https://graph.microsoft.com/v1.0/policies/authorizationPolicy \
      --body '{"defaultUserRolePermissions": {"permissionGrantPoliciesAssigned":
        ["ManagePermissionGrantsForSelf.microsoft-user-default-low"]}}'
  terraform: |
    resource "msgraph_update_resource" "this" {
      url  = "policies/authorizationPolicy"
      body = {
        defaultUserRolePermissions = {
          permissionGrantPoliciesAssigned = [
            "ManagePermissionGrantsForSelf.microsoft-user-default-low"
          ]
        }
      }
    }
---*/
WITH 'ManagePermissionGrantsForSelf.microsoft-user-default-low' AS verified
MATCH (tenant:EntraTenant)
WHERE any(one IN tenant.consent_policies
  WHERE one STARTS WITH 'ManagePermissionGrantsForSelf.' AND one <> verified)
RETURN tenant AS resource, {expected: verified, actual: tenant.consent_policies} AS evidence
