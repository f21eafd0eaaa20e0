/*---
title: PostgreSQL logs the statements that change its structure
resource: GcpSqlInstance
severity: medium
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.2.4"]}
also: {prowler: [cloudsql_instance_postgres_log_statement_flag]}
why: >-
  A table that is gone leaves no other trace of who dropped it. Where it is not set, no statement
  is logged.
fix:
  console: >-
    SQL > {name} > Edit > Flags > Add a database flag > log_statement > ddl > Save. It may restart.
  cli: |
    # flags that are not named are taken away: name those that stay too, each as ,name=value
    gcloud sql instances patch {name} --project {account} \
      --database-flags "log_statement=ddl${FLAGS?its other flags, or nothing}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        database_flags {
          name  = "log_statement"
          value = "ddl"
        }
      }
    }
applies: |
  MATCH (instance:GcpSqlInstance)
  WHERE instance.engine = 'POSTGRES' AND instance.flags IS NOT NULL
  RETURN instance AS resource
---*/
WITH ['ddl', 'mod', 'all'] AS enough
MATCH (instance:GcpSqlInstance)
WHERE instance.engine = 'POSTGRES'
  AND none(level IN enough WHERE 'log_statement=' + level IN instance.flags)
RETURN instance AS resource, {
  expected: 'log_statement=ddl or more', actual: instance.flags
} AS evidence
