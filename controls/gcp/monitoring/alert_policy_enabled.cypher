/*---
title: Alert policies are switched on
resource: GcpAlertPolicy
severity: medium
policy: gcp-monitoring
why: Somebody has silenced it, for an hour perhaps, and forgot; now nobody is told.
fix:
  console: Monitoring > Alerting > Policies of {account} > {name} > Enabled; or delete it.
  cli: gcloud monitoring policies update {resource_name} --enabled
  terraform: |
    resource "google_monitoring_alert_policy" "this" {
      display_name = "{name}"
      enabled      = true
      # ...
    }
---*/
MATCH (policy:GcpAlertPolicy)
WHERE policy.is_enabled = false
RETURN policy AS resource, {expected: 'on', actual: 'off'} AS evidence
