/*---
title: SQL servers are searched for weaknesses
resource: AzureSqlServer
severity: medium
policy: azure-detection
also: {prowler: [sqlserver_vulnerability_assessment_enabled]}
why: >-
  Rights that went too far and settings that were loosened are found by a search, or by an intruder.
fix:
  console: >-
    SQL servers > {name} > Security > Microsoft Defender for Cloud > Configure > Vulnerability
    Assessment > enable the express configuration.
  cli: |
    # az has no command of its own for it; Defender for SQL has to be on
    az rest --method put --body '{"properties": {"state": "Enabled"}}' \
      --url "{uid}/sqlVulnerabilityAssessments/default?api-version=2023-08-01"
  terraform: |
    resource "azurerm_mssql_server" "this" {
      # ...
      express_vulnerability_assessment_enabled = true
    }
---*/
MATCH (server:AzureSqlServer)
WHERE server.assessment_storage IS NULL
  AND coalesce(server.express_assessment, false) = false
RETURN server AS resource, {
  expected: 'classic or express assessment',
  actual: 'neither'
} AS evidence
