/*---
title: Functions apps are not deployed by FTP
resource: AzureWebApp
severity: medium
policy: azure-web-apps
also: {prowler: [app_function_ftps_deployment_disabled]}
why: >-
  Nothing deploys functions by FTP: what is left open is a way to change their code with a password.
fix:
  console: >-
    Function App > {name} > Settings > Configuration > General settings > FTP state > Disabled >
    Save.
  cli: az functionapp config set --ids {uid} --ftps-state Disabled
  terraform: |
    resource "azurerm_linux_function_app" "this" {
      name = "{name}"
      site_config {
        ftps_state = "Disabled"
      }
    }
applies: MATCH (app:AzureWebApp) WHERE app.is_function = true RETURN app AS resource
---*/
MATCH (app:AzureWebApp)
WHERE app.is_function = true
  AND (app.ftps_state IS NULL OR app.ftps_state <> 'Disabled')
RETURN app AS resource, {
  expected: 'Disabled', actual: coalesce(app.ftps_state, 'AllAllowed')
} AS evidence
