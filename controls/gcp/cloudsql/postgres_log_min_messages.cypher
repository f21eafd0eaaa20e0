/*---
title: PostgreSQL logs warnings and what is worse
resource: GcpSqlInstance
severity: medium
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.2.5"]}
also: {prowler: [cloudsql_instance_postgres_log_min_messages_flag]}
why: >-
  What is about to go wrong is said in warnings; a log that starts with errors says it afterwards.
fix:
  console: >-
    SQL > {name} > Edit > Flags > Add a database flag > log_min_messages > warning > Save. It may
    restart.
  cli: |
    # flags that are not named are taken away: name those that stay too, each as ,name=value
    gcloud sql instances patch {name} --project {account} \
      --database-flags "log_min_messages=warning${FLAGS?its other flags, or nothing}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        database_flags {
          name  = "log_min_messages"
          value = "warning"
        }
      }
    }
applies: |
  MATCH (instance:GcpSqlInstance)
  WHERE instance.engine = 'POSTGRES' AND instance.flags IS NOT NULL
  RETURN instance AS resource
---*/
WITH ['error', 'log', 'fatal', 'panic'] AS too_few
MATCH (instance:GcpSqlInstance)
WHERE instance.engine = 'POSTGRES'
  AND any(level IN too_few WHERE 'log_min_messages=' + level IN instance.flags)
RETURN instance AS resource, {
  expected: 'log_min_messages=warning', actual: instance.flags
} AS evidence
