/*---
title: No policy of Microsoft's security benchmark is switched off
resource: AzurePolicyAssignment
severity: medium
policy: azure-governance
mandates: {cis-azure-4.0: ["9.1.11"]}
also: {prowler: [policy_ensure_asc_enforcement_enabled]}
why: >-
  Defender for Cloud looks for what this set of policies asks. What is switched off in it is not
  looked for, and seems to be well.
fix:
  console: >-
    Defender for Cloud > Environment settings > Security policies > Microsoft cloud security
    benchmark > set what is Disabled to its default > Save.
  cli: >-
    az policy assignment update --name "{assignment}" --scope "{scope}" --enforcement-mode Default
    --params "{}"
  terraform: |
    resource "azurerm_subscription_policy_assignment" "this" {
      name                 = "{assignment}"
      subscription_id      = "{scope}"
      policy_definition_id = "{definition}"
      enforce              = true
      parameters           = jsonencode({}) # the defaults: none is switched off
    }
---*/
WITH '1f3afdf9-d0c9-4c3d-847f-89da613e70a8' AS benchmark
MATCH (assignment:AzurePolicyAssignment)
WHERE assignment.definition ENDS WITH benchmark
  AND (size(assignment.disabled_parameters) > 0 OR assignment.enforcement_mode = 'DoNotEnforce')
RETURN assignment AS resource, {
  switched_off: assignment.disabled_parameters, enforcement: assignment.enforcement_mode
} AS evidence
