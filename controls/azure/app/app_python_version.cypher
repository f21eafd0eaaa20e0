/*---
title: Apps in Python run a version that is still mended
resource: AzureWebApp
severity: medium
policy: azure-web-apps
also: {prowler: [app_ensure_python_version_is_latest]}
why: Flaws that are found in a version after its end stay.
fix:
  console: >-
    App Services > {name} > Settings > Configuration > Stack settings > Python version > a current
    one > Save.
  cli: az webapp config set --ids {uid} --linux-fx-version "PYTHON|3.13"
  terraform: |
    resource "azurerm_linux_web_app" "this" {
      name = "{name}"
      site_config {
        application_stack {
          python_version = "3.13"
        }
      }
    }
applies: MATCH (app:AzureWebApp) WHERE app.runtime = 'python' RETURN app AS resource
---*/
WITH 11 AS oldest_minor // 3.10 was mended until October 2026
MATCH (app:AzureWebApp)
WHERE app.runtime = 'python'
  AND toInteger(split(app.runtime_version, '.')[1]) < oldest_minor
RETURN app AS resource, {
  expected: '3.' + oldest_minor + ' or later', actual: app.runtime_version
} AS evidence
