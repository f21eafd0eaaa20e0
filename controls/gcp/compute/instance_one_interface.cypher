/*---
title: Instances stand in one network
resource: GcpComputeInstance
severity: low
policy: gcp-network-design
also: {prowler: [compute_instance_single_network_interface]}
why: >-
  One with a leg in two networks is a way from one to the other that no rule of either sees.
fix:
  console: >-
    Compute Engine > VM instances > {name} > make it anew with one network interface, unless it is
    meant for a router or a firewall.
  cli: |
    gcloud compute instances describe {name} --project {account} --zone {zone} \
      --format 'table(networkInterfaces.name,networkInterfaces.network,networkInterfaces.networkIP)'
  terraform: |
    resource "google_compute_instance" "this" {
      name = "{name}"
      # ...
      network_interface {
        subnetwork = google_compute_subnetwork.this.id
      }
    }
---*/
MATCH (instance:GcpComputeInstance)
WHERE instance.interfaces > 1
RETURN instance AS resource, {expected: 1, actual: instance.interfaces} AS evidence
