/*---
title: Somebody is told when routes change
resource: GcpProject
severity: medium
policy: gcp-monitoring
mandates: {cis-gcp-4.0: ["2.8"]}
also: {prowler: [logging_log_metric_filter_and_alert_for_vpc_network_route_changes_enabled]}
why: >-
  A new route leads traffic past what should look at it, or to somebody else.
fix:
  console: >-
    Logging > Log-based metrics > Create metric, with the filter below; then Monitoring > Alerting >
    Create policy on that metric, above 0, with a notification channel that somebody reads.
  cli: |
    gcloud logging metrics create route-changes --project {account} \
      --description "route changes" --log-filter '
      resource.type="gce_route"
      AND (protoPayload.methodName:"compute.routes.insert"
      OR protoPayload.methodName:"compute.routes.delete")'
    gcloud monitoring policies create --project {account} --display-name route-changes \
      --notification-channels "${CHANNEL:?projects/.../notificationChannels/... that is read}" \
      --combiner OR --condition-display-name route-changes --if "> 0" --duration 0s \
      --condition-filter \
      'metric.type="logging.googleapis.com/user/route-changes" AND resource.type="global"' \
      --aggregation '{"alignmentPeriod": "300s", "perSeriesAligner": "ALIGN_SUM"}'
  terraform: |
    resource "google_logging_metric" "this" {
      project = "{account}"
      name    = "route-changes"
      filter  = <<-EOT
        resource.type="gce_route"
        AND (protoPayload.methodName:"compute.routes.insert"
        OR protoPayload.methodName:"compute.routes.delete")
      EOT
    }
    resource "google_monitoring_alert_policy" "this" {
      project               = "{account}"
      display_name          = "route-changes"
      combiner              = "OR"
      notification_channels = [var.channel_id]
      conditions {
        display_name = "route-changes"
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
  'resource.type=gce_route', 'protoPayload.methodName:compute.routes.insert',
  'protoPayload.methodName:compute.routes.delete'
] AS terms
MATCH (project:GcpProject)
WHERE NOT EXISTS {
  MATCH (project)<-[:IN_PROJECT]-(metric:GcpLogMetric)<-[:WATCHES]-(policy:GcpAlertPolicy)
  MATCH (policy)-[:NOTIFIES]->(channel:GcpNotificationChannel)
  WHERE all(term IN terms WHERE term IN metric.terms OR replace(term, '=', ':') IN metric.terms)
    AND metric.is_disabled = false AND policy.is_enabled = true AND channel.delivers = true
}
RETURN project AS resource, {nobody_is_told_of: terms} AS evidence
