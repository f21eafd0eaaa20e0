/*---
title: SQL Server alone says who its users are, not a database in it
resource: GcpSqlInstance
severity: medium
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.3.7"]}
also: {prowler: [cloudsql_instance_sqlserver_contained_database_authentication_flag]}
why: >-
  A user that a database keeps is none that the server knows: who owns the database lets people in
  past whoever answers for the server.
fix:
  console: >-
    SQL > {name} > Edit > Flags > Add a database flag > contained database authentication > off >
    Save. It may restart.
  cli: |
    # flags that are not named are taken away: name those that stay too, each as ,name=value
    gcloud sql instances patch {name} --project {account} \
      --database-flags "contained database authentication=off${FLAGS?its other flags, or nothing}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        database_flags {
          name  = "contained database authentication"
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
WHERE instance.engine = 'SQLSERVER' AND 'contained database authentication=on' IN instance.flags
RETURN instance AS resource, {
  expected: 'contained database authentication=off', actual: instance.flags
} AS evidence
