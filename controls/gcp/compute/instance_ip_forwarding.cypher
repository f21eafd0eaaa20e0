/*---
title: Instances send packets under their own addresses only
resource: GcpComputeInstance
severity: medium
policy: gcp-compute-hardening
mandates: {cis-gcp-4.0: ["4.6"]}
also: {prowler: [compute_instance_ip_forwarding_is_enabled]}
why: >-
  One that may forward can hand on what is not for it, and pretend to be others.
fix:
  console: >-
    Compute Engine > VM instances > {name} > Equivalent REST > make it anew with IP forwarding off,
    unless it is meant for a router.
  cli: |
    gcloud compute instances export {name} --project {account} --zone {zone} \
      --destination instance.yaml
    sed -i 's/^canIpForward: true/canIpForward: false/' instance.yaml
    gcloud compute instances update-from-file {name} --project {account} --zone {zone} \
      --source instance.yaml --most-disruptive-allowed-action RESTART
  terraform: |
    resource "google_compute_instance" "this" {
      name = "{name}"
      # ...
      can_ip_forward = false
    }
applies: |
  MATCH (instance:GcpComputeInstance)
  WHERE instance.is_kubernetes_node = false
  RETURN instance AS resource
---*/
MATCH (instance:GcpComputeInstance)
WHERE instance.can_ip_forward = true AND instance.is_kubernetes_node = false
RETURN instance AS resource, {expected: 'off', actual: 'on'} AS evidence
