/*---
title: Key vaults are reached through private endpoints
resource: AzureKeyVault
severity: medium
policy: azure-network-exposure
mandates: {cis-azure-4.0: ["9.3.8"]}
also: {prowler: [keyvault_private_endpoints]}
why: >-
  With an address inside the network, keys and secrets never cross the internet, and the public
  address can be shut. An endpoint that nobody approved leads nowhere.
fix:
  console: >-
    Key vaults > {name} > Settings > Networking > Private endpoint connections > Create; or approve
    the one that waits.
  cli: |
    az network private-endpoint create --resource-group {resource_group} --name {name} \
      --connection-name {name} --private-connection-resource-id {uid} --group-id vault \
      --subnet "${SUBNET:?id of a subnet}"
  terraform: |
    resource "azurerm_private_endpoint" "this" {
      name                = "{name}"
      resource_group_name = "{resource_group}"
      location            = "{region}"
      subnet_id           = var.subnet_id

      private_service_connection {
        name                           = "{name}"
        private_connection_resource_id = azurerm_key_vault.this.id
        subresource_names              = ["vault"]
        is_manual_connection           = false
      }
    }
---*/
MATCH (vault:AzureKeyVault)
WHERE NOT EXISTS {
  (vault)-[way:HAS_PRIVATE_ENDPOINT]->(:Resource) WHERE way.status = 'Approved'
}
RETURN vault AS resource, {expected: 'an approved private endpoint'} AS evidence
