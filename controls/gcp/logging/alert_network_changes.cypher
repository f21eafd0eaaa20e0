/*---
title: Somebody is told when networks and their peerings change
resource: GcpProject
severity: medium
policy: gcp-monitoring
mandates: {cis-gcp-4.0: ["2.9"]}
also: {prowler: [logging_log_metric_filter_and_alert_for_vpc_network_changes_enabled]}
why: >-
  A peering joins a network to another one, perhaps a stranger's, and no firewall rule has to be
  touched for it.
fix:
  console: >-
    Logging > Log-based metrics > Create metric, with the filter below; then Monitoring > Alerting >
    Create policy on that metric, above 0, with a notification channel that somebody reads.
  cli: |
    gcloud logging metrics create network-changes --project {account} \
      --description "network changes" --log-filter '
      resource.type="gce_network"
      AND (protoPayload.methodName:"compute.networks.insert"
      OR protoPayload.methodName:"compute.networks.patch"
      OR protoPayload.methodName:"compute.networks.delete"
      OR protoPayload.methodName:"compute.networks.removePeering"
      OR protoPayload.methodName:"compute.networks.addPeering")'
    gcloud monitoring policies create --project {account} --display-name network-changes \
      --notification-channels "${CHANNEL:?projects/.../notificationChannels/... that is read}" \
      --combiner OR --condition-display-name network-changes --if "> 0" --duration 0s \
      --condition-filter \
      'metric.type="logging.googleapis.com/user/network-changes" AND resource.type="global"' \
      --aggregation '{"alignmentPeriod": "300s", "perSeriesAligner": "ALIGN_SUM"}'
  terraform: |
    resource "google_logging_metric" "this" {
      project = "{account}"
      name    = "network-changes"
      filter  = <<-EOT
        resource.type="gce_network"
        AND (protoPayload.methodName:"compute.networks.insert"
        OR protoPayload.methodName:"compute.networks.patch"
        OR protoPayload.methodName:"compute.networks.delete"
        OR protoPayload.methodName:"compute.networks.removePeering"
        OR protoPayload.methodName:"compute.networks.addPeering")
      EOT
    }
    resource "google_monitoring_alert_policy" "this" {
      project               = "{account}"
      display_name          = "network-changes"
      combiner              = "OR"
      notification_channels = [var.channel_id]
      conditions {
        display_name = "network-changes"
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
  'resource.type=gce_network', 'protoPayload.methodName:compute.networks.insert',
  'protoPayload.methodName:compute.networks.patch',
  'protoPayload.methodName:compute.networks.delete',
  'protoPayload.methodName:compute.networks.removePeering',
  'protoPayload.methodName:compute.networks.addPeering'
] AS terms
MATCH (project:GcpProject)
WHERE NOT EXISTS {
  MATCH (project)<-[:IN_PROJECT]-(metric:GcpLogMetric)<-[:WATCHES]-(policy:GcpAlertPolicy)
  MATCH (policy)-[:NOTIFIES]->(channel:GcpNotificationChannel)
  WHERE all(term IN terms WHERE term IN metric.terms OR replace(term, '=', ':') IN metric.terms)
    AND metric.is_disabled = false AND policy.is_enabled = true AND channel.delivers = true
}
RETURN project AS resource, {nobody_is_told_of: terms} AS evidence
