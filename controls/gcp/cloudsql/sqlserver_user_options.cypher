/*---
title: SQL Server sets no options for all users' sessions
resource: GcpSqlInstance
severity: low
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.3.4"]}
also: {prowler: [cloudsql_instance_sqlserver_user_options_flag]}
why: >-
  Options for everyone change what statements give back, and hide errors that programs wait for.
fix:
  console: >-
    SQL > {name} > Edit > Flags > take user options away > Save. It may restart.
  cli: |
    # all other flags, as name=value with commas between; --clear-database-flags if there are none
    gcloud sql instances patch {name} --project {account} \
      --database-flags "${FLAGS:?all its flags but user options}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ... without database_flags of the name "user options"
      }
    }
applies: |
  MATCH (instance:GcpSqlInstance)
  WHERE instance.engine = 'SQLSERVER' AND instance.flags IS NOT NULL
  RETURN instance AS resource
---*/
MATCH (instance:GcpSqlInstance)
WHERE instance.engine = 'SQLSERVER'
  AND any(flag IN instance.flags WHERE flag STARTS WITH 'user options=')
RETURN instance AS resource, {
  expected: 'user options is not set', actual: instance.flags
} AS evidence
