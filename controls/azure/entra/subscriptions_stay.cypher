/*---
title: Subscriptions neither leave the tenant nor come into it unasked
resource: EntraTenant
severity: medium
policy: azure-identity
mandates: {cis-azure-4.0: ["6.25"]}
why: >-
  An owner who takes a subscription to another tenant takes it out of every rule that holds here,
  with all that is in it.
fix:
  console: >-
    Subscriptions > Advanced options > Manage policies > both: Permit no one > Save changes.
  cli: |
    az rest --method put --url \
      "/providers/Microsoft.Subscription/policies/default?api-version=2021-10-01" --body \
      '{"blockSubscriptionsLeavingTenant": true, "blockSubscriptionsIntoTenant": true}'
  terraform: |
    resource "azapi_resource_action" "this" {
      type        = "Microsoft.Subscription/policies@2021-10-01"
      resource_id = "/providers/Microsoft.Subscription/policies/default"
      method      = "PUT"
      body = {
        blockSubscriptionsLeavingTenant = true
        blockSubscriptionsIntoTenant    = true
      }
    }
---*/
MATCH (tenant:EntraTenant)
WHERE NOT coalesce(tenant.keeps_subscriptions, false)
  OR NOT coalesce(tenant.refuses_subscriptions, false)
RETURN tenant AS resource, {
  may_leave: tenant.keeps_subscriptions = false, may_come: tenant.refuses_subscriptions = false
} AS evidence
