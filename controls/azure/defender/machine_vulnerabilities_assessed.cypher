/*---
title: Machines are looked through for known holes
resource: AzureVirtualMachine
severity: medium
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.3.2"]}
also: {prowler: [defender_auto_provisioning_vulnerabilty_assessments_machines_on]}
why: >-
  Nobody closes a hole that nobody knows of: what is installed has to be compared with what is
  known.
fix:
  console: >-
    Defender for Cloud > Recommendations > Machines should have a vulnerability assessment
    solution > {name} > Fix.
  cli: >-
    az rest --method put --url
    "{uid}/providers/Microsoft.Security/serverVulnerabilityAssessments/mdetvm?api-version=2015-06-01-preview"
  terraform: |
    resource "azapi_resource" "settings" {
      type      = "Microsoft.Security/serverVulnerabilityAssessmentsSettings@2023-05-01"
      name      = "AzureServersSetting"
      parent_id = data.azurerm_subscription.this.id
      body = {
        kind       = "AzureServersSetting"
        properties = { selectedProvider = "MdeTvm" }
      }
    }
---*/
WITH ['ffff0522-1e88-47fc-8382-2a80ba848f5d'] AS ids
MATCH (machine:AzureVirtualMachine)
WHERE NOT EXISTS {
  MATCH (machine)<-[:ABOUT]-(found:AzureSecurityAssessment)
  WHERE found.assessment IN ids
} OR EXISTS {
  MATCH (machine)<-[:ABOUT]-(found:AzureSecurityAssessment)
  WHERE found.assessment IN ids AND found.status = 'Unhealthy'
}
RETURN machine AS resource, {expected: 'an assessment that is healthy'} AS evidence
