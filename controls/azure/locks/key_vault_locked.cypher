/*---
title: Nobody deletes a key vault by accident
resource: AzureKeyVault
severity: low
policy: azure-governance
why: >-
  What a vault held is what everything else needs to start. A lock makes deleting it two steps, of
  which the second needs another right.
fix:
  console: >-
    Key vaults > {name} > Settings > Locks > Add > Delete > OK.
  cli: >-
    az lock create --name keep --lock-type CanNotDelete --resource {uid}
  terraform: |
    resource "azurerm_management_lock" "this" {
      name       = "keep"
      scope      = "{uid}"
      lock_level = "CanNotDelete"
    }
---*/
MATCH (vault:AzureKeyVault)
WHERE NOT EXISTS {
  MATCH (:AzureManagementLock)-[:LOCKS]->(locked:Resource)
  WHERE vault.uid = locked.uid OR vault.uid STARTS WITH locked.uid + '/'
}
RETURN vault AS resource, {expected: 'a lock, on it or above'} AS evidence
