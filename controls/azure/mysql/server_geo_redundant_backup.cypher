/*---
title: Backups of MySQL servers are kept in another region too
resource: AzureMysqlServer
severity: medium
policy: azure-databases
also: {prowler: [mysql_flexible_server_geo_redundant_backup_enabled]}
why: What takes a whole region away takes the server and its backups together.
fix:
  console: >-
    Azure Database for MySQL flexible servers > {name} > Settings > Compute + storage > Backups >
    tick Recover from regional outage or disaster (geo-redundancy) > Save.
  cli: >-
    az mysql flexible-server update --resource-group {resource_group} --name {name}
    --geo-redundant-backup Enabled
  terraform: |
    resource "azurerm_mysql_flexible_server" "this" {
      # ...
      geo_redundant_backup_enabled = true # makes another server
    }
applies: |
  MATCH (server:AzureMysqlServer)
  WHERE coalesce(server.replication_role, 'None') <> 'Replica'
  RETURN server AS resource
---*/
// What a replica holds is backed up where it comes from.
MATCH (server:AzureMysqlServer)
WHERE coalesce(server.geo_redundant_backup, false) = false
RETURN server AS resource, {
  expected: 'Enabled',
  actual: coalesce(server.geo_redundant_backup, 'not set')
} AS evidence
