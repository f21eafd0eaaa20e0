/*---
title: Database instances do not let the whole internet connect
resource: GcpSqlInstance
severity: critical
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.5"]}
also: {prowler: [cloudsql_instance_public_access]}
why: >-
  Any address may then try passwords, and use the next flaw of the engine on the day it is known.
fix:
  console: >-
    SQL > {name} > Connections > Networking > Authorized networks > take away the one for every
    address > Save.
  cli: |
    # what is named takes the place of all that is there; --clear-authorized-networks for none
    gcloud sql instances patch {name} --project {account} \
      --authorized-networks "${BLOCKS:?the addresses that need it, with commas between}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        ip_configuration {
          # ...
          authorized_networks {
            name  = "office"
            value = var.office # never 0.0.0.0/0
          }
        }
      }
    }
---*/
MATCH (instance:GcpSqlInstance)
WHERE any(block IN instance.authorized_networks WHERE block ENDS WITH '/0')
RETURN instance AS resource, {
  expected: 'known addresses only', actual: instance.authorized_networks
} AS evidence
