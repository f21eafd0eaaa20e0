/*---
title: Microsoft's basic rules for signing in hold, or stricter ones
resource: EntraTenant
severity: high
policy: azure-identity
mandates: {cis-azure-4.0: ["6.1.1"]}
why: >-
  Security defaults ask for a second factor and refuse old protocols. Who switches them off has to
  put policies in their place.
fix:
  console: >-
    Microsoft Entra ID > Overview > Properties > Manage security defaults > Enabled > Save; or
    make a conditional access policy for all users.
  cli: |
    az rest --method patch \
      --url https://graph.microsoft.com/v1.0/policies/identitySecurityDefaultsEnforcementPolicy \
      --body '{"isEnabled": true}'
  terraform: |
    resource "msgraph_update_resource" "this" {
      url  = "policies/identitySecurityDefaultsEnforcementPolicy"
      body = { isEnabled = true }
    }
---*/
MATCH (tenant:EntraTenant)
WHERE NOT coalesce(tenant.has_security_defaults, false) AND NOT EXISTS {
  MATCH (policy:EntraConditionalAccessPolicy)-[:IN_TENANT]->(tenant)
  WHERE policy.state = 'enabled' AND policy.holds_always = true AND policy.requires_mfa = true
    AND 'All' IN policy.users AND 'All' IN policy.applications
}
RETURN tenant AS resource, {security_defaults: tenant.has_security_defaults} AS evidence
