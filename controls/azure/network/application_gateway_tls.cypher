/*---
title: Application gateways take TLS 1.2 or newer
resource: AzureApplicationGateway
severity: medium
policy: azure-encryption-in-transit
why: >-
  Older TLS has flaws that let whoever is on the way read along, and no browser of today needs it.
fix:
  console: >-
    Application gateways > {name} > Settings > Listeners > Selected SSL policy > change >
    AppGwSslPolicy20220101 > Save.
  cli: >-
    az network application-gateway ssl-policy set --subscription {account}
    --resource-group {resource_group} --gateway-name {name} --policy-type Predefined
    --name AppGwSslPolicy20220101
  terraform: |
    resource "azurerm_application_gateway" "this" {
      # ...
      ssl_policy {
        policy_type = "Predefined"
        policy_name = "AppGwSslPolicy20220101"
      }
    }
---*/
WITH ['TLSv1_0', 'TLSv1_1'] AS outdated
MATCH (gateway:AzureApplicationGateway)
WHERE gateway.has_https = true AND gateway.minimum_tls_version IN outdated
RETURN gateway AS resource, {
  expected: 'TLSv1_2', actual: gateway.minimum_tls_version, policy: gateway.tls_policy
} AS evidence
