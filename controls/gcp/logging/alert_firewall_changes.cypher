/*---
title: Somebody is told when firewall rules change
resource: GcpProject
severity: medium
policy: gcp-monitoring
mandates: {cis-gcp-4.0: ["2.7"]}
also: {prowler: [logging_log_metric_filter_and_alert_for_vpc_firewall_rule_changes_enabled]}
why: >-
  One rule opens a network to the world, and scanners find what it opened within minutes.
fix:
  console: >-
    Logging > Log-based metrics > Create metric, with the filter below; then Monitoring > Alerting >
    Create policy on that metric, above 0, with a notification channel that somebody reads.
  cli: |
    gcloud logging metrics create firewall-changes --project {account} \
      --description "firewall changes" --log-filter '
      resource.type="gce_firewall_rule"
      AND (protoPayload.methodName:"compute.firewalls.insert"
      OR protoPayload.methodName:"compute.firewalls.patch"
      OR protoPayload.methodName:"compute.firewalls.delete")'
    gcloud monitoring policies create --project {account} --display-name firewall-changes \
      --notification-channels "${CHANNEL:?projects/.../notificationChannels/... that is read}" \
      --combiner OR --condition-display-name firewall-changes --if "> 0" --duration 0s \
      --condition-filter \
      'metric.type="logging.googleapis.com/user/firewall-changes" AND resource.type="global"' \
      --aggregation '{"alignmentPeriod": "300s", "perSeriesAligner": "ALIGN_SUM"}'
  terraform: |
    resource "google_logging_metric" "this" {
      project = "{account}"
      name    = "firewall-changes"
      filter  = <<-EOT
        resource.type="gce_firewall_rule"
        AND (protoPayload.methodName:"compute.firewalls.insert"
        OR protoPayload.methodName:"compute.firewalls.patch"
        OR protoPayload.methodName:"compute.firewalls.delete")
      EOT
    }
    resource "google_monitoring_alert_policy" "this" {
      project               = "{account}"
      display_name          = "firewall-changes"
      combiner              = "OR"
      notification_channels = [var.channel_id]
      conditions {
        display_name = "firewall-changes"
        condition_threshold {
          filter = join(" AND ", [
            "metric.type=\"logging.googleapis.com/user/${google_logging_metric.this.name}\"",
            "resource.type=\"global\"",
          ])
          comparison      = "COMPARISON_GT"
          threshold_value = 0
          duration        = "0s"
          aggregations {
            alignment_period   = "300s"
            per_series_aligner = "ALIGN_SUM"
          }
        }
      }
    }
---*/
WITH [
  'resource.type=gce_firewall_rule', 'protoPayload.methodName:compute.firewalls.insert',
  'protoPayload.methodName:compute.firewalls.patch',
  'protoPayload.methodName:compute.firewalls.delete'
] AS terms
MATCH (project:GcpProject)
WHERE NOT EXISTS {
  MATCH (project)<-[:IN_PROJECT]-(metric:GcpLogMetric)<-[:WATCHES]-(policy:GcpAlertPolicy)
  MATCH (policy)-[:NOTIFIES]->(channel:GcpNotificationChannel)
  WHERE all(term IN terms WHERE term IN metric.terms OR replace(term, '=', ':') IN metric.terms)
    AND metric.is_disabled = false AND policy.is_enabled = true AND channel.delivers = true
}
RETURN project AS resource, {nobody_is_told_of: terms} AS evidence
