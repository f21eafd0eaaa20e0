/*---
title: Firewall rules of MySQL servers are for few addresses
resource: AzureMysqlFirewallRule
severity: medium
policy: azure-network-exposure
why: The wider a rule, the more strangers it lets in beside those that it was made for.
fix:
  console: >-
    Azure Database for MySQL flexible servers > the server > Settings > Networking > Firewall rules
    > narrow {name} from {start_address} - {end_address} to the addresses in use > Save.
  cli: >-
    az mysql flexible-server firewall-rule update --ids {uid} --start-ip-address "${FIRST:?first
    address in use}" --end-ip-address "${LAST:?last address in use}"
  terraform: |
    resource "azurerm_mysql_flexible_server_firewall_rule" "office" {
      name                = "{name}"
      resource_group_name = "{resource_group}"
      server_name         = azurerm_mysql_flexible_server.this.name
      start_ip_address    = var.first_address
      end_ip_address      = var.last_address
    }
---*/
WITH 256 AS most
MATCH (rule:AzureMysqlFirewallRule)<-[:HAS_RULE]-(server:AzureMysqlServer)
WHERE rule.address_count > most
  AND coalesce(server.public_network_access, 'Enabled') = 'Enabled'
RETURN rule AS resource, {
  from: rule.start_address,
  to: rule.end_address,
  expected_at_most: most,
  actual: rule.address_count,
  server: server.name
} AS evidence
