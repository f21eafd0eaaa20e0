/*---
title: PostgreSQL can say who read and changed what
resource: GcpSqlInstance
severity: high
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.2.8"]}
also: {prowler: [cloudsql_instance_postgres_enable_pgaudit_flag]}
why: >-
  The extension pgAudit writes the log that is asked for after an incident. It is off where the
  flag is not set, and nothing is written down.
fix:
  console: >-
    SQL > {name} > Edit > Flags > Add a database flag > cloudsql.enable_pgaudit > on > Save. It may
    restart.
  cli: |
    # flags that are not named are taken away: name those that stay too, each as ,name=value
    gcloud sql instances patch {name} --project {account} \
      --database-flags "cloudsql.enable_pgaudit=on${FLAGS?its other flags, or nothing}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        database_flags {
          name  = "cloudsql.enable_pgaudit"
          value = "on"
        }
      }
    }
applies: |
  MATCH (instance:GcpSqlInstance)
  WHERE instance.engine = 'POSTGRES' AND instance.flags IS NOT NULL
  RETURN instance AS resource
---*/
MATCH (instance:GcpSqlInstance)
WHERE instance.engine = 'POSTGRES' AND NOT 'cloudsql.enable_pgaudit=on' IN instance.flags
RETURN instance AS resource, {
  expected: 'cloudsql.enable_pgaudit=on', actual: instance.flags
} AS evidence
