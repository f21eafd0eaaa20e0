/*---
title: Policies that are assigned are enforced
resource: AzurePolicyAssignment
severity: low
policy: azure-governance
why: >-
  An assignment that only watches stops nothing. It is meant for a trial, and stays on trial when
  nobody looks again.
fix:
  console: >-
    Policy > Authoring > Assignments > {name} > Edit assignment > Policy enforcement > Enabled >
    Save.
  cli: >-
    az policy assignment update --name "{assignment}" --scope "{scope}" --enforcement-mode Default
  terraform: |
    resource "azurerm_subscription_policy_assignment" "this" {
      name                 = "{assignment}"
      subscription_id      = "{scope}"
      policy_definition_id = "{definition}"
      enforce              = true
    }
---*/
MATCH (assignment:AzurePolicyAssignment)
WHERE assignment.enforcement_mode = 'DoNotEnforce'
RETURN assignment AS resource, {
  expected: 'Default', actual: assignment.enforcement_mode
} AS evidence
