/*---
title: File shares take no SMB below 3.1.1
resource: AzureStorageAccount
severity: medium
policy: azure-encryption-in-transit
mandates: {cis-azure-4.0: ["10.1.2"]}
also: {prowler: [storage_smb_protocol_version_is_latest]}
why: >-
  The older versions can be talked down on the way, and the oldest encrypts nothing. An account that
  names no versions takes them all.
fix:
  console: >-
    Storage accounts > {name} > Data storage > File shares > Security > Custom > SMB protocol
    versions, SMB 3.1.1 only > Save.
  cli: |
    az storage account file-service-properties update --resource-group {resource_group} \
      --account-name {name} --versions SMB3.1.1
  terraform: |
    resource "azurerm_storage_account" "this" {
      name = "{name}"
      share_properties {
        smb {
          versions = ["SMB3.1.1"]
        }
      }
    }
applies: |
  MATCH (account:AzureStorageAccount)
  WHERE account.has_file_service = true
  RETURN account AS resource
---*/
WITH ['SMB3.1.1'] AS versions
MATCH (account:AzureStorageAccount)
WHERE account.has_file_service = true
  AND (
    account.smb_versions IS NULL
    OR any(version IN account.smb_versions WHERE NOT version IN versions)
  )
RETURN account AS resource, {expected: versions, actual: account.smb_versions} AS evidence
