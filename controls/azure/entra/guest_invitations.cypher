/*---
title: Only those whose task it is invite guests
resource: EntraTenant
severity: medium
policy: azure-identity
mandates: {cis-azure-4.0: ["6.16"]}
also: {prowler: [entra_policy_guest_invite_only_for_admin_roles]}
why: >-
  Whoever invites decides who gets in. A guest who may invite brings whom nobody here knows.
fix:
  console: >-
    Microsoft Entra ID > External Identities > External collaboration settings > Guest invite
    settings > Only users assigned to specific admin roles > Save.
  cli: |
    az rest --method patch --url https://graph.microsoft.com/v1.0/policies/authorizationPolicy \
      --body '{"allowInvitesFrom": "adminsAndGuestInviters"}'
  terraform: |
    resource "msgraph_update_resource" "this" {
      url  = "policies/authorizationPolicy"
      body = { allowInvitesFrom = "adminsAndGuestInviters" }
    }
---*/
MATCH (tenant:EntraTenant)
WHERE tenant.invites_from IS NULL
  OR NOT tenant.invites_from IN ['adminsAndGuestInviters', 'none']
RETURN tenant AS resource, {expected: 'administrators', actual: tenant.invites_from} AS evidence
