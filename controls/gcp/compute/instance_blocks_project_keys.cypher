/*---
title: Instances take no SSH keys of the whole project
resource: GcpComputeInstance
severity: medium
policy: gcp-compute-hardening
mandates: {cis-gcp-4.0: ["4.3"]}
also: {prowler: [compute_instance_block_project_wide_ssh_keys_disabled]}
why: >-
  A key among the metadata of a project opens each of its instances: whoever gets hold of one is on
  all of them.
fix:
  console: >-
    Compute Engine > VM instances > {name} > Edit > Security and access > Block project-wide SSH
    keys > Save.
  cli: >-
    gcloud compute instances add-metadata {name} --project {account} --zone {zone} --metadata
    block-project-ssh-keys=TRUE
  terraform: |
    resource "google_compute_instance" "this" {
      name = "{name}"
      # ...
      metadata = {
        block-project-ssh-keys = "TRUE"
      }
    }
---*/
MATCH (instance:GcpComputeInstance)
WHERE coalesce(instance.blocks_project_keys, false) = false
RETURN instance AS resource, {expected: 'blocked', actual: 'taken'} AS evidence
