/*---
title: Container registries are not on the internet
resource: AzureContainerRegistry
severity: medium
policy: azure-network-exposure
mandates: {cis-azure-4.0: ["2.2.1.1"]}
also: {prowler: [containerregistry_not_publicly_accessible]}
why: A stolen token is then enough to pull all images, or to put others in their place.
fix:
  console: >-
    Container registries > {name} > Settings > Networking > Public network access > Disabled > Save.
    It needs the Premium plan.
  cli: az acr update --name {name} --sku Premium --public-network-enabled false
  terraform: |
    resource "azurerm_container_registry" "this" {
      name                          = "{name}"
      sku                           = "Premium"
      public_network_access_enabled = false
    }
---*/
MATCH (registry:AzureContainerRegistry)
WHERE coalesce(registry.public_network_access, 'Enabled') = 'Enabled'
RETURN registry AS resource, {expected: 'Disabled', actual: 'Enabled'} AS evidence
