/*---
title: External addresses are in use
resource: GcpAddress
severity: low
policy: gcp-network-design
why: >-
  It costs, and names that still lead to it are taken over by whoever gets it after it is released.
fix:
  console: >-
    VPC network > IP addresses > {name} > remove DNS names that lead to it > Release static address.
  cli: |
    region={region}
    if [ "$region" = global ]; then where=--global; else where="--region=$region"; fi
    gcloud compute addresses delete {name} --project {account} $where
  terraform: |
    # Take the resource "google_compute_address" of the name {name} out of the configuration and
    # apply.
applies: |
  MATCH (address:GcpAddress)
  WHERE address.is_external = true
  RETURN address AS resource
---*/
MATCH (address:GcpAddress)
WHERE address.is_external = true AND address.is_in_use = false
RETURN address AS resource, {
  address: address.address, expected: 'in use', actual: 'unused'
} AS evidence
