/*---
title: Apps take no FTP in clear text
resource: AzureWebApp
severity: high
policy: azure-encryption-in-transit
also: {prowler: [app_ftp_deployment_disabled]}
why: >-
  Plain FTP sends the password of the deployment in clear text: whoever reads it puts their own code
  in place.
fix:
  console: >-
    App Services > {name} > Settings > Configuration > General settings > FTP state > Disabled >
    Save.
  cli: az webapp config set --ids {uid} --ftps-state Disabled
  terraform: |
    resource "azurerm_linux_web_app" "this" {
      name = "{name}"
      site_config {
        ftps_state = "Disabled"
      }
    }
---*/
MATCH (app:AzureWebApp)
WHERE coalesce(app.ftps_state, 'AllAllowed') = 'AllAllowed'
RETURN app AS resource, {
  expected: 'Disabled or FtpsOnly', actual: coalesce(app.ftps_state, 'AllAllowed')
} AS evidence
