/*---
title: Storage accounts take no TLS below 1.2
resource: AzureStorageAccount
severity: medium
policy: azure-encryption-in-transit
mandates: {cis-azure-4.0: ["10.3.7"]}
also: {prowler: [storage_ensure_minimum_tls_version_12]}
why: >-
  The older versions can be broken, and a client that may choose can be talked into choosing them.
  An account that does not say a version takes them all.
fix:
  console: >-
    Storage accounts > {name} > Settings > Configuration > Minimum TLS version > Version 1.2 > Save.
  cli: az storage account update --ids {uid} --min-tls-version TLS1_2
  terraform: |
    resource "azurerm_storage_account" "this" {
      name            = "{name}"
      min_tls_version = "TLS1_2"
    }
---*/
WITH ['TLS1_2', 'TLS1_3'] AS versions
MATCH (account:AzureStorageAccount)
WHERE account.minimum_tls_version IS NULL OR NOT account.minimum_tls_version IN versions
RETURN account AS resource, {
  expected: versions, actual: account.minimum_tls_version
} AS evidence
