/*---
title: Machines have protection against malware
resource: AzureVirtualMachine
severity: high
policy: azure-detection
also: {prowler: [defender_assessments_vm_endpoint_protection_installed]}
why: >-
  What runs on a machine that nobody watches may run there for months.
fix:
  console: >-
    Defender for Cloud > Recommendations > EDR solution should be installed on Virtual Machines >
    {name} > Fix.
  cli: >-
    az rest --method put --url
    "/subscriptions/{account}/providers/Microsoft.Security/settings/WDATP?api-version=2022-05-01"
    --body '{"kind": "DataExportSettings", "properties": {"enabled": true}}'
  terraform: |
    resource "azurerm_security_center_setting" "this" {
      setting_name = "WDATP"
      enabled      = true
    }
---*/
WITH ['06e3a6db-6c0c-4ad9-943f-31d9d73ecf6c', '83f577bd-a1b6-b7e1-0891-12ca19d1e6df'] AS ids
MATCH (machine:AzureVirtualMachine)
WHERE NOT EXISTS {
  MATCH (machine)<-[:ABOUT]-(found:AzureSecurityAssessment)
  WHERE found.assessment IN ids
} OR EXISTS {
  MATCH (machine)<-[:ABOUT]-(found:AzureSecurityAssessment)
  WHERE found.assessment IN ids AND found.status = 'Unhealthy'
}
RETURN machine AS resource, {expected: 'an assessment that is healthy'} AS evidence
