/*---
title: Storage accounts are not reached over the internet
resource: AzureStorageAccount
severity: high
policy: azure-network-exposure
mandates: {cis-azure-4.0: ["2.2.1.1", "10.3.2.2"]}
also: {prowler: [storage_account_public_network_access_disabled]}
why: >-
  An account that answers the whole internet is one leaked key or one loose role away from being
  emptied from anywhere. One that does not say that it is shut is open.
fix:
  console: >-
    Storage accounts > {name} > Security + networking > Networking > Public network access >
    Disabled > Save, once its clients have a private endpoint.
  cli: az storage account update --ids {uid} --public-network-access Disabled
  terraform: |
    resource "azurerm_storage_account" "this" {
      name                          = "{name}"
      public_network_access_enabled = false
    }
---*/
// A security perimeter shuts the public address too, and says itself whom it lets in.
WITH ['Disabled', 'SecuredByPerimeter'] AS shut
MATCH (account:AzureStorageAccount)
WHERE account.public_network_access IS NULL OR NOT account.public_network_access IN shut
RETURN account AS resource, {
  expected: 'Disabled', actual: account.public_network_access,
  network_rules_default: account.default_action
} AS evidence
