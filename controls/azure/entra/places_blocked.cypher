/*---
title: Nobody signs in from where nobody works
resource: EntraTenant
severity: low
policy: azure-identity
mandates: {cis-azure-4.0: ["6.2.2"]}
why: >-
  Where a company has neither people nor customers, hardly a sign-in is honest.
fix:
  console: >-
    Microsoft Entra ID > Security > Conditional Access > Policies > New policy > Users: All users
    > Target resources: All resources > Network: countries that nobody works in > Grant: Block
    access > Enable policy: On > Create.
  cli: |
    az rest --method post --url https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies \
      --body '{"displayName": "Not from there", "state": "enabled",
        "conditions": {"locations": {"includeLocations": ["'"$LOCATION_ID"'"]},
          "clientAppTypes": ["all"],
          "users": {"includeUsers": ["All"]},
          "applications": {"includeApplications": ["All"]}},
        "grantControls": {"operator": "OR", "builtInControls": ["block"]}}'
  terraform: |
    resource "azuread_conditional_access_policy" "this" {
      display_name = "Not from there"
      state        = "enabled"
      conditions {
        client_app_types = ["all"]
        users {
          included_users = ["All"]
        }
        applications {
          included_applications = ["All"]
        }
        locations {
          included_locations = [var.location_id]
        }
      }
      grant_controls {
        operator          = "OR"
        built_in_controls = ["block"]
      }
    }
---*/
MATCH (tenant:EntraTenant)
WHERE NOT EXISTS {
  MATCH (policy:EntraConditionalAccessPolicy)-[:IN_TENANT]->(tenant)
  WHERE policy.state = 'enabled' AND policy.blocks = true
    AND 'All' IN policy.users AND size(policy.locations) > 0
}
RETURN tenant AS resource, {expected: 'a policy that blocks locations'} AS evidence
