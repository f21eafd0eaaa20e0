/*---
title: PostgreSQL logs who leaves, and after how long
resource: GcpSqlInstance
severity: medium
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.2.3"]}
also: {prowler: [cloudsql_instance_postgres_log_disconnections_flag]}
why: >-
  How long a session lasted tells what could be done in it. It is off where it is not set.
fix:
  console: >-
    SQL > {name} > Edit > Flags > Add a database flag > log_disconnections > on > Save. It may
    restart.
  cli: |
    # flags that are not named are taken away: name those that stay too, each as ,name=value
    gcloud sql instances patch {name} --project {account} \
      --database-flags "log_disconnections=on${FLAGS?its other flags, or nothing}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        database_flags {
          name  = "log_disconnections"
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
WHERE instance.engine = 'POSTGRES' AND NOT 'log_disconnections=on' IN instance.flags
RETURN instance AS resource, {expected: 'log_disconnections=on', actual: instance.flags} AS evidence
