/*---
title: The network rules of storage accounts let in only whom they name
resource: AzureStorageAccount
severity: high
policy: azure-network-exposure
mandates: {cis-azure-4.0: ["2.2.1.2", "10.3.2.3"]}
also: {prowler: [storage_default_network_access_rule_is_denied]}
why: >-
  Rules that let in everyone whom they do not name filter nothing, and that is what an account does
  that was given none.
fix:
  console: >-
    Storage accounts > {name} > Security + networking > Networking > Public network access > Enabled
    from selected virtual networks and IP addresses, name them > Save.
  cli: az storage account update --ids {uid} --default-action Deny
  terraform: |
    resource "azurerm_storage_account_network_rules" "this" {
      storage_account_id         = azurerm_storage_account.this.id
      default_action             = "Deny"
      bypass                     = ["AzureServices"]
      virtual_network_subnet_ids = [var.subnet_id]
    }
---*/
// Where the public address is shut, there is nobody whom the rules could let in by it.
WITH ['Disabled', 'SecuredByPerimeter'] AS shut
MATCH (account:AzureStorageAccount)
WHERE (account.default_action IS NULL OR account.default_action <> 'Deny')
  AND (account.public_network_access IS NULL OR NOT account.public_network_access IN shut)
RETURN account AS resource, {
  expected: 'Deny', actual: account.default_action,
  public_network_access: account.public_network_access
} AS evidence
