/*---
title: Container registries answer only to networks that are named
resource: AzureContainerRegistry
severity: high
policy: azure-network-exposure
mandates: {cis-azure-4.0: ["2.2.1.2"]}
why: >-
  Where the internet has to reach a registry, it is a few addresses that have to: all others only
  try passwords.
fix:
  console: >-
    Container registries > {name} > Settings > Networking > Public network access > Selected
    networks > add the addresses that need it > Save. It needs the Premium plan.
  cli: |
    az acr update --name {name} --sku Premium --default-action Deny
    az acr network-rule add --name {name} --ip-address "${ADDRESS:?one that needs it}"
  terraform: |
    resource "azurerm_container_registry" "this" {
      name = "{name}"
      sku  = "Premium"
      network_rule_set {
        default_action = "Deny"
        ip_rule {
          action   = "Allow"
          ip_range = var.trusted_block
        }
      }
    }
---*/
MATCH (registry:AzureContainerRegistry)
WHERE coalesce(registry.public_network_access, 'Enabled') = 'Enabled'
  AND coalesce(registry.default_action, 'Allow') = 'Allow'
RETURN registry AS resource, {expected: 'Deny', actual: 'Allow'} AS evidence
