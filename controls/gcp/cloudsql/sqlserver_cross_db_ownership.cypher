/*---
title: SQL Server asks anew for permission in each database
resource: GcpSqlInstance
severity: medium
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.3.2"]}
also: {prowler: [cloudsql_instance_sqlserver_cross_db_ownership_chaining_flag]}
why: >-
  Where owners are trusted across databases, whoever owns something in one gets at another.
fix:
  console: >-
    SQL > {name} > Edit > Flags > Add a database flag > cross db ownership chaining > off > Save. It
    may restart.
  cli: |
    # flags that are not named are taken away: name those that stay too, each as ,name=value
    gcloud sql instances patch {name} --project {account} \
      --database-flags "cross db ownership chaining=off${FLAGS?its other flags, or nothing}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        database_flags {
          name  = "cross db ownership chaining"
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
WHERE instance.engine = 'SQLSERVER' AND 'cross db ownership chaining=on' IN instance.flags
RETURN instance AS resource, {
  expected: 'cross db ownership chaining=off', actual: instance.flags
} AS evidence
