/*---
title: Database instances refuse connections in clear text
resource: GcpSqlInstance
severity: high
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.4"]}
also: {prowler: [cloudsql_instance_ssl_connections]}
why: Passwords and rows that pass in clear text are there to read for whoever is on the way.
fix:
  console: >-
    SQL > {name} > Connections > Security > SSL mode > Allow only SSL connections > Save.
  cli: gcloud sql instances patch {name} --project {account} --ssl-mode ENCRYPTED_ONLY
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        ip_configuration {
          # ...
          ssl_mode = "ENCRYPTED_ONLY"
        }
      }
    }
applies: |
  MATCH (instance:GcpSqlInstance)
  WHERE instance.requires_tls IS NOT NULL
  RETURN instance AS resource
---*/
MATCH (instance:GcpSqlInstance)
WHERE instance.requires_tls = false
RETURN instance AS resource, {
  expected: 'ENCRYPTED_ONLY or more', actual: instance.ssl_mode
} AS evidence
