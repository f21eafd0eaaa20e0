/*---
title: Databases of SQL servers are encrypted with a key of one's own
resource: AzureSqlServer
severity: medium
policy: azure-encryption
also: {prowler: [sqlserver_tde_encrypted_with_cmk]}
why: >-
  Who holds the key decides who reads the data: one's own can be audited, replaced and taken away.
fix:
  console: >-
    SQL servers > {name} > Security > Transparent data encryption > Customer-managed key > Select a
    key > Save.
  cli: |
    key="${KEY_ID:?address of a key with its version}"
    az sql server key create --resource-group {resource_group} --server {name} --kid "$key"
    az sql server tde-key set --resource-group {resource_group} --server {name} \
      --server-key-type AzureKeyVault --kid "$key"
  terraform: |
    resource "azurerm_mssql_server_transparent_data_encryption" "this" {
      server_id        = azurerm_mssql_server.this.id
      key_vault_key_id = azurerm_key_vault_key.databases.id
    }
---*/
MATCH (server:AzureSqlServer)
WHERE coalesce(server.key_source, 'ServiceManaged') = 'ServiceManaged'
RETURN server AS resource, {
  expected: 'AzureKeyVault',
  actual: coalesce(server.key_source, 'not set')
} AS evidence
