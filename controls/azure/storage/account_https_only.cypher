/*---
title: Storage accounts refuse requests in clear text
resource: AzureStorageAccount
severity: high
policy: azure-encryption-in-transit
mandates: {cis-azure-4.0: ["10.3.4"]}
also: {prowler: [storage_secure_transfer_required_is_enabled]}
why: What is sent in clear text can be read and changed by everyone on the way.
fix:
  console: >-
    Storage accounts > {name} > Settings > Configuration > Secure transfer required > Enabled >
    Save.
  cli: az storage account update --ids {uid} --https-only true
  terraform: |
    resource "azurerm_storage_account" "this" {
      name                       = "{name}"
      https_traffic_only_enabled = true
    }
---*/
MATCH (account:AzureStorageAccount)
WHERE account.https_only = false
RETURN account AS resource, {expected: true, actual: account.https_only} AS evidence
