/*---
title: Database instances can't be deleted by one command
resource: GcpSqlInstance
severity: medium
policy: gcp-databases
why: With an instance go its backups, unless they were kept apart.
fix:
  console: SQL > {name} > Edit > Data protection > Enable deletion protection > Save.
  cli: gcloud sql instances patch {name} --project {account} --deletion-protection
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      deletion_protection = true # Terraform's own
      settings {
        # ...
        deletion_protection_enabled = true # Cloud SQL's
      }
    }
---*/
MATCH (instance:GcpSqlInstance)
WHERE instance.deletion_protection = false
RETURN instance AS resource, {expected: true, actual: instance.deletion_protection} AS evidence
