/*---
title: Application gateways have a web application firewall
resource: AzureApplicationGateway
severity: medium
policy: azure-web-firewalls
why: >-
  Everybody's requests come through here. Without a firewall, attacks that are known for years go
  straight to the application.
fix:
  console: >-
    Application gateways > {name} > Settings > Web application firewall > Tier: WAF V2 > create or
    choose a policy in mode Prevention > Save.
  cli: >-
    az network application-gateway update --ids {uid} --sku WAF_v2
    --set "firewallPolicy.id=${POLICY:?id of a firewall policy that is enabled}"
  terraform: |
    resource "azurerm_application_gateway" "this" {
      # ...
      firewall_policy_id = azurerm_web_application_firewall_policy.this.id

      sku {
        name = "WAF_v2"
        tier = "WAF_v2"
      }
    }
---*/
MATCH (gateway:AzureApplicationGateway)
WHERE coalesce(gateway.firewall_enabled, false) = false
  AND NOT EXISTS {
    (gateway)-[:GUARDED_BY]->(policy:AzureWebFirewallPolicy) WHERE policy.is_enabled = true
  }
RETURN gateway AS resource, {tier: gateway.sku, expected: 'a firewall'} AS evidence
