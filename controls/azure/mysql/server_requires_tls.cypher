/*---
title: MySQL servers refuse connections in clear text
resource: AzureMysqlServer
severity: high
policy: azure-encryption-in-transit
also: {prowler: [mysql_flexible_server_ssl_connection_enabled]}
why: Passwords and rows that pass in clear text are there to read for whoever is on the way.
fix:
  console: >-
    Azure Database for MySQL flexible servers > {name} > Settings > Server parameters >
    require_secure_transport > ON > Save.
  cli: >-
    az mysql flexible-server parameter set --resource-group {resource_group} --server-name {name}
    --name require_secure_transport --value ON
  terraform: |
    resource "azurerm_mysql_flexible_server_configuration" "require_secure_transport" {
      resource_group_name = "{resource_group}"
      server_name         = "{name}"
      name                = "require_secure_transport"
      value               = "ON"
    }
---*/
MATCH (server:AzureMysqlServer)
WHERE server.requires_tls = false
RETURN server AS resource, {expected: 'TLS only', actual: 'clear text is taken'} AS evidence
