/*---
title: Apps do not let scripts of every site read their answers
resource: AzureWebApp
severity: medium
policy: azure-web-apps
why: >-
  Any page that someone has open may then ask the app from inside their network, and read what it
  says.
fix:
  console: App Services > {name} > API > CORS > replace * by the sites that need it > Save.
  cli: |
    az webapp cors remove --ids {uid} --allowed-origins '*'
    az webapp cors add --ids {uid} --allowed-origins "${ORIGIN:?a site that needs it}"
  terraform: |
    resource "azurerm_linux_web_app" "this" {
      name = "{name}"
      site_config {
        cors {
          allowed_origins = [var.origin]
        }
      }
    }
---*/
MATCH (app:AzureWebApp)
WHERE '*' IN app.cors_origins
RETURN app AS resource, {expected: 'known sites', actual: app.cors_origins} AS evidence
