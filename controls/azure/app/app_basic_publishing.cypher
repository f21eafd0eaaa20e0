/*---
title: Apps are not deployed with a user name and a password
resource: AzureWebApp
severity: medium
policy: azure-web-apps
why: >-
  The password of a publishing profile belongs to nobody, knows no second factor and never runs out;
  with it goes the code.
fix:
  console: >-
    App Services > {name} > Settings > Configuration > General settings > SCM Basic Auth Publishing
    Credentials and FTP Basic Auth Publishing Credentials > Off > Save.
  cli: |
    for way in ftp scm; do
      az resource update --ids {uid}/basicPublishingCredentialsPolicies/$way \
        --set properties.allow=false
    done
  terraform: |
    resource "azurerm_linux_web_app" "this" {
      name                                           = "{name}"
      ftp_publish_basic_authentication_enabled       = false
      webdeploy_publish_basic_authentication_enabled = false
    }
---*/
MATCH (app:AzureWebApp)
WHERE coalesce(app.basic_ftp, true) = true
  OR coalesce(app.basic_deployment, true) = true
RETURN app AS resource, {
  expected: 'neither', ftp: app.basic_ftp, deployment: app.basic_deployment
} AS evidence
