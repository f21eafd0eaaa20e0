/*---
title: Firewall rules do not open every port to the internet
resource: GcpFirewallRule
severity: critical
policy: gcp-network-exposure
why: Whatever listens on an instance, now or later, is then open to all.
fix:
  console: >-
    VPC network > Firewall > {name} > Edit > Protocols and ports: only those that are served > Save;
    or give it sources that you know.
  cli: >-
    gcloud compute firewall-rules update {name} --project {account}
    --rules "${SERVED:?such as tcp:443}"
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
WITH ['all', 'tcp', 'tcp:0-65535', 'tcp:1-65535', 'udp', 'udp:0-65535', 'udp:1-65535'] AS everything
MATCH (rule:GcpFirewallRule)
WHERE rule.action = 'allow'
  AND rule.is_disabled = false
  AND rule.is_from_anywhere = true
  AND any(kind IN rule.traffic WHERE kind IN everything)
  AND NOT EXISTS {
    // The lowest number decides, and at one number what denies: for all addresses and targets.
    (rule)-[:IN_NETWORK]->(:GcpNetwork)<-[:IN_NETWORK]-(deny:GcpFirewallRule)
    WHERE deny.action = 'deny'
      AND deny.is_disabled = false
      AND deny.priority <= rule.priority
      AND all(family IN rule.from_any WHERE family IN deny.from_any)
      AND ('all' IN deny.traffic OR all(kind IN rule.traffic WHERE kind IN deny.traffic))
      AND (
        size(deny.targets) = 0
        OR size(rule.targets) > 0 AND all(target IN rule.targets WHERE target IN deny.targets)
      )
  }
RETURN rule AS resource, {
  allows: rule.traffic, from: rule.source_ranges, for: rule.targets, priority: rule.priority
} AS evidence
