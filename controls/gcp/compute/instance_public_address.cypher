/*---
title: Instances have no address of the internet
resource: GcpComputeInstance
severity: medium
policy: gcp-network-exposure
mandates: {cis-gcp-4.0: ["4.9"]}
also: {prowler: [compute_instance_public_ip]}
why: >-
  What has one is tried by everybody: load balancers, Identity-Aware Proxy and Cloud NAT do without.
fix:
  console: >-
    Compute Engine > VM instances > {name} > Edit > Network interfaces > External IPv4 address: None
    > Done > Save.
  cli: |
    gcloud compute instances describe {name} --project {account} --zone {zone} \
      --flatten 'networkInterfaces[].accessConfigs[]' \
      --format 'csv[no-heading](networkInterfaces.name,networkInterfaces.accessConfigs.name)' |
      while IFS=, read -r interface way; do
        gcloud compute instances delete-access-config {name} --project {account} --zone {zone} \
          --network-interface "$interface" --access-config-name "$way" </dev/null
      done
  terraform: |
    resource "google_compute_instance" "this" {
      name = "{name}"
      # ...
      network_interface {
        subnetwork = google_compute_subnetwork.this.id
        # no access_config
      }
    }
applies: |
  MATCH (instance:GcpComputeInstance)
  WHERE instance.is_kubernetes_node = false
  RETURN instance AS resource
---*/
MATCH (instance:GcpComputeInstance)
WHERE instance.has_external_access = true AND instance.is_kubernetes_node = false
RETURN instance AS resource, {expected: [], actual: instance.external_addresses} AS evidence
