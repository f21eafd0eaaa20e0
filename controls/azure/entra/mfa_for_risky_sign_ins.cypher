/*---
title: A sign-in that looks wrong needs a second factor
resource: EntraTenant
severity: medium
policy: azure-identity
mandates: {cis-azure-4.0: ["6.2.5"]}
why: >-
  Microsoft sees sign-ins from strange places, with stolen passwords, from known attackers. A
  policy has to make something of it.
fix:
  console: >-
    Microsoft Entra ID > Security > Conditional Access > Policies > New policy > Users: All users
    > Target resources: All resources > Conditions: Sign-in risk: High, Medium > Grant: Require
    multifactor authentication > Enable policy: On > Create.
  cli: |
    az rest --method post --url https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies \
      --body '{"displayName": "Risky sign-ins", "state": "enabled",
        "conditions": {"signInRiskLevels": ["high", "medium"],
          "clientAppTypes": ["all"],
          "users": {"includeUsers": ["All"]},
          "applications": {"includeApplications": ["All"]}},
        "grantControls": {"operator": "OR", "builtInControls": ["mfa"]}}'
  terraform: |
    resource "azuread_conditional_access_policy" "this" {
      display_name = "Risky sign-ins"
      state        = "enabled"
      conditions {
        sign_in_risk_levels = ["high", "medium"]
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
  WHERE policy.state = 'enabled'
    AND (policy.requires_mfa = true OR policy.blocks = true)
    AND 'All' IN policy.users AND 'All' IN policy.applications
    AND all(risk IN ['high', 'medium'] WHERE risk IN policy.sign_in_risks)
}
RETURN tenant AS resource, {expected: 'a policy for risky sign-ins'} AS evidence
