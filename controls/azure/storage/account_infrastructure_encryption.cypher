/*---
title: Storage accounts encrypt what they hold twice
resource: AzureStorageAccount
severity: low
policy: azure-encryption
also: {prowler: [storage_infrastructure_encryption_is_enabled]}
why: >-
  A second layer, with another key and another algorithm, still holds where the first one turns out
  to be broken.
fix:
  console: >-
    It can be chosen only for a new account: Storage accounts > Create > Encryption > Enable
    infrastructure encryption; then move the data of {name} there.
  cli: |
    az storage account create --resource-group {resource_group} --location {region} \
      --name "${NAME:?name of a new account}" --require-infrastructure-encryption true
    # then move the data of {name} there
  terraform: |
    resource "azurerm_storage_account" "doubly_encrypted" {
      infrastructure_encryption_enabled = true # in place of {name}
    }
---*/
MATCH (account:AzureStorageAccount)
WHERE account.infrastructure_encryption IS NULL OR account.infrastructure_encryption = false
RETURN account AS resource, {expected: true, actual: account.infrastructure_encryption} AS evidence
