/*---
title: File shares are sent with AES-256-GCM only
resource: AzureStorageAccount
severity: medium
policy: azure-encryption-in-transit
mandates: {cis-azure-4.0: ["10.1.3"]}
also: {prowler: [storage_smb_channel_encryption_with_secure_algorithm]}
why: >-
  Client and server settle on any cipher that both take, so the weakest that is taken is what
  protects the files. An account that names no cipher takes them all.
fix:
  console: >-
    Storage accounts > {name} > Data storage > File shares > Security > Custom > SMB channel
    encryption, AES-256-GCM only > Save.
  cli: |
    az storage account file-service-properties update --resource-group {resource_group} \
      --account-name {name} --channel-encryption AES-256-GCM
  terraform: |
    resource "azurerm_storage_account" "this" {
      name = "{name}"
      share_properties {
        smb {
          channel_encryption_type = ["AES-256-GCM"]
        }
      }
    }
applies: |
  MATCH (account:AzureStorageAccount)
  WHERE account.has_file_service = true
  RETURN account AS resource
---*/
WITH ['AES-256-GCM'] AS ciphers
MATCH (account:AzureStorageAccount)
WHERE account.has_file_service = true
  AND (
    account.smb_channel_encryption IS NULL
    OR any(cipher IN account.smb_channel_encryption WHERE NOT cipher IN ciphers)
  )
RETURN account AS resource, {expected: ciphers, actual: account.smb_channel_encryption} AS evidence
