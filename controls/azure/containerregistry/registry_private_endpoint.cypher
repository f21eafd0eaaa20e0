/*---
title: Container registries are reached by private endpoints
resource: AzureContainerRegistry
severity: medium
policy: azure-network-exposure
mandates: {cis-azure-4.0: ["2.2.2.1"]}
also: {prowler: [containerregistry_uses_private_link]}
why: What pulls an image from inside the network has then no need of the internet.
fix:
  console: >-
    Container registries > {name} > Settings > Networking > Private access > Create a private
    endpoint connection. It needs the Premium plan.
  cli: |
    az acr update --name {name} --sku Premium
    az network private-endpoint create --resource-group {resource_group} \
      --name {name}-endpoint --connection-name {name} --group-id registry \
      --private-connection-resource-id {uid} --subnet "${SUBNET:?id of a subnet}"
  terraform: |
    resource "azurerm_private_endpoint" "registry" {
      name                = "{name}-endpoint"
      resource_group_name = "{resource_group}"
      location            = "{region}"
      subnet_id           = azurerm_subnet.this.id
      private_service_connection {
        name                           = "{name}"
        private_connection_resource_id = azurerm_container_registry.this.id
        subresource_names              = ["registry"]
        is_manual_connection           = false
      }
    }
---*/
MATCH (registry:AzureContainerRegistry)
WHERE NOT EXISTS { (registry)-[:HAS_PRIVATE_ENDPOINT]->(:Resource) }
RETURN registry AS resource, {expected: 'a private endpoint', actual: 'none'} AS evidence
