/*---
title: MySQL servers have a standby
resource: AzureMysqlServer
severity: medium
policy: azure-databases
also: {prowler: [mysql_flexible_server_high_availability_enabled]}
why: >-
  Without a standby, a machine that fails or is patched takes the database with it until another has
  started.
fix:
  console: >-
    Azure Database for MySQL flexible servers > {name} > Settings > High availability > Enable >
    Zone redundant > Save.
  cli: >-
    az mysql flexible-server update --resource-group {resource_group} --name {name}
    --high-availability ZoneRedundant
  terraform: |
    resource "azurerm_mysql_flexible_server" "this" {
      # ...
      high_availability {
        mode = "ZoneRedundant"
      }
    }
applies: |
  MATCH (server:AzureMysqlServer)
  WHERE coalesce(server.replication_role, 'None') <> 'Replica'
  RETURN server AS resource
---*/
// A replica has none: it can be replaced by another.
MATCH (server:AzureMysqlServer)
WHERE coalesce(server.high_availability, 'Disabled') = 'Disabled'
RETURN server AS resource, {
  expected: 'ZoneRedundant or SameZone',
  actual: coalesce(server.high_availability, 'not set')
} AS evidence
