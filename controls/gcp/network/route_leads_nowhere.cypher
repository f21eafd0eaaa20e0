/*---
title: Routes lead to something that takes the traffic
resource: GcpRoute
severity: low
policy: gcp-network-design
why: >-
  Traffic for these addresses is dropped without a word, and leftovers hide which routes still
  count.
fix:
  console: >-
    VPC network > Routes > {name} > see what Google warns of > let the route lead elsewhere, or
    Delete.
  cli: >-
    gcloud compute routes delete {name} --project {account}
  terraform: |
    # Take the resource "google_compute_route" of the name {name} out of the configuration, or:
    resource "google_compute_instance" "router" {
      can_ip_forward = true
      # ...
    }
---*/
MATCH (route:GcpRoute)
WHERE size(route.warnings) > 0
RETURN route AS resource, {
  destination: route.destination, next_hop: route.next_hop, warnings: route.warnings
} AS evidence
