/*---
title: Whoever administers the directory has registered a second factor
resource: EntraUser
severity: critical
policy: azure-identity
mandates: {cis-azure-4.0: ["6.1.2"]}
also: {prowler: [entra_privileged_user_has_mfa]}
why: >-
  Whoever signs in as an administrator makes users, takes away second factors and reads every
  mailbox.
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
MATCH (user:EntraUser)
WHERE user.is_enabled = true AND NOT coalesce(user.is_mfa_registered, false)
  AND (EXISTS { (user)-[:HAS_ROLE]->(:EntraDirectoryRole) }
    OR EXISTS { (user)-[:MEMBER_OF]->(:EntraGroup)-[:HAS_ROLE]->(:EntraDirectoryRole) })
RETURN user AS resource, {registered: user.methods} AS evidence
