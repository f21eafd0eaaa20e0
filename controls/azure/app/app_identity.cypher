/*---
title: Apps act with a managed identity
resource: AzureWebApp
severity: medium
policy: azure-web-apps
also: {prowler: [app_register_with_identity, app_function_identity_is_configured]}
why: >-
  Without an identity, an app gets to other services with passwords in its settings, which last for
  ever and leak.
fix:
  console: >-
    App Services > {name} > Settings > Identity > System assigned > Status > On > Save.
  cli: az webapp identity assign --ids {uid}
  terraform: |
    resource "azurerm_linux_web_app" "this" {
      name = "{name}"
      identity {
        type = "SystemAssigned"
      }
    }
---*/
MATCH (app:AzureWebApp)
WHERE NOT EXISTS { (app)-[:ACTS_AS|HAS_IDENTITY]->(:Resource) }
RETURN app AS resource, {expected: 'an identity', actual: 'none'} AS evidence
