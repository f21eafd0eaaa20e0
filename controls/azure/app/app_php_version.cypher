/*---
title: Apps in PHP run a version that is still mended
resource: AzureWebApp
severity: medium
policy: azure-web-apps
also: {prowler: [app_ensure_php_version_is_latest]}
why: Flaws that are found in a version after its end stay.
fix:
  console: >-
    App Services > {name} > Settings > Configuration > Stack settings > PHP version > a current one
    > Save.
  cli: az webapp config set --ids {uid} --linux-fx-version "PHP|8.4"
  terraform: |
    resource "azurerm_linux_web_app" "this" {
      name = "{name}"
      site_config {
        application_stack {
          php_version = "8.4"
        }
      }
    }
applies: MATCH (app:AzureWebApp) WHERE app.runtime = 'php' RETURN app AS resource
---*/
WITH 8.2 AS oldest // 8.1 was mended until December 2025
MATCH (app:AzureWebApp)
WHERE app.runtime = 'php'
  AND toFloat(app.runtime_version) < oldest
RETURN app AS resource, {
  expected: toString(oldest) + ' or later', actual: app.runtime_version
} AS evidence
