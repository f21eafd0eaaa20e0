/*---
title: Projects have no network called default
resource: GcpNetwork
severity: medium
policy: gcp-network-design
mandates: {cis-gcp-4.0: ["3.1"]}
also: {prowler: [compute_network_default_in_use]}
why: >-
  Google makes it with each project: a subnetwork in every region, and rules that open SSH, Remote
  Desktop and everything inside. What is made without a thought ends up there.
fix:
  console: >-
    VPC network > VPC networks > {name} > move what uses it to a network of your own > Firewalls:
    delete its rules > Delete VPC network.
  cli: |
    gcloud compute firewall-rules list --project {account} --filter 'network~/networks/default$' \
      --format 'value(name)' |
      xargs -r gcloud compute firewall-rules delete --quiet --project {account}
    gcloud compute networks delete {name} --quiet --project {account}
  terraform: |
    # For projects to come; the network of one that is there is deleted by hand.
    resource "google_project" "this" {
      name                = var.project_name
      project_id          = "{account}"
      auto_create_network = false
    }
---*/
MATCH (network:GcpNetwork)
WHERE network.is_default = true
RETURN network AS resource, {expected: 'no such network', actual: network.name} AS evidence
