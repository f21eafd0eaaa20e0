/*---
title: Whoever gets into machines has registered a second factor
resource: EntraUser
severity: high
policy: azure-identity
mandates: {cis-azure-4.0: ["4.1.1"]}
also: {prowler: [entra_user_with_vm_access_has_mfa]}
why: >-
  From a machine an intruder goes on to the network around it, and acts as the identity of the
  machine.
fix:
  console: >-
    Microsoft Entra ID > Users > Per-user multifactor authentication > {name} > Enable MFA; who
    has it registers at the next sign-in.
  cli: |
    az rest --method patch \
      --url "https://graph.microsoft.com/beta/users/{principal_name}/authentication/requirements" \
      --body '{"perUserMfaState": "enforced"}'
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
WITH [
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  '9980e02c-c2be-4d73-94e8-173b1dc7cf3c', '1c0163c0-47e6-4577-8991-ea5c82e286e4',
  'fb879df8-f326-4884-b1cf-06f3ad86be52', '602da2ba-a5c2-41da-b01d-5360126ab525',
  'a6333a3e-0164-44c3-b281-7a577aff287f'
] AS roles
MATCH (user:EntraUser)
WHERE user.is_enabled = true AND NOT coalesce(user.is_mfa_registered, false)
  AND (EXISTS {
    MATCH (user)<-[:TO]-(:AzureRoleAssignment)-[:GRANTS]->(role:AzureRoleDefinition)
    WHERE role.role IN roles
  } OR EXISTS {
    MATCH (user)-[:MEMBER_OF]->(:EntraGroup)<-[:TO]-(held:AzureRoleAssignment)
    MATCH (held)-[:GRANTS]->(role:AzureRoleDefinition)
    WHERE role.role IN roles
  })
RETURN user AS resource, {registered: user.methods} AS evidence
