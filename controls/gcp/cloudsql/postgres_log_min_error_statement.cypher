/*---
title: PostgreSQL logs the statements that end in errors
resource: GcpSqlInstance
severity: medium
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.2.6"]}
also: {prowler: [cloudsql_instance_postgres_log_min_error_statement_flag]}
why: >-
  Somebody who tries to inject statements makes errors first: without the statements they tell
  nothing.
fix:
  console: >-
    SQL > {name} > Edit > Flags > Add a database flag > log_min_error_statement > error > Save. It
    may restart.
  cli: |
    # flags that are not named are taken away: name those that stay too, each as ,name=value
    gcloud sql instances patch {name} --project {account} \
      --database-flags "log_min_error_statement=error${FLAGS?its other flags, or nothing}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        database_flags {
          name  = "log_min_error_statement"
          value = "error"
        }
      }
    }
applies: |
  MATCH (instance:GcpSqlInstance)
  WHERE instance.engine = 'POSTGRES' AND instance.flags IS NOT NULL
  RETURN instance AS resource
---*/
WITH ['log', 'fatal', 'panic'] AS too_few
MATCH (instance:GcpSqlInstance)
WHERE instance.engine = 'POSTGRES'
  AND any(level IN too_few WHERE 'log_min_error_statement=' + level IN instance.flags)
RETURN instance AS resource, {
  expected: 'log_min_error_statement=error', actual: instance.flags
} AS evidence
