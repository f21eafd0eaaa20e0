/*---
title: Firewall rules do not open databases to the internet
resource: GcpFirewallRule
severity: high
policy: gcp-network-exposure
why: >-
  Databases are made for a network that is trusted: many of them answer without a password.
fix:
  console: >-
    VPC network > Firewall > {name} > Edit > Source IPv4 or IPv6 ranges: the networks of those that
    ask the database > Save.
  cli: >-
    gcloud compute firewall-rules update {name} --project {account}
    --source-ranges "${SOURCES:?blocks of those that ask the database}"
  terraform: |
    resource "google_compute_firewall" "this" {
      name          = "{name}"
      network       = google_compute_network.this.id
      source_ranges = var.application_blocks
      allow {
        protocol = "tcp"
        ports    = ["5432"]
      }
    }
---*/
WITH [
  1433, 1434, 1521, 2483, 3306, 5432, 6379, 9042, 9200, 9300, 11211, 27017, 27018
] AS ports
UNWIND ports AS port
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
WITH rule, port ORDER BY port
RETURN rule AS resource, {
  ports: collect(port), from: rule.source_ranges, for: rule.targets, priority: rule.priority
} AS evidence
