/*---
title: Somebody is told when it changes what is logged
resource: GcpProject
severity: medium
policy: gcp-monitoring
mandates: {cis-gcp-4.0: ["2.5"]}
also: {prowler: [logging_log_metric_filter_and_alert_for_audit_configuration_changes_enabled]}
why: >-
  Who is up to something switches the log off first. After that there is nothing more to be told of.
fix:
  console: >-
    Logging > Log-based metrics > Create metric, with the filter below; then Monitoring > Alerting >
    Create policy on that metric, above 0, with a notification channel that somebody reads.
  cli: |
    gcloud logging metrics create audit-config-changes --project {account} \
      --description "audit config changes" --log-filter '
      protoPayload.methodName="SetIamPolicy"
      AND protoPayload.serviceData.policyDelta.auditConfigDeltas:*'
    gcloud monitoring policies create --project {account} --display-name audit-config-changes \
      --notification-channels "${CHANNEL:?projects/.../notificationChannels/... that is read}" \
      --combiner OR --condition-display-name audit-config-changes --if "> 0" --duration 0s \
      --condition-filter \
      'metric.type="logging.googleapis.com/user/audit-config-changes" AND resource.type="global"' \
      --aggregation '{"alignmentPeriod": "300s", "perSeriesAligner": "ALIGN_SUM"}'
  terraform: |
    resource "google_logging_metric" "this" {
      project = "{account}"
      name    = "audit-config-changes"
      filter  = <<-EOT
        protoPayload.methodName="SetIamPolicy"
        AND protoPayload.serviceData.policyDelta.auditConfigDeltas:*
      EOT
    }
    resource "google_monitoring_alert_policy" "this" {
      project               = "{account}"
      display_name          = "audit-config-changes"
      combiner              = "OR"
      notification_channels = [var.channel_id]
      conditions {
        display_name = "audit-config-changes"
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
  'protoPayload.methodName=SetIamPolicy',
  'protoPayload.serviceData.policyDelta.auditConfigDeltas:*'
] AS terms
MATCH (project:GcpProject)
WHERE NOT EXISTS {
  MATCH (project)<-[:IN_PROJECT]-(metric:GcpLogMetric)<-[:WATCHES]-(policy:GcpAlertPolicy)
  MATCH (policy)-[:NOTIFIES]->(channel:GcpNotificationChannel)
  WHERE all(term IN terms WHERE term IN metric.terms OR replace(term, '=', ':') IN metric.terms)
    AND metric.is_disabled = false AND policy.is_enabled = true AND channel.delivers = true
}
RETURN project AS resource, {nobody_is_told_of: terms} AS evidence
