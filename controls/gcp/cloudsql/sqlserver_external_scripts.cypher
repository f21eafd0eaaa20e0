/*---
title: SQL Server runs no scripts of other languages
resource: GcpSqlInstance
severity: high
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.3.1"]}
also: {prowler: [cloudsql_instance_sqlserver_external_scripts_enabled_flag]}
why: >-
  A script of R or Python runs beside the database, with more to get at than a statement has.
fix:
  console: >-
    SQL > {name} > Edit > Flags > Add a database flag > external scripts enabled > off > Save. It
    may restart.
  cli: |
    # flags that are not named are taken away: name those that stay too, each as ,name=value
    gcloud sql instances patch {name} --project {account} \
      --database-flags "external scripts enabled=off${FLAGS?its other flags, or nothing}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        database_flags {
          name  = "external scripts enabled"
          value = "off"
        }
      }
    }
applies: |
  MATCH (instance:GcpSqlInstance)
  WHERE instance.engine = 'SQLSERVER' AND instance.flags IS NOT NULL
  RETURN instance AS resource
---*/
MATCH (instance:GcpSqlInstance)
WHERE instance.engine = 'SQLSERVER' AND 'external scripts enabled=on' IN instance.flags
RETURN instance AS resource, {
  expected: 'external scripts enabled=off', actual: instance.flags
} AS evidence
