/*---
title: Firewall rules that open something to the internet name the instances
resource: GcpFirewallRule
severity: medium
policy: gcp-network-design
why: >-
  Such a rule holds for every instance of its network, for those too that are made next year for
  something else.
fix:
  console: >-
    VPC network > Firewall > {name} > Edit > Targets: Specified target tags, or Specified service
    account > Save; give the instances that serve this the tag.
  cli: >-
    gcloud compute firewall-rules update {name} --project {account}
    --target-tags "${TAG:?tag of the instances that serve this}"
  terraform: |
    resource "google_compute_firewall" "this" {
      name          = "{name}"
      network       = google_compute_network.this.id
      source_ranges = ["0.0.0.0/0"]
      target_tags   = ["web"]
      allow {
        protocol = "tcp"
        ports    = ["443"]
      }
    }
---*/
MATCH (rule:GcpFirewallRule)
WHERE rule.action = 'allow'
  AND rule.is_disabled = false
  AND rule.is_from_anywhere = true
  AND size(rule.targets) = 0
  AND any(kind IN rule.traffic WHERE NOT kind IN ['icmp', '58'])
RETURN rule AS resource, {allows: rule.traffic, expected: 'targets', actual: 'none'} AS evidence
