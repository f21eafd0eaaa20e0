/*---
title: Application gateways serve nothing in clear text
resource: AzureApplicationGateway
severity: medium
policy: azure-encryption-in-transit
why: >-
  What is sent in clear text, passwords and sessions above all, can be read and changed on the way.
fix:
  console: >-
    Application gateways > {name} > Settings > Rules > the rule of each HTTP listener > Backend
    targets > Target type: Redirection > Permanent, to the HTTPS listener > Save.
  cli: |
    az network application-gateway redirect-config create --subscription {account} \
      --resource-group {resource_group} --gateway-name {name} --name to-https --type Permanent \
      --target-listener "${HTTPS:?name of the HTTPS listener}" --include-path --include-query-string
    az network application-gateway rule update --subscription {account} \
      --resource-group {resource_group} --gateway-name {name} \
      --name "${RULE:?name of the rule of the HTTP listener}" --redirect-config to-https
  terraform: |
    resource "azurerm_application_gateway" "this" {
      # ...
      redirect_configuration {
        name                 = "to-https"
        redirect_type        = "Permanent"
        target_listener_name = "https"
        include_path         = true
        include_query_string = true
      }
    }
---*/
MATCH (gateway:AzureApplicationGateway)
WHERE size(gateway.clear_text_listeners) > 0
RETURN gateway AS resource, {listeners: gateway.clear_text_listeners} AS evidence
