/*---
title: A subscription watches its applications from inside
resource: AzureSubscription
severity: low
policy: azure-logging
mandates: {cis-azure-4.0: ["7.1.3.1"]}
also: {prowler: [appinsights_ensure_is_configured]}
why: >-
  What goes wrong inside an application shows in no log of Azure. Application Insights keeps its
  errors and calls.
fix:
  console: >-
    Application Insights > Create > subscription {name} > choose a workspace > Create; then
    connect each application to it.
  cli: |
    az monitor app-insights component create --subscription {subscription} --app "$NAME" \
      --resource-group "$GROUP" --location "$LOCATION" --workspace "$WORKSPACE_ID"
  terraform: |
    resource "azurerm_application_insights" "this" {
      name                = var.name
      resource_group_name = var.group
      location            = var.location
      application_type    = "web"
      workspace_id        = var.workspace_id
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (component:AzureApplicationInsights)
  WHERE component.account = subscription.subscription
}
RETURN subscription AS resource, {expected: 'a component of Application Insights'} AS evidence
