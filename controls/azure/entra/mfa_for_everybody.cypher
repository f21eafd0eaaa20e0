/*---
title: Everybody signs in with a second factor
resource: EntraTenant
severity: high
policy: azure-identity
mandates: {cis-azure-4.0: ["6.2.4"]}
why: >-
  A password is guessed, fished or bought. The second factor is what the thief has not.
fix:
  console: >-
    Microsoft Entra ID > Security > Conditional Access > Policies > New policy > Users: All users
    > Target resources: All resources > Grant: Require multifactor authentication > Enable policy:
    On > Create.
  cli: |
    az rest --method post --url https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies \
      --body '{"displayName": "Second factor for everybody", "state": "enabled",
        "conditions": {"clientAppTypes": ["all"],
          "users": {"includeUsers": ["All"]},
          "applications": {"includeApplications": ["All"]}},
        "grantControls": {"operator": "OR", "builtInControls": ["mfa"]}}'
  terraform: |
    resource "azuread_conditional_access_policy" "this" {
      display_name = "Second factor for everybody"
      state        = "enabled"
      conditions {
        client_app_types = ["all"]
        users {
          included_users = ["All"]
        }
        applications {
          included_applications = ["All"]
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
    AND 'All' IN policy.users AND 'All' IN policy.applications
}
RETURN tenant AS resource, {
  expected: 'a policy that asks all users for a second factor'
} AS evidence
