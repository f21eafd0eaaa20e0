/*---
title: Blob containers are not open to anyone
resource: AzureStorageContainer
severity: critical
policy: azure-storage-exposure
why: >-
  Whoever learns an address in the container reads what is there, without an account and without a
  trace of who it was.
fix:
  console: >-
    Storage accounts > the container's account > Data storage > Containers > {name} > Change access
    level > Private (no anonymous access) > OK.
  cli: |
    account=$(echo {uid} | cut -d/ -f9)
    az storage container set-permission --account-name "$account" --name '{name}' \
      --public-access off --auth-mode key
  terraform: |
    resource "azurerm_storage_container" "this" {
      name                  = "{name}"
      container_access_type = "private"
    }
---*/
MATCH (container:AzureStorageContainer)-[:PART_OF]->(account:AzureStorageAccount)
WHERE container.public_access IN ['Blob', 'Container']
  AND (account.allows_public_blobs IS NULL OR account.allows_public_blobs = true)
RETURN container AS resource, {
  expected: 'None', actual: container.public_access,
  allowed_by_account: account.allows_public_blobs
} AS evidence
