/*---
title: Nobody deletes what keeps the activity log by accident
resource: AzureStorageAccount
severity: low
policy: azure-governance
why: >-
  With the account the record goes of who deleted it. A lock makes that two steps, of which the
  second needs another right.
fix:
  console: >-
    Storage accounts > {name} > Settings > Locks > Add > Delete > OK.
  cli: >-
    az lock create --name keep --lock-type CanNotDelete --resource {uid}
  terraform: |
    resource "azurerm_management_lock" "this" {
      name       = "keep"
      scope      = "{uid}"
      lock_level = "CanNotDelete"
    }
---*/
MATCH (account:AzureStorageAccount)
WHERE NOT EXISTS {
  MATCH (:AzureManagementLock)-[:LOCKS]->(locked:Resource)
  WHERE account.uid = locked.uid OR account.uid STARTS WITH locked.uid + '/'
} AND EXISTS {
  (account)<-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureSubscription)
}
RETURN account AS resource, {expected: 'a lock, on it or above'} AS evidence
