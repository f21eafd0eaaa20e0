/*---
title: Defender for Cloud watches SQL servers on machines
resource: AzureSubscription
severity: high
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.7.4"]}
also: {prowler: [defender_ensure_defender_for_sql_servers_is_on]}
why: >-
  A SQL server on a machine is looked after by nobody but its owner. The plan sees injected
  queries and guessed passwords there too.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Defender plans > Databases > SQL servers
    on machines > On > Save.
  cli: >-
    az security pricing create --subscription {subscription} --name SqlServerVirtualMachines
    --tier standard
  terraform: |
    resource "azurerm_security_center_subscription_pricing" "this" {
      resource_type = "SqlServerVirtualMachines"
      tier          = "Standard"
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (plan:AzureDefenderPlan)-[:IN_SUBSCRIPTION]->(subscription)
  WHERE plan.name = 'SqlServerVirtualMachines' AND plan.tier = 'Standard'
}
RETURN subscription AS resource, {plan: 'SqlServerVirtualMachines', expected: 'on'} AS evidence
