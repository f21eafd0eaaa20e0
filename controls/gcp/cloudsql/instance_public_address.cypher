/*---
title: Database instances have no address of the internet
resource: GcpSqlInstance
severity: medium
policy: gcp-databases
mandates: {cis-gcp-4.0: ["6.6"]}
also: {prowler: [cloudsql_instance_public_ip, cloudsql_instance_private_ip_assignment]}
why: >-
  An instance that only a private network reaches is not open to everyone by one wrong entry in a
  list.
fix:
  console: >-
    SQL > {name} > Connections > Networking > Private IP, choose the network > take Public IP away >
    Save.
  cli: |
    # the network must have private services access
    gcloud sql instances patch {name} --project {account} --no-assign-ip \
      --network "${NETWORK:?projects/.../global/networks/... that its clients are in}"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        ip_configuration {
          ipv4_enabled    = false
          private_network = google_compute_network.this.id
        }
      }
    }
---*/
MATCH (instance:GcpSqlInstance)
WHERE instance.has_public_address = true
RETURN instance AS resource, {
  expected: 'private addresses only', actual: instance.public_addresses
} AS evidence
