/*---
title: Web apps speak HTTP/2
resource: AzureWebApp
severity: low
policy: azure-web-apps
also: {prowler: [app_ensure_using_http20]}
why: >-
  It needs fewer connections, and leaves out ways to confuse a server about where a request ends.
fix:
  console: >-
    App Services > {name} > Settings > Configuration > General settings > HTTP version > 2.0 > Save.
  cli: az webapp config set --ids {uid} --http20-enabled true
  terraform: |
    resource "azurerm_linux_web_app" "this" {
      name = "{name}"
      site_config {
        http2_enabled = true
      }
    }
applies: MATCH (app:AzureWebApp) WHERE app.is_function = false RETURN app AS resource
---*/
MATCH (app:AzureWebApp)
WHERE app.is_function = false
  AND coalesce(app.http2, false) = false
RETURN app AS resource, {expected: '2.0', actual: '1.1'} AS evidence
