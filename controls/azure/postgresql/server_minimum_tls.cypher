/*---
title: PostgreSQL servers take TLS 1.2 or newer only
resource: AzurePostgresqlServer
severity: high
policy: azure-encryption-in-transit
why: Older versions have holes by which what is sent can be read, passwords among it.
fix:
  console: >-
    Azure Database for PostgreSQL flexible servers > {name} > Settings > Server parameters >
    ssl_min_protocol_version > TLSv1.2 > Save.
  cli: >-
    az postgres flexible-server parameter set --resource-group {resource_group} --server-name {name}
    --name ssl_min_protocol_version --value TLSv1.2
  terraform: |
    resource "azurerm_postgresql_flexible_server_configuration" "ssl_min_protocol_version" {
      server_id = azurerm_postgresql_flexible_server.this.id
      name      = "ssl_min_protocol_version"
      value     = "TLSv1.2"
    }
---*/
WITH ['TLSv1', 'TLSv1.1'] AS old
MATCH (server:AzurePostgresqlServer)
WHERE server.minimum_tls_version IN old
RETURN server AS resource, {refused: old, actual: server.minimum_tls_version} AS evidence
