/*---
title: SQL databases are encrypted at rest
resource: AzureSqlDatabase
severity: high
policy: azure-encryption
also: {prowler: [sqlserver_tde_encryption_enabled]}
why: Files, backups and copies of a database in clear are readable to whoever gets hold of one.
fix:
  console: >-
    SQL databases > {name} > Security > Data Encryption > Transparent data encryption > On > Save.
  cli: az sql db tde set --ids {uid} --status Enabled
  terraform: |
    resource "azurerm_mssql_database" "this" {
      # ...
      transparent_data_encryption_enabled = true
    }
---*/
MATCH (database:AzureSqlDatabase)
WHERE coalesce(database.is_encrypted, false) = false
RETURN database AS resource, {
  expected: 'Enabled',
  actual: coalesce(database.is_encrypted, 'not set')
} AS evidence
