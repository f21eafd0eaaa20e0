/*---
title: Apps in Java run a version that is still mended
resource: AzureWebApp
severity: medium
policy: azure-web-apps
also: {prowler: [app_ensure_java_version_is_latest]}
why: Flaws that are found in a version after its end stay.
fix:
  console: >-
    App Services > {name} > Settings > Configuration > Stack settings > Java version > a current one
    > Save.
  cli: az webapp config set --ids {uid} --linux-fx-version "JAVA|21-java21"
  terraform: |
    resource "azurerm_linux_web_app" "this" {
      name = "{name}"
      site_config {
        application_stack {
          java_server         = "JAVA"
          java_server_version = "21"
          java_version        = "21"
        }
      }
    }
applies: MATCH (app:AzureWebApp) WHERE app.runtime = 'java' RETURN app AS resource
---*/
WITH 11 AS oldest // on App Service, 8 is mended until November 2026
MATCH (app:AzureWebApp)
WHERE app.runtime = 'java'
  AND toInteger(app.runtime_version) < oldest
RETURN app AS resource, {
  expected: toString(oldest) + ' or later', actual: app.runtime_version
} AS evidence
