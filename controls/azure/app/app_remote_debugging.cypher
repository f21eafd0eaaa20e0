/*---
title: Apps have remote debugging switched off
resource: AzureWebApp
severity: high
policy: azure-web-apps
why: >-
  A debugger reads and changes whatever the app holds in memory; ports for it are open as long as it
  is on.
fix:
  console: >-
    App Services > {name} > Settings > Configuration > General settings > Remote debugging > Off >
    Save.
  cli: az webapp config set --ids {uid} --remote-debugging-enabled false
  terraform: |
    resource "azurerm_linux_web_app" "this" {
      name = "{name}"
      site_config {
        remote_debugging_enabled = false
      }
    }
---*/
MATCH (app:AzureWebApp)
WHERE app.remote_debugging = true
RETURN app AS resource, {expected: 'off', actual: 'on'} AS evidence
