/*---
title: Somebody is told when permissions on buckets change
resource: GcpProject
severity: medium
policy: gcp-monitoring
mandates: {cis-gcp-4.0: ["2.10"]}
also: {prowler: [logging_log_metric_filter_and_alert_for_bucket_permission_changes_enabled]}
why: >-
  Data leaks out of a bucket by one grant, which takes a second to make and months to notice.
fix:
  console: >-
    Logging > Log-based metrics > Create metric, with the filter below; then Monitoring > Alerting >
    Create policy on that metric, above 0, with a notification channel that somebody reads.
  cli: |
    gcloud logging metrics create bucket-grants --project {account} \
      --description "bucket grants" --log-filter '
      resource.type="gcs_bucket"
      AND protoPayload.methodName="storage.setIamPermissions"'
    gcloud monitoring policies create --project {account} --display-name bucket-grants \
      --notification-channels "${CHANNEL:?projects/.../notificationChannels/... that is read}" \
      --combiner OR --condition-display-name bucket-grants --if "> 0" --duration 0s \
      --condition-filter \
      'metric.type="logging.googleapis.com/user/bucket-grants" AND resource.type="global"' \
      --aggregation '{"alignmentPeriod": "300s", "perSeriesAligner": "ALIGN_SUM"}'
  terraform: |
    resource "google_logging_metric" "this" {
      project = "{account}"
      name    = "bucket-grants"
      filter  = <<-EOT
        resource.type="gcs_bucket"
        AND protoPayload.methodName="storage.setIamPermissions"
      EOT
    }
    resource "google_monitoring_alert_policy" "this" {
      project               = "{account}"
      display_name          = "bucket-grants"
      combiner              = "OR"
      notification_channels = [var.channel_id]
      conditions {
        display_name = "bucket-grants"
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
WITH ['resource.type=gcs_bucket', 'protoPayload.methodName=storage.setIamPermissions'] AS terms
MATCH (project:GcpProject)
WHERE NOT EXISTS {
  MATCH (project)<-[:IN_PROJECT]-(metric:GcpLogMetric)<-[:WATCHES]-(policy:GcpAlertPolicy)
  MATCH (policy)-[:NOTIFIES]->(channel:GcpNotificationChannel)
  WHERE all(term IN terms WHERE term IN metric.terms OR replace(term, '=', ':') IN metric.terms)
    AND metric.is_disabled = false AND policy.is_enabled = true AND channel.delivers = true
}
RETURN project AS resource, {nobody_is_told_of: terms} AS evidence
