/*---
title: Functions apps reach out through a network of one's own
resource: AzureWebApp
severity: medium
policy: azure-network-exposure
also: {prowler: [app_function_vnet_integration_enabled]}
why: >-
  Otherwise they reach databases and stores over the internet, which then have to be open to it.
fix:
  console: >-
    Function App > {name} > Settings > Networking > Virtual network integration > Add virtual
    network integration > choose a network and a subnet > Connect.
  cli: >-
    az functionapp vnet-integration add --resource-group {resource_group} --name {name}
    --vnet "${NETWORK:?name of the network}" --subnet "${SUBNET:?name of the subnet}"
  terraform: |
    resource "azurerm_linux_function_app" "this" {
      name                      = "{name}"
      virtual_network_subnet_id = azurerm_subnet.functions.id
    }
applies: MATCH (app:AzureWebApp) WHERE app.is_function = true RETURN app AS resource
---*/
MATCH (app:AzureWebApp)
WHERE app.is_function = true
  AND NOT EXISTS { (app)-[:IN_SUBNET]->(:Resource) }
RETURN app AS resource, {expected: 'a subnet', actual: 'none'} AS evidence
