/*---
title: PostgreSQL servers have a standby
resource: AzurePostgresqlServer
severity: medium
policy: azure-databases
also: {prowler: [postgresql_flexible_server_high_availability_enabled]}
why: >-
  Without a standby, a machine that fails or is patched takes the database with it until another has
  started.
fix:
  console: >-
    Azure Database for PostgreSQL flexible servers > {name} > Settings > High availability > Enable
    > Zone redundant > Save.
  cli: >-
    az postgres flexible-server update --resource-group {resource_group} --name {name}
    --high-availability ZoneRedundant
  terraform: |
    resource "azurerm_postgresql_flexible_server" "this" {
      # ...
      high_availability {
        mode = "ZoneRedundant"
      }
    }
applies: |
  MATCH (server:AzurePostgresqlServer)
  WHERE NOT coalesce(server.replication_role, 'None') IN ['AsyncReplica', 'GeoAsyncReplica']
  RETURN server AS resource
---*/
// A replica has none: it can be replaced by another.
MATCH (server:AzurePostgresqlServer)
WHERE coalesce(server.high_availability, 'Disabled') = 'Disabled'
RETURN server AS resource, {
  expected: 'ZoneRedundant or SameZone',
  actual: coalesce(server.high_availability, 'not set')
} AS evidence
