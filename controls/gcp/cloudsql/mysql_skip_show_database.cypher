/*---
title: MySQL tells users only of databases that they may use
resource: GcpSqlInstance
severity: low
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.1.2"]}
also: {prowler: [cloudsql_instance_mysql_skip_show_database_flag]}
why: >-
  A list of all databases shows somebody who got in what else there is to get at.
fix:
  console: >-
    SQL > {name} > Edit > Flags > Add a database flag > skip_show_database > on > Save. It may
    restart.
  cli: |
    # flags that are not named are taken away: name those that stay too, each as ,name=value
    gcloud sql instances patch {name} --project {account} \
      --database-flags "skip_show_database=on${FLAGS?its other flags, or nothing}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        database_flags {
          name  = "skip_show_database"
          value = "on"
        }
      }
    }
applies: |
  MATCH (instance:GcpSqlInstance)
  WHERE instance.engine = 'MYSQL' AND instance.flags IS NOT NULL
  RETURN instance AS resource
---*/
MATCH (instance:GcpSqlInstance)
WHERE instance.engine = 'MYSQL' AND NOT 'skip_show_database=on' IN instance.flags
RETURN instance AS resource, {expected: 'skip_show_database=on', actual: instance.flags} AS evidence
