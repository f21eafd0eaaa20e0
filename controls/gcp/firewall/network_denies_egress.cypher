/*---
title: Networks let out only what a rule allows
resource: GcpNetwork
severity: low
policy: gcp-network-design
why: >-
  Without a rule everything may go out: whoever is on an instance can fetch tools, and take data
  away to wherever they like.
fix:
  console: >-
    VPC network > Firewall > Create firewall rule > Network: {name}, Priority: 65534, Direction:
    Egress, Action: Deny, Targets: All instances, Destination: 0.0.0.0/0, Deny all > Create; before
    that, make rules with lower numbers for what has to go out.
  cli: >-
    gcloud compute firewall-rules create {name}-deny-egress --project {account} --network {name}
    --direction EGRESS --action DENY --rules all --destination-ranges 0.0.0.0/0 --priority 65534
  terraform: |
    resource "google_compute_firewall" "deny_egress" {
      name               = "{name}-deny-egress"
      network            = "{name}"
      direction          = "EGRESS"
      priority           = 65534
      destination_ranges = ["0.0.0.0/0"]
      deny {
        protocol = "all"
      }
    }
---*/
MATCH (network:GcpNetwork)
WHERE NOT EXISTS {
  (network)<-[:IN_NETWORK]-(rule:GcpFirewallRule)
  WHERE rule.action = 'deny'
    AND rule.is_disabled = false
    AND rule.is_to_anywhere = true
    AND 'all' IN rule.traffic
    AND size(rule.targets) = 0
}
RETURN network AS resource, {expected: 'a rule that denies the rest', actual: 'none'} AS evidence
