/*---
title: Networks have the subnetworks that we made, and no others
resource: GcpNetwork
severity: low
policy: gcp-network-design
why: >-
  A network that makes subnetworks by itself has one in every region, with addresses that all such
  networks share: they can never be connected.
fix:
  console: >-
    VPC network > VPC networks > {name} > Edit > Subnet creation mode: Custom > Save.
  cli: >-
    gcloud compute networks update {name} --project {account} --switch-to-custom-subnet-mode
  terraform: |
    resource "google_compute_network" "this" {
      name                    = "{name}"
      auto_create_subnetworks = false
    }
---*/
MATCH (network:GcpNetwork)
WHERE network.mode = 'auto'
RETURN network AS resource, {expected: 'custom', actual: network.mode} AS evidence
