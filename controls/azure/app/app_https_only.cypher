/*---
title: Apps send requests in clear text on to HTTPS
resource: AzureWebApp
severity: high
policy: azure-encryption-in-transit
also:
  prowler:
    - app_ensure_http_is_redirected_to_https
    - app_function_ensure_http_is_redirected_to_https
why: Sessions and passwords sent in clear text are read by everyone on the way.
fix:
  console: >-
    App Services > {name} > Settings > Configuration > General settings > HTTPS Only > On > Save.
  cli: az resource update --ids {uid} --set properties.httpsOnly=true
  terraform: |
    resource "azurerm_linux_web_app" "this" {
      name       = "{name}"
      https_only = true
    }
---*/
MATCH (app:AzureWebApp)
WHERE coalesce(app.https_only, false) = false
RETURN app AS resource, {expected: 'HTTPS only', actual: 'clear text too'} AS evidence
