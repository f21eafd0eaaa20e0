/*---
title: Database instances can be restored to a moment, not to a day
resource: GcpSqlInstance
severity: medium
policy: gcp-databases
why: A daily backup loses up to a day; the log of writes loses minutes.
fix:
  console: SQL > {name} > Backups > Settings > Edit > Point-in-time recovery > Save.
  cli: |
    # MySQL: --enable-bin-log in place of the last option
    gcloud sql instances patch {name} --project {account} --backup-start-time 03:00 \
      --enable-point-in-time-recovery
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        backup_configuration {
          enabled                        = true
          point_in_time_recovery_enabled = true # MySQL: binary_log_enabled
        }
      }
    }
applies: |
  MATCH (instance:GcpSqlInstance)
  WHERE instance.kind = 'CLOUD_SQL_INSTANCE'
  RETURN instance AS resource
---*/
MATCH (instance:GcpSqlInstance)
WHERE instance.kind = 'CLOUD_SQL_INSTANCE' AND instance.point_in_time_recovery = false
RETURN instance AS resource, {expected: true, actual: false, engine: instance.engine} AS evidence
