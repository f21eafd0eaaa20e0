/*---
title: Reading and writing of data is logged, for all services
resource: GcpProject
severity: medium
policy: gcp-logging
mandates: {cis-gcp-4.0: ["2.1"]}
also: {prowler: [iam_audit_logs_enabled]}
why: >-
  What administrators change is logged in any case. Who read the data is not, and that is what
  everybody asks after a leak.
fix:
  console: >-
    IAM & Admin > Audit Logs of {account}, or of what is above it > Set default configuration >
    Admin Read, Data Read, Data Write > Save.
  cli: |
    gcloud projects get-iam-policy {account} --format json > policy.json
    # add to it: "auditConfigs": [{"service": "allServices", "auditLogConfigs": [
    #   {"logType": "ADMIN_READ"}, {"logType": "DATA_READ"}, {"logType": "DATA_WRITE"}]}]
    gcloud projects set-iam-policy {account} policy.json
  terraform: |
    resource "google_project_iam_audit_config" "all" {
      project = "{account}"
      service = "allServices"
      dynamic "audit_log_config" {
        for_each = ["ADMIN_READ", "DATA_READ", "DATA_WRITE"]
        content {
          log_type = audit_log_config.value
        }
      }
    }
---*/
WITH ['allServices ADMIN_READ', 'allServices DATA_READ', 'allServices DATA_WRITE'] AS logs
MATCH (project:GcpProject)
WHERE any(log IN logs WHERE NOT EXISTS {
  MATCH (project)-[:CHILD_OF*0..]->(place:GcpProject|GcpFolder|GcpOrganization)
  WHERE log IN place.audited
})
RETURN project AS resource, {expected: logs, its_own: project.audited} AS evidence
