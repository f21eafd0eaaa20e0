/*---
title: SQL Server runs no procedures for other servers
resource: GcpSqlInstance
severity: medium
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.3.5"]}
also: {prowler: [cloudsql_instance_sqlserver_remote_access_flag]}
why: >-
  By it another server starts work here, enough of it to leave none for others. It is on where it
  is not set, and superseded.
fix:
  console: >-
    SQL > {name} > Edit > Flags > Add a database flag > remote access > off > Save. It may restart.
  cli: |
    # flags that are not named are taken away: name those that stay too, each as ,name=value
    gcloud sql instances patch {name} --project {account} \
      --database-flags "remote access=off${FLAGS?its other flags, or nothing}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        database_flags {
          name  = "remote access"
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
WHERE instance.engine = 'SQLSERVER' AND NOT 'remote access=off' IN instance.flags
RETURN instance AS resource, {expected: 'remote access=off', actual: instance.flags} AS evidence
