/*---
title: SQL Server's errors show only administrators what they are about
resource: GcpSqlInstance
severity: medium
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.3.6"]}
also: {prowler: [cloudsql_instance_sqlserver_trace_flag]}
why: >-
  Messages name tables, columns and values. With trace flag 3625 others than administrators see
  asterisks there. It is off where it is not set.
fix:
  console: >-
    SQL > {name} > Edit > Flags > Add a database flag > 3625 > on > Save. It may restart.
  cli: |
    # flags that are not named are taken away: name those that stay too, each as ,name=value
    gcloud sql instances patch {name} --project {account} \
      --database-flags "3625=on${FLAGS?its other flags, or nothing}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        database_flags {
          name  = "3625"
          value = "on"
        }
      }
    }
applies: |
  MATCH (instance:GcpSqlInstance)
  WHERE instance.engine = 'SQLSERVER' AND instance.flags IS NOT NULL
  RETURN instance AS resource
---*/
MATCH (instance:GcpSqlInstance)
WHERE instance.engine = 'SQLSERVER' AND NOT '3625=on' IN instance.flags
RETURN instance AS resource, {expected: '3625=on', actual: instance.flags} AS evidence
