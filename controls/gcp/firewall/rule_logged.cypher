/*---
title: Firewall rules that let the internet in log what they let in
resource: GcpFirewallRule
severity: low
policy: gcp-logging
why: >-
  After an attack, the log tells which connections were let in, from where and to which instance.
fix:
  console: VPC network > Firewall > {name} > Edit > Logs > On > Save.
  cli: gcloud compute firewall-rules update {name} --project {account} --enable-logging
  terraform: |
    resource "google_compute_firewall" "this" {
      name = "{name}"
      # ...
      log_config {
        metadata = "INCLUDE_ALL_METADATA"
      }
    }
applies: |
  MATCH (rule:GcpFirewallRule)
  WHERE rule.action = 'allow' AND rule.is_disabled = false AND rule.is_from_anywhere = true
  RETURN rule AS resource
---*/
MATCH (rule:GcpFirewallRule)
WHERE rule.action = 'allow'
  AND rule.is_disabled = false
  AND rule.is_from_anywhere = true
  AND rule.is_logged = false
RETURN rule AS resource, {expected: 'logged', actual: 'not logged'} AS evidence
