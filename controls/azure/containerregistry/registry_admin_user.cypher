/*---
title: Container registries have no admin user
resource: AzureContainerRegistry
severity: high
policy: azure-containers
also: {prowler: [containerregistry_admin_user_disabled]}
why: >-
  One password for everything, which belongs to nobody: whoever has it replaces any image, and no
  log tells who it was.
fix:
  console: Container registries > {name} > Settings > Access keys > Admin user > off.
  cli: az acr update --name {name} --admin-enabled false
  terraform: |
    resource "azurerm_container_registry" "this" {
      name          = "{name}"
      admin_enabled = false
    }
---*/
MATCH (registry:AzureContainerRegistry)
WHERE registry.admin_user = true
RETURN registry AS resource, {expected: 'off', actual: 'on'} AS evidence
