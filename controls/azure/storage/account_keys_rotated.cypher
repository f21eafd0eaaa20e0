/*---
title: The keys of storage accounts are at most 90 days old
resource: AzureStorageAccount
severity: medium
policy: azure-storage-exposure
mandates: {cis-azure-4.0: ["10.3.1.2"]}
why: >-
  The longer a key lives, the more scripts, laptops and former colleagues have a copy of it, and
  each copy opens the whole account. Keys without a time of their own are as old as the account.
fix:
  console: >-
    Storage accounts > {name} > Security + networking > Access keys > Rotate key, for one key and,
    when its clients use that, for the other.
  cli: |
    az storage account keys renew --resource-group {resource_group} --account-name {name} \
      --key primary
    # when its clients use the new key:
    az storage account keys renew --resource-group {resource_group} --account-name {name} \
      --key secondary
  terraform: |
    # Terraform does not rotate these keys; better, let none be used:
    resource "azurerm_storage_account" "this" {
      name                      = "{name}"
      shared_access_key_enabled = false
    }
applies: |
  MATCH (account:AzureStorageAccount)
  WHERE account.allows_shared_key IS NULL OR account.allows_shared_key = true
  RETURN account AS resource
---*/
// Keys that the account does not take open nothing, however old they are.
WITH 90 AS max_age_days
MATCH (account:AzureStorageAccount)
WHERE (account.allows_shared_key IS NULL OR account.allows_shared_key = true)
WITH account, max_age_days, coalesce(account.keys_created_at, account.created_at) AS made
WHERE made IS NULL OR made < datetime() - duration({days: max_age_days})
RETURN account AS resource, {
  keys_made: account.keys_created_at, account_made: account.created_at,
  expected: 'at most ' + max_age_days + ' days old'
} AS evidence
