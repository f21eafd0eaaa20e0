/*---
title: Defender for Cloud watches containers
resource: AzureSubscription
severity: high
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.4.1"]}
also: {prowler: [defender_ensure_defender_for_containers_is_on]}
why: >-
  Clusters and images change all day. The plan looks for known holes in images, and for what an
  intruder does in a cluster.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Defender plans > Containers > On > Save.
  cli: az security pricing create --subscription {subscription} --name Containers --tier standard
  terraform: |
    resource "azurerm_security_center_subscription_pricing" "this" {
      resource_type = "Containers"
      tier          = "Standard"
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (plan:AzureDefenderPlan)-[:IN_SUBSCRIPTION]->(subscription)
  WHERE plan.name = 'Containers' AND plan.tier = 'Standard'
}
RETURN subscription AS resource, {plan: 'Containers', expected: 'on'} AS evidence
