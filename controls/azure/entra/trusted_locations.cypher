/*---
title: The tenant knows from where its people work
resource: EntraTenant
severity: low
policy: azure-identity
mandates: {cis-azure-4.0: ["6.2.1"]}
also: {prowler: [entra_trusted_named_locations_exists]}
why: >-
  A sign-in from the office is one thing and from anywhere else another. Only who names the office
  can ask for more elsewhere.
fix:
  console: >-
    Microsoft Entra ID > Security > Conditional Access > Named locations > IP ranges location >
    Mark as trusted location > Create.
  cli: |
    az rest --method post --url https://graph.microsoft.com/v1.0/identity/conditionalAccess/namedLocations \
      --body '{"@odata.type": "#microsoft.graph.ipNamedLocation", "displayName": "Office",
        "isTrusted": true, "ipRanges": [{"@odata.type": "#microsoft.graph.iPv4CidrRange",
        "cidrAddress": "'"$RANGE"'"}]}'
  terraform: |
    resource "azuread_named_location" "office" {
      display_name = "Office"
      ip {
        ip_ranges = [var.range]
        trusted   = true
      }
    }
---*/
MATCH (tenant:EntraTenant)
WHERE size(tenant.trusted_locations) = 0
RETURN tenant AS resource, {expected: 'a trusted location'} AS evidence
