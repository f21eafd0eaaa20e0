/*---
title: Defender for Cloud watches MySQL, PostgreSQL and MariaDB
resource: AzureSubscription
severity: high
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.7.2"]}
also: {prowler: [defender_ensure_defender_for_os_relational_databases_is_on]}
why: >-
  Passwords of databases are guessed by machines, day and night. The plan sees who guesses, and
  who got in.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Defender plans > Databases > Open-source
    relational databases > On > Save.
  cli: >-
    az security pricing create --subscription {subscription} --name OpenSourceRelationalDatabases
    --tier standard
  terraform: |
    resource "azurerm_security_center_subscription_pricing" "this" {
      resource_type = "OpenSourceRelationalDatabases"
      tier          = "Standard"
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (plan:AzureDefenderPlan)-[:IN_SUBSCRIPTION]->(subscription)
  WHERE plan.name = 'OpenSourceRelationalDatabases' AND plan.tier = 'Standard'
}
RETURN subscription AS resource, {plan: 'OpenSourceRelationalDatabases', expected: 'on'} AS evidence
