/*---
title: Images of containers are looked through for known holes
resource: AzureSubscription
severity: high
policy: azure-detection
also: {prowler: [defender_container_images_scan_enabled]}
why: >-
  An image holds whatever was current on the day it was built. New holes in it become known every
  week.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Defender plans > Containers > Settings >
    Agentless container vulnerability assessment > On > Continue > Save.
  cli: >-
    az security pricing create --subscription {subscription} --name Containers --tier standard
    --extensions name=ContainerRegistriesVulnerabilityAssessments isEnabled=True
  terraform: |
    resource "azurerm_security_center_subscription_pricing" "this" {
      resource_type = "Containers"
      tier          = "Standard"
      extension {
        name = "ContainerRegistriesVulnerabilityAssessments"
      }
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (plan:AzureDefenderPlan)-[:IN_SUBSCRIPTION]->(subscription)
  WHERE plan.name = 'Containers' AND plan.tier = 'Standard'
    AND 'ContainerRegistriesVulnerabilityAssessments' IN plan.extensions
}
RETURN subscription AS resource, {
  plan: 'Containers', missing: 'ContainerRegistriesVulnerabilityAssessments'
} AS evidence
