/*---
title: Backups of PostgreSQL servers are kept in another region too
resource: AzurePostgresqlServer
severity: medium
policy: azure-databases
also: {prowler: [postgresql_flexible_server_geo_redundant_backup_enabled]}
why: What takes a whole region away takes the server and its backups together.
fix:
  console: >-
    Azure Database for PostgreSQL flexible servers > {name} > Overview > Restore > Compute + storage
    > tick Recover from regional outage or disaster > Create; lead clients to the new server, then
    delete {name}.
  cli: |
    # it is chosen when a server is made: make another from a backup of this one
    az postgres flexible-server restore --resource-group {resource_group} \
      --source-server {uid} --name "${SERVER:?a name for the new server}" \
      --geo-redundant-backup Enabled
  terraform: |
    resource "azurerm_postgresql_flexible_server" "this" {
      # ...
      geo_redundant_backup_enabled = true # makes another server
    }
applies: |
  MATCH (server:AzurePostgresqlServer)
  WHERE NOT coalesce(server.replication_role, 'None') IN ['AsyncReplica', 'GeoAsyncReplica']
  RETURN server AS resource
---*/
// What a replica holds is backed up where it comes from.
MATCH (server:AzurePostgresqlServer)
WHERE coalesce(server.geo_redundant_backup, false) = false
RETURN server AS resource, {
  expected: 'Enabled',
  actual: coalesce(server.geo_redundant_backup, 'not set')
} AS evidence
