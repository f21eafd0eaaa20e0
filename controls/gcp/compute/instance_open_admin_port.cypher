/*---
title: Instances with a public address open no port for administration to the internet
resource: GcpComputeInstance
severity: critical
policy: gcp-network-exposure
why: >-
  The way from the internet to the sign-in of the machine is open: address, network and rule let it
  through.
fix:
  console: >-
    Compute Engine > VM instances > {name} > Network interfaces > View firewall and routes details >
    give the rules that open ports 22 and 3389 to everyone the source 35.235.240.0/20, and sign in
    through Identity-Aware Proxy.
  cli: |
    gcloud compute firewall-rules update "${RULE:?the rule that the finding names}" \
      --project {account} --source-ranges 35.235.240.0/20
  terraform: |
    resource "google_compute_firewall" "sign_in" {
      name          = "sign-in-through-proxy"
      network       = google_compute_network.this.id
      source_ranges = ["35.235.240.0/20"]
      allow {
        protocol = "tcp"
        ports    = ["22", "3389"]
      }
    }
---*/
WITH [22, 3389] AS ports
UNWIND ports AS port
MATCH (instance:GcpComputeInstance)-[at:IN_NETWORK]->(network:GcpNetwork)
UNWIND at.reached_over AS family
MATCH (network)<-[:IN_NETWORK]-(rule:GcpFirewallRule)
WHERE rule.action = 'allow'
  AND rule.is_disabled = false
  AND family IN rule.from_any
  // Ranges that have begun at the port, and more of them than have ended before it.
  AND size([first IN rule.tcp_from WHERE first <= port])
    > size([last IN rule.tcp_to WHERE last < port])
  AND (
    size(rule.targets) = 0
    OR any(target IN rule.targets WHERE target IN instance.firewall_targets)
  )
  AND NOT EXISTS {
    // The lowest number decides, and at one number what denies.
    (network)<-[:IN_NETWORK]-(deny:GcpFirewallRule)
    WHERE deny.action = 'deny'
      AND deny.is_disabled = false
      AND deny.priority <= rule.priority
      AND family IN deny.from_any
      AND size([first IN deny.tcp_from WHERE first <= port])
        > size([last IN deny.tcp_to WHERE last < port])
      AND (
        size(deny.targets) = 0
        OR any(target IN deny.targets WHERE target IN instance.firewall_targets)
      )
  }
RETURN instance AS resource, {path: min([rule.uid, network.uid, instance.uid])} AS evidence
