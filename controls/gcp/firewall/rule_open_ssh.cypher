/*---
title: Firewall rules do not open SSH to the internet
resource: GcpFirewallRule
severity: high
policy: gcp-network-exposure
mandates: {cis-gcp-4.0: ["3.6"]}
also: {prowler: [compute_firewall_ssh_access_from_the_internet_allowed]}
why: >-
  Every address of the internet is scanned for SSH all day: one weak key or one flaw of the server
  is enough.
fix:
  console: >-
    VPC network > Firewall > {name} > Edit > Source IPv4 or IPv6 ranges: addresses that you know >
    Save; reach the machines through Identity-Aware Proxy, from 35.235.240.0/20.
  cli: >-
    gcloud compute firewall-rules update {name} --project {account}
    --source-ranges 35.235.240.0/20
  terraform: |
    resource "google_compute_firewall" "this" {
      name          = "{name}"
      network       = google_compute_network.this.id
      source_ranges = ["35.235.240.0/20"]
      allow {
        protocol = "tcp"
        ports    = ["22"]
      }
    }
---*/
WITH 22 AS port
MATCH (rule:GcpFirewallRule)
WHERE rule.action = 'allow'
  AND rule.is_disabled = false
  AND rule.is_from_anywhere = true
  // Ranges that have begun at the port, and more of them than have ended before it.
  AND size([first IN rule.tcp_from WHERE first <= port])
    > size([last IN rule.tcp_to WHERE last < port])
  AND NOT EXISTS {
    // The lowest number decides, and at one number what denies: for all addresses and targets.
    (rule)-[:IN_NETWORK]->(:GcpNetwork)<-[:IN_NETWORK]-(deny:GcpFirewallRule)
    WHERE deny.action = 'deny'
      AND deny.is_disabled = false
      AND deny.priority <= rule.priority
      AND all(family IN rule.from_any WHERE family IN deny.from_any)
      AND size([first IN deny.tcp_from WHERE first <= port])
        > size([last IN deny.tcp_to WHERE last < port])
      AND (
        size(deny.targets) = 0
        OR size(rule.targets) > 0 AND all(target IN rule.targets WHERE target IN deny.targets)
      )
  }
RETURN rule AS resource, {
  allows: rule.traffic, from: rule.source_ranges, for: rule.targets, priority: rule.priority
} AS evidence
