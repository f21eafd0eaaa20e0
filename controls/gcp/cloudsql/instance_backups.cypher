/*---
title: Database instances are backed up every day
resource: GcpSqlInstance
severity: high
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.7"]}
also: {prowler: [cloudsql_instance_automated_backups]}
why: Without a backup, what is deleted or encrypted by somebody else is gone.
fix:
  console: SQL > {name} > Backups > Settings > Edit > Automated daily backups > Save.
  cli: gcloud sql instances patch {name} --project {account} --backup-start-time 03:00
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        backup_configuration {
          enabled    = true
          start_time = "03:00"
        }
      }
    }
applies: |
  MATCH (instance:GcpSqlInstance)
  WHERE instance.kind = 'CLOUD_SQL_INSTANCE'
  RETURN instance AS resource
---*/
MATCH (instance:GcpSqlInstance)
WHERE instance.kind = 'CLOUD_SQL_INSTANCE' AND instance.backups = false
RETURN instance AS resource, {expected: 'a backup every day', actual: 'none'} AS evidence
