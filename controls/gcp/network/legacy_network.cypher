/*---
title: No network is of the form without subnetworks
resource: GcpNetwork
severity: medium
policy: gcp-network-design
mandates: {cis-gcp-4.0: ["3.2"]}
also: {prowler: [compute_network_not_legacy]}
why: >-
  It has one range for all regions, so nothing in it can be kept apart, logged or shared by
  subnetwork; and Google changes nothing of it any more.
fix:
  console: >-
    VPC network > VPC networks > Create VPC network > Subnet creation mode: Custom > Create; move
    what is in {name} there, then delete it.
  cli: |
    gcloud compute networks create "${NEW:?name of the network to move to}" --project {account} \
      --subnet-mode custom
    # Move what is in the old one, then:
    gcloud compute networks delete {name} --project {account}
  terraform: |
    resource "google_compute_network" "this" {
      name                    = var.network_name
      auto_create_subnetworks = false
    }
---*/
MATCH (network:GcpNetwork)
WHERE network.mode = 'legacy'
RETURN network AS resource, {
  expected: 'auto or custom', actual: network.mode, range: network.legacy_cidr
} AS evidence
