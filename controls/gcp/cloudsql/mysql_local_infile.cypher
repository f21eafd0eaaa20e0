/*---
title: MySQL does not have clients hand it their files
resource: GcpSqlInstance
severity: high
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.1.3"]}
also: {prowler: [cloudsql_instance_mysql_local_infile_flag]}
why: >-
  With it, a server that was taken over asks a client for whatever file the client can read, and
  an injected statement loads one. Where it isn't set, older versions have it on.
fix:
  console: >-
    SQL > {name} > Edit > Flags > Add a database flag > local_infile > off > Save. It may restart.
  cli: |
    # flags that are not named are taken away: name those that stay too, each as ,name=value
    gcloud sql instances patch {name} --project {account} \
      --database-flags "local_infile=off${FLAGS?its other flags, or nothing}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        database_flags {
          name  = "local_infile"
          value = "off"
        }
      }
    }
applies: |
  MATCH (instance:GcpSqlInstance)
  WHERE instance.engine = 'MYSQL' AND instance.flags IS NOT NULL
  RETURN instance AS resource
---*/
MATCH (instance:GcpSqlInstance)
WHERE instance.engine = 'MYSQL' AND NOT 'local_infile=off' IN instance.flags
RETURN instance AS resource, {expected: 'local_infile=off', actual: instance.flags} AS evidence
