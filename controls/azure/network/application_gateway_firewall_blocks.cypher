/*---
title: Web application firewalls block what they find
resource: AzureApplicationGateway
severity: medium
policy: azure-web-firewalls
why: >-
  In mode Detection an attack is written down and let through.
fix:
  console: >-
    Web Application Firewall policies > the policy of {name} > Overview > Switch to prevention mode.
  cli: >-
    az network application-gateway waf-policy policy-setting update --subscription {account}
    --resource-group {resource_group} --policy-name "${POLICY:?name of the policy, as the finding
    tells}" --mode Prevention --state Enabled
  terraform: |
    resource "azurerm_web_application_firewall_policy" "this" {
      # ...
      policy_settings {
        enabled = true
        mode    = "Prevention"
      }
    }
---*/
MATCH (gateway:AzureApplicationGateway)
// A policy counts before what the gateway's own settings say.
WHERE EXISTS {
    (gateway)-[:GUARDED_BY]->(policy:AzureWebFirewallPolicy)
    WHERE policy.is_enabled = true AND policy.mode = 'Detection'
  }
  OR gateway.firewall_enabled = true
    AND gateway.firewall_mode = 'Detection'
    AND NOT EXISTS { (gateway)-[:GUARDED_BY]->(:AzureWebFirewallPolicy) }
RETURN gateway AS resource, {
  own_mode: gateway.firewall_mode,
  policies: COLLECT {
    MATCH (gateway)-[:GUARDED_BY]->(policy:AzureWebFirewallPolicy)
    WHERE policy.mode = 'Detection'
    RETURN policy.name ORDER BY policy.name
  }
} AS evidence
