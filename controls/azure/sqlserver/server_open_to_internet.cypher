/*---
title: The internet reaches no SQL server
resource: AzureSqlServer
severity: critical
policy: azure-network-exposure
also: {prowler: [sqlserver_unrestricted_inbound_access]}
why: >-
  Its firewall lets in as many addresses as no company has. Passwords of databases are tried without
  end wherever a port answers.
fix:
  console: >-
    SQL servers > {name} > Security > Networking > Firewall rules > delete the wide rule, add the
    addresses that you know > Save.
  cli: >-
    az sql server firewall-rule delete --resource-group {resource_group} --server {name} --name
    "${RULE:?name of the wide rule}"
  terraform: |
    resource "azurerm_mssql_firewall_rule" "office" {
      name             = "office"
      server_id        = azurerm_mssql_server.this.id
      start_ip_address = var.first_address
      end_ip_address   = var.last_address
    }
---*/
WITH 16777216 AS addresses
MATCH (server:AzureSqlServer)-[:HAS_RULE]->(rule:AzureSqlFirewallRule)
WHERE coalesce(server.public_network_access, 'Enabled') = 'Enabled'
  AND rule.address_count >= addresses
WITH server, rule ORDER BY rule.uid
RETURN server AS resource, {
  rules: collect({name: rule.name, from: rule.start_address, to: rule.end_address})
} AS evidence
