/*---
title: PostgreSQL's log says of an error what is needed and no more
resource: GcpSqlInstance
severity: low
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.2.1"]}
also: {prowler: [cloudsql_instance_postgres_log_error_verbosity_flag]}
why: >-
  Verbose messages tell of the inside of the server, and fill the log in which others are found.
fix:
  console: >-
    SQL > {name} > Edit > Flags > Add a database flag > log_error_verbosity > default > Save. It may
    restart.
  cli: |
    # flags that are not named are taken away: name those that stay too, each as ,name=value
    gcloud sql instances patch {name} --project {account} \
      --database-flags "log_error_verbosity=default${FLAGS?its other flags, or nothing}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        database_flags {
          name  = "log_error_verbosity"
          value = "default"
        }
      }
    }
applies: |
  MATCH (instance:GcpSqlInstance)
  WHERE instance.engine = 'POSTGRES' AND instance.flags IS NOT NULL
  RETURN instance AS resource
---*/
MATCH (instance:GcpSqlInstance)
WHERE instance.engine = 'POSTGRES' AND 'log_error_verbosity=verbose' IN instance.flags
RETURN instance AS resource, {
  expected: 'log_error_verbosity=default', actual: instance.flags
} AS evidence
