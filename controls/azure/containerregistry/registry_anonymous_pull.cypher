/*---
title: Container registries give images only to those who sign in
resource: AzureContainerRegistry
severity: high
policy: azure-containers
why: An image holds programs and settings, and often a forgotten password.
fix:
  console: >-
    Container registries > {name} > Settings > Properties > Anonymous pull > off > Save; where it
    does not show, by the command line.
  cli: az acr update --name {name} --anonymous-pull-enabled false
  terraform: |
    resource "azurerm_container_registry" "this" {
      name                   = "{name}"
      anonymous_pull_enabled = false
    }
---*/
MATCH (registry:AzureContainerRegistry)
WHERE registry.anonymous_pull = true
RETURN registry AS resource, {expected: 'who signs in', actual: 'anyone'} AS evidence
