/*---
title: Audit logs of MySQL servers have the sign-ins
resource: AzureMysqlServer
severity: medium
policy: azure-logging
also: {prowler: [mysql_flexible_server_audit_log_connection_activated]}
why: Passwords that are guessed and sign-ins from unusual places show in them, and nowhere else.
fix:
  console: >-
    Azure Database for MySQL flexible servers > {name} > Settings > Server parameters >
    audit_log_events > CONNECTION > Save.
  cli: >-
    az mysql flexible-server parameter set --resource-group {resource_group} --server-name {name}
    --name audit_log_events --value CONNECTION
  terraform: |
    resource "azurerm_mysql_flexible_server_configuration" "audit_log_events" {
      resource_group_name = "{resource_group}"
      server_name         = "{name}"
      name                = "audit_log_events"
      value               = "CONNECTION"
    }
applies: |
  MATCH (server:AzureMysqlServer)
  WHERE server.audit_log_enabled = true
  RETURN server AS resource
---*/
WITH 'CONNECTION' AS event
MATCH (server:AzureMysqlServer)
WHERE NOT event IN server.audit_log_events
RETURN server AS resource, {expected: event, actual: server.audit_log_events} AS evidence
