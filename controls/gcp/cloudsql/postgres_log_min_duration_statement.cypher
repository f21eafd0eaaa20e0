/*---
title: PostgreSQL's log holds no statements for being slow
resource: GcpSqlInstance
severity: medium
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.2.7"]}
also: {prowler: [cloudsql_instance_postgres_log_min_duration_statement_flag]}
why: >-
  Statements hold the data that they are about: passwords, names, numbers. In the log they are
  read by others than in the database.
fix:
  console: >-
    SQL > {name} > Edit > Flags > Add a database flag > log_min_duration_statement > -1 > Save. It
    may restart.
  cli: |
    # flags that are not named are taken away: name those that stay too, each as ,name=value
    gcloud sql instances patch {name} --project {account} \
      --database-flags "log_min_duration_statement=-1${FLAGS?its other flags, or nothing}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        database_flags {
          name  = "log_min_duration_statement"
          value = "-1"
        }
      }
    }
applies: |
  MATCH (instance:GcpSqlInstance)
  WHERE instance.engine = 'POSTGRES' AND instance.flags IS NOT NULL
  RETURN instance AS resource
---*/
MATCH (instance:GcpSqlInstance)
WHERE instance.engine = 'POSTGRES'
  AND any(
    flag IN instance.flags
    WHERE flag STARTS WITH 'log_min_duration_statement=' AND flag <> 'log_min_duration_statement=-1'
  )
RETURN instance AS resource, {
  expected: 'log_min_duration_statement=-1', actual: instance.flags
} AS evidence
