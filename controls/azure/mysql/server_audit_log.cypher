/*---
title: MySQL servers keep an audit log
resource: AzureMysqlServer
severity: medium
policy: azure-logging
also: {prowler: [mysql_flexible_server_audit_log_enabled]}
why: >-
  Who signed in and what was asked can't be told afterwards where nothing was recorded. New servers
  record nothing.
fix:
  console: >-
    Azure Database for MySQL flexible servers > {name} > Settings > Server parameters >
    audit_log_enabled > ON > Save.
  cli: >-
    az mysql flexible-server parameter set --resource-group {resource_group} --server-name {name}
    --name audit_log_enabled --value ON
  terraform: |
    resource "azurerm_mysql_flexible_server_configuration" "audit_log_enabled" {
      resource_group_name = "{resource_group}"
      server_name         = "{name}"
      name                = "audit_log_enabled"
      value               = "ON"
    }
---*/
MATCH (server:AzureMysqlServer)
WHERE coalesce(server.audit_log_enabled, false) = false
RETURN server AS resource, {
  expected: 'ON',
  actual: coalesce(server.audit_log_enabled, 'not set')
} AS evidence
