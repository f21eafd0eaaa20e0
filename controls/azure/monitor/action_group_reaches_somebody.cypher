/*---
title: Action groups pass on what they are sent
resource: AzureActionGroup
severity: medium
policy: azure-monitoring
why: >-
  A group that was switched off, or whose only receiver has left, swallows every alert.
fix:
  console: >-
    Monitor > Alerts > Action groups > {name} > Enable; then Edit > Notifications > add somebody >
    Save.
  cli: |
    az monitor action-group update --ids {uid} --set enabled=true \
      --add-action email duty "$ADDRESS"
  terraform: |
    resource "azurerm_monitor_action_group" "this" {
      name       = "{name}"
      short_name = "{short_name}"
      enabled    = true
      email_receiver {
        name          = "duty"
        email_address = var.address
      }
    }
---*/
MATCH (group:AzureActionGroup)
WHERE group.is_enabled = false OR size(group.receivers) = 0
RETURN group AS resource, {is_enabled: group.is_enabled, receivers: group.receivers} AS evidence
