/*---
title: Storage accounts are reached through private endpoints
resource: AzureStorageAccount
severity: medium
policy: azure-network-exposure
mandates: {cis-azure-4.0: ["2.2.2.1", "10.3.2.1"]}
also: {prowler: [storage_ensure_private_endpoints_in_storage_accounts]}
why: >-
  With an address inside the network, what is stored never crosses the internet, and the public
  address can be shut. An endpoint that nobody approved leads nowhere.
fix:
  console: >-
    Storage accounts > {name} > Security + networking > Networking > Private endpoint connections >
    Private endpoint; or approve the one that waits.
  cli: |
    az network private-endpoint create --resource-group {resource_group} --name {name} \
      --connection-name {name} --private-connection-resource-id {uid} --group-id blob \
      --subnet "${SUBNET:?id of a subnet}"
  terraform: |
    resource "azurerm_private_endpoint" "this" {
      name                = "{name}"
      resource_group_name = "{resource_group}"
      location            = "{region}"
      subnet_id           = var.subnet_id

      private_service_connection {
        name                           = "{name}"
        private_connection_resource_id = azurerm_storage_account.this.id
        subresource_names              = ["blob"]
        is_manual_connection           = false
      }
    }
---*/
MATCH (account:AzureStorageAccount)
WHERE NOT EXISTS {
  (account)-[way:HAS_PRIVATE_ENDPOINT]->(:Resource) WHERE way.status = 'Approved'
}
RETURN account AS resource, {expected: 'an approved private endpoint'} AS evidence
