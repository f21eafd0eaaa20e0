/*---
title: App Service signs people in before web apps answer
resource: AzureWebApp
severity: medium
policy: azure-web-apps
also: {prowler: [app_ensure_auth_is_set_up]}
why: >-
  A request that has to sign in first never reaches the flaws of the app; each app that does it
  itself does it anew.
fix:
  console: >-
    App Services > {name} > Settings > Authentication > Add identity provider > Microsoft > Require
    authentication > Add.
  cli: >-
    az webapp auth update --ids {uid} --enabled true --action LoginWithAzureActiveDirectory
    --aad-client-id "${CLIENT_ID:?of the app registration}"
    --aad-token-issuer-url "https://sts.windows.net/${TENANT_ID:?of the directory}/"
  terraform: |
    resource "azurerm_linux_web_app" "this" {
      name = "{name}"
      auth_settings_v2 {
        auth_enabled           = true
        require_authentication = true
        unauthenticated_action = "RedirectToLoginPage"
        default_provider       = "azureactivedirectory"
        active_directory_v2 {
          client_id            = var.client_id
          tenant_auth_endpoint = "https://login.microsoftonline.com/${var.tenant_id}/v2.0"
        }
        login {}
      }
    }
applies: MATCH (app:AzureWebApp) WHERE app.is_function = false RETURN app AS resource
---*/
MATCH (app:AzureWebApp)
WHERE app.is_function = false
  AND coalesce(app.authentication, false) = false
RETURN app AS resource, {expected: 'on', actual: 'off'} AS evidence
