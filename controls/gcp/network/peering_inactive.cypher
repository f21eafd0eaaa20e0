/*---
title: Peerings of networks have both ends
resource: GcpNetwork
severity: low
policy: gcp-network-design
why: >-
  Half a peering lets nothing through, and stands open for whoever makes a network of that name on
  the other side.
fix:
  console: >-
    VPC network > VPC network peering > those of {name} that are inactive > make the other end, or
    Delete.
  cli: |
    gcloud compute networks describe {name} --project {account} \
      --flatten 'peerings[]' --format 'csv[no-heading](peerings.name,peerings.state)' |
      while IFS=, read -r peering state; do
        [ "$state" = INACTIVE ] &&
          gcloud compute networks peerings delete "$peering" --project {account} --network {name}
      done
  terraform: |
    # Both ends: one here, and the same turned around in the other network's project.
    resource "google_compute_network_peering" "this" {
      name         = "to-peer"
      network      = google_compute_network.this.self_link
      peer_network = var.peer_network
    }
---*/
MATCH (network:GcpNetwork)-[peering:PEERED_WITH]->(peer:GcpNetwork|Unseen)
WHERE peering.state = 'INACTIVE'
WITH network, peer ORDER BY peer.uid
RETURN network AS resource, {inactive_with: collect(peer.uid)} AS evidence
