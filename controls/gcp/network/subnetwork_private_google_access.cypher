/*---
title: Instances reach Google without an address of the internet
resource: GcpSubnetwork
severity: low
policy: gcp-network-design
why: >-
  Without it an instance needs an external address for no more than reading a bucket, and can then
  be reached by it.
fix:
  console: >-
    VPC network > VPC networks > Subnets > {name} > Edit > Private Google Access: On > Save.
  cli: >-
    gcloud compute networks subnets update {name} --project {account} --region {region}
    --enable-private-ip-google-access
  terraform: |
    resource "google_compute_subnetwork" "this" {
      name                     = "{name}"
      private_ip_google_access = true
      # ...
    }
applies: |
  MATCH (subnetwork:GcpSubnetwork)
  WHERE subnetwork.is_for_instances = true
  RETURN subnetwork AS resource
---*/
MATCH (subnetwork:GcpSubnetwork)
WHERE subnetwork.is_for_instances = true AND subnetwork.private_google_access = false
RETURN subnetwork AS resource, {expected: 'on', actual: 'off'} AS evidence
