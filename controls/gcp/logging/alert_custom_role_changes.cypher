/*---
title: Somebody is told when custom roles change
resource: GcpProject
severity: medium
policy: gcp-monitoring
mandates: {cis-gcp-4.0: ["2.6"]}
also: {prowler: [logging_log_metric_filter_and_alert_for_custom_role_changes_enabled]}
why: >-
  A permission that is slipped into a role reaches all who have it, and no grant shows that anything
  changed.
fix:
  console: >-
    Logging > Log-based metrics > Create metric, with the filter below; then Monitoring > Alerting >
    Create policy on that metric, above 0, with a notification channel that somebody reads.
  cli: |
    gcloud logging metrics create custom-role-changes --project {account} \
      --description "custom role changes" --log-filter '
      resource.type="iam_role"
      AND (protoPayload.methodName="google.iam.admin.v1.CreateRole"
      OR protoPayload.methodName="google.iam.admin.v1.DeleteRole"
      OR protoPayload.methodName="google.iam.admin.v1.UpdateRole")'
    gcloud monitoring policies create --project {account} --display-name custom-role-changes \
      --notification-channels "${CHANNEL:?projects/.../notificationChannels/... that is read}" \
      --combiner OR --condition-display-name custom-role-changes --if "> 0" --duration 0s \
      --condition-filter \
      'metric.type="logging.googleapis.com/user/custom-role-changes" AND resource.type="global"' \
      --aggregation '{"alignmentPeriod": "300s", "perSeriesAligner": "ALIGN_SUM"}'
  terraform: |
    resource "google_logging_metric" "this" {
      project = "{account}"
      name    = "custom-role-changes"
      filter  = <<-EOT
        resource.type="iam_role"
        AND (protoPayload.methodName="google.iam.admin.v1.CreateRole"
        OR protoPayload.methodName="google.iam.admin.v1.DeleteRole"
        OR protoPayload.methodName="google.iam.admin.v1.UpdateRole")
      EOT
    }
    resource "google_monitoring_alert_policy" "this" {
      project               = "{account}"
      display_name          = "custom-role-changes"
      combiner              = "OR"
      notification_channels = [var.channel_id]
      conditions {
        display_name = "custom-role-changes"
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
  'resource.type=iam_role', 'protoPayload.methodName=google.iam.admin.v1.CreateRole',
  'protoPayload.methodName=google.iam.admin.v1.DeleteRole',
  'protoPayload.methodName=google.iam.admin.v1.UpdateRole'
] AS terms
MATCH (project:GcpProject)
WHERE NOT EXISTS {
  MATCH (project)<-[:IN_PROJECT]-(metric:GcpLogMetric)<-[:WATCHES]-(policy:GcpAlertPolicy)
  MATCH (policy)-[:NOTIFIES]->(channel:GcpNotificationChannel)
  WHERE all(term IN terms WHERE term IN metric.terms OR replace(term, '=', ':') IN metric.terms)
    AND metric.is_disabled = false AND policy.is_enabled = true AND channel.delivers = true
}
RETURN project AS resource, {nobody_is_told_of: terms} AS evidence
