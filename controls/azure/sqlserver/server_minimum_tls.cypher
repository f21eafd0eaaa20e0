/*---
title: SQL servers take TLS 1.2 or newer only
resource: AzureSqlServer
severity: high
policy: azure-encryption-in-transit
also: {prowler: [sqlserver_recommended_minimal_tls_version]}
why: Older versions have holes by which what is sent can be read, passwords among it.
fix:
  console: >-
    SQL servers > {name} > Security > Networking > Connectivity > Encryption in transit > Minimum
    TLS version > TLS 1.2 > Save.
  cli: >-
    az sql server update --resource-group {resource_group} --name {name} --minimal-tls-version 1.2
  terraform: |
    resource "azurerm_mssql_server" "this" {
      # ...
      minimum_tls_version = "1.2"
    }
---*/
WITH ['1.2', '1.3'] AS versions
MATCH (server:AzureSqlServer)
WHERE server.minimum_tls_version IS NULL
  OR NOT server.minimum_tls_version IN versions
RETURN server AS resource, {
  expected: versions,
  actual: coalesce(server.minimum_tls_version, 'not set')
} AS evidence
