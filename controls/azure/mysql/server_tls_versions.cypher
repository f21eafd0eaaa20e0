/*---
title: MySQL servers take TLS 1.2 or newer only
resource: AzureMysqlServer
severity: high
policy: azure-encryption-in-transit
also: {prowler: [mysql_flexible_server_minimum_tls_version_12]}
why: Older versions have holes by which what is sent can be read, passwords among it.
fix:
  console: >-
    Azure Database for MySQL flexible servers > {name} > Settings > Server parameters > tls_version
    > TLSv1.2,TLSv1.3 > Save.
  cli: >-
    az mysql flexible-server parameter set --resource-group {resource_group} --server-name {name}
    --name tls_version --value TLSv1.2,TLSv1.3
  terraform: |
    resource "azurerm_mysql_flexible_server_configuration" "tls_version" {
      resource_group_name = "{resource_group}"
      server_name         = "{name}"
      name                = "tls_version"
      value               = "TLSv1.2,TLSv1.3"
    }
---*/
WITH ['TLSv1', 'TLSv1.0', 'TLSv1.1'] AS old
MATCH (server:AzureMysqlServer)
WHERE any(version IN server.tls_versions WHERE version IN old)
RETURN server AS resource, {refused: old, actual: server.tls_versions} AS evidence
