/*---
title: Whoever manages Azure signs in with a second factor
resource: EntraTenant
severity: high
policy: azure-identity
mandates: {cis-azure-4.0: ["6.2.6"]}
also: {prowler: [entra_conditional_access_policy_require_mfa_for_management_api]}
why: >-
  Portal, command line and Terraform all go through this one application. Whoever gets in there
  changes everything.
fix:
  console: >-
    Microsoft Entra ID > Security > Conditional Access > Policies > New policy > Users: All users
    > Target resources: Windows Azure Service Management API > Grant: Require multifactor
    authentication > Enable policy: On > Create.
  cli: |
    az rest --method post --url https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies \
      --body '{"displayName": "Whoever manages Azure signs in with a second factor", "state": "enabled",
        "conditions": {"clientAppTypes": ["all"],
          "users": {"includeUsers": ["All"]},
          "applications": {"includeApplications": ["797f4846-ba00-4fd7-ba43-dac1f8f63013"]}},
        "grantControls": {"operator": "OR", "builtInControls": ["mfa"]}}'
  terraform: |
    resource "azuread_conditional_access_policy" "this" {
      display_name = "Whoever manages Azure signs in with a second factor"
      state        = "enabled"
      conditions {
        client_app_types = ["all"]
        users {
          included_users = ["All"]
        }
        applications {
          included_applications = ["797f4846-ba00-4fd7-ba43-dac1f8f63013"]
        }
      }
      grant_controls {
        operator          = "OR"
        built_in_controls = ["mfa"]
      }
    }
---*/
MATCH (tenant:EntraTenant)
WHERE NOT EXISTS {
  MATCH (policy:EntraConditionalAccessPolicy)-[:IN_TENANT]->(tenant)
  WHERE policy.state = 'enabled' AND policy.holds_always = true AND policy.requires_mfa = true
    AND 'All' IN policy.users
    AND any(one IN policy.applications WHERE one IN ['All', '797f4846-ba00-4fd7-ba43-dac1f8f63013'])
}
RETURN tenant AS resource, {
  expected: 'a policy for Windows Azure Service Management API'
} AS evidence
