/*---
title: App Service plans have apps
resource: AzureAppServicePlan
severity: low
policy: azure-web-apps
why: A plan without apps costs as much as one with them.
fix:
  console: App Service plans > {name} > Overview > Delete.
  cli: az appservice plan delete --ids {uid} --yes
  terraform: >-
    # Take the resource "azurerm_service_plan" with the name {name} out of the configuration and
    apply.
---*/
MATCH (plan:AzureAppServicePlan)
WHERE plan.apps = 0
RETURN plan AS resource, {expected: 'apps', actual: 'none', sku: plan.sku} AS evidence
