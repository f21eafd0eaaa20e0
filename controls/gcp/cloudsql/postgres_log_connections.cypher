/*---
title: PostgreSQL logs who connects
resource: GcpSqlInstance
severity: medium
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.2.2"]}
also: {prowler: [cloudsql_instance_postgres_log_connections_flag]}
why: >-
  Without it nobody can tell when a stolen password was first used, nor how often one was tried.
fix:
  console: >-
    SQL > {name} > Edit > Flags > Add a database flag > log_connections > on > Save. It may restart.
  cli: |
    # flags that are not named are taken away: name those that stay too, each as ,name=value
    gcloud sql instances patch {name} --project {account} \
      --database-flags "log_connections=on${FLAGS?its other flags, or nothing}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        database_flags {
          name  = "log_connections"
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
WHERE instance.engine = 'POSTGRES' AND NOT 'log_connections=on' IN instance.flags
RETURN instance AS resource, {expected: 'log_connections=on', actual: instance.flags} AS evidence
