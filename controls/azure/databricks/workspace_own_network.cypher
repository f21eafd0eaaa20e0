/*---
title: Databricks workspaces stand in a virtual network of the company's
resource: AzureDatabricksWorkspace
severity: medium
policy: azure-network-design
mandates: {cis-azure-4.0: ["3.1.1"]}
also: {prowler: [databricks_workspace_vnet_injection_enabled]}
why: In the network that Azure makes for it, nobody can filter or watch what the clusters send.
fix:
  console: >-
    A workspace can't be moved. Create another: Azure Databricks > Create > Networking > Deploy in
    your own Virtual Network > Yes, and move what {name} holds.
  cli: >-
    az databricks workspace create --resource-group <group> --name <new name> --sku premium
    --vnet <virtual network id> --public-subnet <subnet> --private-subnet <subnet>
  terraform: |
    resource "azurerm_databricks_workspace" "this" {
      name = "{name}"
      sku  = "premium"
      custom_parameters {
        virtual_network_id  = azurerm_virtual_network.this.id
        public_subnet_name  = "databricks-public"
        private_subnet_name = "databricks-private"
      }
    }
---*/
MATCH (workspace:AzureDatabricksWorkspace)
WHERE NOT EXISTS { (workspace)-[:IN_NETWORK]->() }
RETURN workspace AS resource, {expected: 'a network of its own', actual: 'none'} AS evidence
