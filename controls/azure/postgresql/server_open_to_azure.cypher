/*---
title: PostgreSQL servers let in no other tenants of Azure
resource: AzurePostgresqlServer
severity: high
policy: azure-network-exposure
also: {prowler: [postgresql_flexible_server_allow_access_services_disabled]}
why: >-
  The rule for Azure services lets in whatever runs in Azure, of anyone: who rents a machine there
  stands before the sign-in.
fix:
  console: >-
    Azure Database for PostgreSQL flexible servers > {name} > Settings > Networking > clear Allow
    public access from any Azure service within Azure to this server > Save; reach it through a
    private endpoint instead.
  cli: |
    for rule in $(az postgres flexible-server firewall-rule list --resource-group {resource_group} \
      --name {name} --output tsv \
      --query "[?startIpAddress=='0.0.0.0' && endIpAddress=='0.0.0.0'].name"); do
      az postgres flexible-server firewall-rule delete --resource-group {resource_group} \
        --name {name} --rule-name "$rule" --yes
    done
  terraform: |
    # no firewall rule from 0.0.0.0 to 0.0.0.0, and instead of it:
    resource "azurerm_private_endpoint" "database" {
      name                = "{name}"
      resource_group_name = "{resource_group}"
      location            = "{region}"
      subnet_id           = var.subnet_id
      private_service_connection {
        name                           = "{name}"
        private_connection_resource_id = azurerm_postgresql_flexible_server.this.id
        subresource_names              = ["postgresqlServer"]
        is_manual_connection           = false
      }
    }
---*/
MATCH (server:AzurePostgresqlServer)-[:HAS_RULE]->(rule:AzurePostgresqlFirewallRule)
WHERE coalesce(server.public_network_access, 'Enabled') = 'Enabled'
  AND rule.allows_azure_services = true
WITH server, rule ORDER BY rule.uid
RETURN server AS resource, {rules: collect(rule.name)} AS evidence
