/*---
title: Storage accounts are locked against being deleted
resource: AzureStorageAccount
severity: low
policy: azure-storage-protection
mandates: {cis-azure-4.0: ["10.3.10"]}
why: >-
  With the account goes all that it holds, and keeping what is deleted inside it helps nobody then.
  A lock has to be taken off first, by somebody who may.
fix:
  console: >-
    Storage accounts > {name} > Settings > Locks > Add > Lock type Delete > OK.
  cli: |
    az lock create --name keep --lock-type CanNotDelete --resource {uid}
  terraform: |
    resource "azurerm_management_lock" "this" {
      name       = "keep"
      scope      = azurerm_storage_account.this.id
      lock_level = "CanNotDelete"
    }
---*/
// A lock against changes keeps from deleting too, and one of its group or subscription holds it.
MATCH (account:AzureStorageAccount)
WHERE NOT any(level IN account.locks WHERE level IN ['CanNotDelete', 'ReadOnly'])
RETURN account AS resource, {expected: 'CanNotDelete', actual: account.locks} AS evidence
