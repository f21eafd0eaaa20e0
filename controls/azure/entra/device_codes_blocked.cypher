/*---
title: Nobody signs in for somebody else by a code
resource: EntraTenant
severity: medium
policy: azure-identity
mandates: {cis-azure-4.0: ["6.2.3"]}
why: >-
  An attacker sends a code; who types it in, on a genuine page and with a second factor, has
  signed the attacker in.
fix:
  console: >-
    Microsoft Entra ID > Security > Conditional Access > Policies > New policy > Users: All users
    > Target resources: All resources > Conditions: Authentication flows: Device code flow >
    Grant: Block access > Enable policy: On > Create.
  cli: |
    az rest --method post --url https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies \
      --body '{"displayName": "No device codes", "state": "enabled",
        "conditions": {"authenticationFlows": {"transferMethods": "deviceCodeFlow"},
          "clientAppTypes": ["all"],
          "users": {"includeUsers": ["All"]},
          "applications": {"includeApplications": ["All"]}},
        "grantControls": {"operator": "OR", "builtInControls": ["block"]}}'
  terraform: |
    resource "azuread_conditional_access_policy" "this" {
      display_name = "No device codes"
      state        = "enabled"
      conditions {
        client_app_types = ["all"]
        users {
          included_users = ["All"]
        }
        applications {
          included_applications = ["All"]
        }
        # authenticationFlows is set by the command line: the provider does not know it yet
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
    AND 'All' IN policy.users AND 'All' IN policy.applications
    AND 'deviceCodeFlow' IN policy.transfer_methods
}
RETURN tenant AS resource, {expected: 'a policy that blocks device codes'} AS evidence
