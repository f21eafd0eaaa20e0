/*---
title: Whoever opens Microsoft's portals for administrators signs in with a second factor
resource: EntraTenant
severity: high
policy: azure-identity
mandates: {cis-azure-4.0: ["6.2.7"]}
also: {prowler: [entra_conditional_access_policy_require_mfa_for_admin_portals]}
why: >-
  In these portals users are made and second factors taken away.
fix:
  console: >-
    Microsoft Entra ID > Security > Conditional Access > Policies > New policy > Users: All users
    > Target resources: Microsoft Admin Portals > Grant: Require multifactor authentication >
    Enable policy: On > Create.
  cli: |
    az rest --method post --url https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies \
      --body '{"displayName": "Second factor for administrators", "state": "enabled",
        "conditions": {"clientAppTypes": ["all"],
          "users": {"includeUsers": ["All"]},
          "applications": {"includeApplications": ["MicrosoftAdminPortals"]}},
        "grantControls": {"operator": "OR", "builtInControls": ["mfa"]}}'
  terraform: |
    resource "azuread_conditional_access_policy" "this" {
      display_name = "Second factor for administrators"
      state        = "enabled"
      conditions {
        client_app_types = ["all"]
        users {
          included_users = ["All"]
        }
        applications {
          included_applications = ["MicrosoftAdminPortals"]
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
    AND any(one IN policy.applications WHERE one IN ['All', 'MicrosoftAdminPortals'])
}
RETURN tenant AS resource, {expected: 'a policy for Microsoft Admin Portals'} AS evidence
