/*---
title: Functions apps are not open to every address
resource: AzureWebApp
severity: high
policy: azure-network-exposure
also: {prowler: [app_function_not_publicly_accessible]}
why: >-
  A function is made to be called by something that is known; a key in an address is all that keeps
  others out.
fix:
  console: >-
    Function App > {name} > Settings > Networking > Public network access > Disabled, or Enabled
    from select virtual networks and IP addresses > Save.
  cli: az resource update --ids {uid} --set properties.publicNetworkAccess=Disabled
  terraform: |
    resource "azurerm_linux_function_app" "this" {
      name                          = "{name}"
      public_network_access_enabled = false
    }
applies: MATCH (app:AzureWebApp) WHERE app.is_function = true RETURN app AS resource
---*/
MATCH (app:AzureWebApp)
WHERE app.is_function = true
  AND coalesce(app.public_network_access, 'Enabled') = 'Enabled'
  AND coalesce(app.allows_any_address, true) = true
RETURN app AS resource, {
  expected: 'private, or known addresses only',
  actual: coalesce(app.public_network_access, 'Enabled')
} AS evidence
