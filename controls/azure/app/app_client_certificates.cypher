/*---
title: Web apps ask for client certificates
resource: AzureWebApp
severity: medium
policy: azure-web-apps
also: {prowler: [app_client_certificates_on]}
why: Who has no certificate does not get as far as the app, whatever password they have.
fix:
  console: >-
    App Services > {name} > Settings > Configuration > General settings > Client certificate mode >
    Require > Save.
  cli: az webapp update --ids {uid} --set clientCertEnabled=true clientCertMode=Required
  terraform: |
    resource "azurerm_linux_web_app" "this" {
      name                       = "{name}"
      client_certificate_enabled = true
      client_certificate_mode    = "Required"
    }
applies: MATCH (app:AzureWebApp) WHERE app.is_function = false RETURN app AS resource
---*/
MATCH (app:AzureWebApp)
WHERE app.is_function = false
  AND (
    coalesce(app.client_certificates, false) = false
    OR app.client_certificate_mode <> 'Required'
  )
RETURN app AS resource, {
  expected: 'Required', asks: app.client_certificates, mode: app.client_certificate_mode
} AS evidence
