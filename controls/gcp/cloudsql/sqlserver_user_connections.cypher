/*---
title: SQL Server does not limit how many may connect
resource: GcpSqlInstance
severity: low
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.3.3"]}
also: {prowler: [cloudsql_instance_sqlserver_user_connections_flag]}
why: >-
  Once the limit is reached, the next is turned away, the one who would put it right among them.
fix:
  console: >-
    SQL > {name} > Edit > Flags > Add a database flag > user connections > 0 > Save. It may restart.
  cli: |
    # flags that are not named are taken away: name those that stay too, each as ,name=value
    gcloud sql instances patch {name} --project {account} \
      --database-flags "user connections=0${FLAGS?its other flags, or nothing}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        database_flags {
          name  = "user connections"
          value = "0"
        }
      }
    }
applies: |
  MATCH (instance:GcpSqlInstance)
  WHERE instance.engine = 'SQLSERVER' AND instance.flags IS NOT NULL
  RETURN instance AS resource
---*/
MATCH (instance:GcpSqlInstance)
WHERE instance.engine = 'SQLSERVER'
  AND any(
    flag IN instance.flags
    WHERE flag STARTS WITH 'user connections=' AND flag <> 'user connections=0'
  )
RETURN instance AS resource, {expected: 'user connections=0', actual: instance.flags} AS evidence
