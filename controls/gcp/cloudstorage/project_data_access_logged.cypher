/*---
title: Who reads and writes a project's objects is logged
resource: GcpProject
severity: medium
policy: gcp-storage-exposure
also: {prowler: [cloudstorage_audit_logs_enabled]}
why: Google logs by itself who changes a bucket, and not who reads what is in it.
fix:
  console: IAM > Audit Logs > Google Cloud Storage > Data Read, Data Write > Save.
  cli: |
    gcloud projects get-iam-policy {project_id} --format json > policy.json
    # add to "auditConfigs": {"service": "storage.googleapis.com", "auditLogConfigs":
    # [{"logType": "DATA_READ"}, {"logType": "DATA_WRITE"}]}, then
    gcloud projects set-iam-policy {project_id} policy.json
  terraform: |
    resource "google_project_iam_audit_config" "this" {
      project = "{project_id}"
      service = "storage.googleapis.com"
      audit_log_config {
        log_type = "DATA_READ"
      }
      audit_log_config {
        log_type = "DATA_WRITE"
      }
    }
---*/
WITH ['DATA_READ', 'DATA_WRITE'] AS kinds, ['allServices ', 'storage.googleapis.com '] AS services
MATCH (project:GcpProject)
WITH project, [
  kind IN kinds WHERE none(service IN services WHERE service + kind IN project.audited)
  AND NOT EXISTS {
    (project)-[:CHILD_OF*]->(above:GcpFolder|GcpOrganization)
    WHERE any(service IN services WHERE service + kind IN above.audited)
  }
] AS missing
WHERE size(missing) > 0
RETURN project AS resource, {not_logged: missing} AS evidence
