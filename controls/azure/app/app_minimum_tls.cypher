/*---
title: Apps take TLS 1.2 or later
resource: AzureWebApp
severity: medium
policy: azure-encryption-in-transit
also: {prowler: [app_minimum_tls_version_12]}
why: Older versions have flaws with which a connection can be read.
fix:
  console: >-
    App Services > {name} > Settings > Configuration > General settings > Minimum inbound TLS
    version > 1.2 > Save.
  cli: az webapp config set --ids {uid} --min-tls-version 1.2
  terraform: |
    resource "azurerm_linux_web_app" "this" {
      name = "{name}"
      site_config {
        minimum_tls_version = "1.2"
      }
    }
---*/
WITH ['1.2', '1.3'] AS safe
MATCH (app:AzureWebApp)
WHERE app.minimum_tls_version IS NULL
  OR NOT app.minimum_tls_version IN safe
RETURN app AS resource, {expected: safe, actual: app.minimum_tls_version} AS evidence
