/*---
title: Firewall rules of SQL servers are for few addresses
resource: AzureSqlFirewallRule
severity: medium
policy: azure-network-exposure
why: The wider a rule, the more strangers it lets in beside those that it was made for.
fix:
  console: >-
    SQL servers > the server > Security > Networking > Firewall rules > narrow {name} from
    {start_address} - {end_address} to the addresses in use > Save.
  cli: >-
    az sql server firewall-rule update --ids {uid} --start-ip-address "${FIRST:?first address in
    use}" --end-ip-address "${LAST:?last address in use}"
  terraform: |
    resource "azurerm_mssql_firewall_rule" "office" {
      name             = "{name}"
      server_id        = azurerm_mssql_server.this.id
      start_ip_address = var.first_address
      end_ip_address   = var.last_address
    }
---*/
WITH 256 AS most
MATCH (rule:AzureSqlFirewallRule)<-[:HAS_RULE]-(server:AzureSqlServer)
WHERE rule.address_count > most
  AND coalesce(server.public_network_access, 'Enabled') = 'Enabled'
RETURN rule AS resource, {
  from: rule.start_address,
  to: rule.end_address,
  expected_at_most: most,
  actual: rule.address_count,
  server: server.name
} AS evidence
