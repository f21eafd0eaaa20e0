/*---
title: What keeps the activity log is encrypted with a key of one's own
resource: AzureStorageAccount
severity: medium
policy: azure-logging
mandates: {cis-azure-4.0: ["7.1.1.3"]}
also: {prowler: [monitor_storage_account_with_activity_logs_cmk_encrypted]}
why: >-
  Who is to read the log of a whole subscription is then decided by the vault too, and can be
  taken back at once.
fix:
  console: >-
    Storage accounts > {name} > Security + networking > Encryption > Customer-managed keys >
    choose a key > Save.
  cli: |
    az storage account update --ids {uid} --encryption-key-source Microsoft.Keyvault \
      --encryption-key-vault "$VAULT_URI" --encryption-key-name "$KEY_NAME"
  terraform: |
    resource "azurerm_storage_account_customer_managed_key" "this" {
      storage_account_id = "{uid}"
      key_vault_id       = var.vault_id
      key_name           = var.key_name
    }
---*/
MATCH (account:AzureStorageAccount)
WHERE (account.key_source IS NULL OR toLower(account.key_source) <> 'microsoft.keyvault')
  AND EXISTS {
    (account)<-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureSubscription)
  }
RETURN account AS resource, {expected: 'Microsoft.Keyvault', actual: account.key_source} AS evidence
