/*---
title: Somebody is told when the settings of SQL instances change
resource: GcpProject
severity: medium
policy: gcp-monitoring
mandates: {cis-gcp-4.0: ["2.11"]}
also:
  prowler: [logging_log_metric_filter_and_alert_for_sql_instance_configuration_changes_enabled]
why: >-
  A database loses its backups, its encryption in transit or its shelter from the internet by a
  single setting.
fix:
  console: >-
    Logging > Log-based metrics > Create metric, with the filter below; then Monitoring > Alerting >
    Create policy on that metric, above 0, with a notification channel that somebody reads.
  cli: |
    gcloud logging metrics create sql-changes --project {account} \
      --description "sql changes" --log-filter '
      protoPayload.methodName="cloudsql.instances.update"'
    gcloud monitoring policies create --project {account} --display-name sql-changes \
      --notification-channels "${CHANNEL:?projects/.../notificationChannels/... that is read}" \
      --combiner OR --condition-display-name sql-changes --if "> 0" --duration 0s \
      --condition-filter \
      'metric.type="logging.googleapis.com/user/sql-changes" AND resource.type="global"' \
      --aggregation '{"alignmentPeriod": "300s", "perSeriesAligner": "ALIGN_SUM"}'
  terraform: |
    resource "google_logging_metric" "this" {
      project = "{account}"
      name    = "sql-changes"
      filter  = <<-EOT
        protoPayload.methodName="cloudsql.instances.update"
      EOT
    }
    resource "google_monitoring_alert_policy" "this" {
      project               = "{account}"
      display_name          = "sql-changes"
      combiner              = "OR"
      notification_channels = [var.channel_id]
      conditions {
        display_name = "sql-changes"
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
WITH 'protoPayload.methodName=cloudsql.instances.update' AS term
MATCH (project:GcpProject)
WHERE NOT EXISTS {
  MATCH (project)<-[:IN_PROJECT]-(metric:GcpLogMetric)<-[:WATCHES]-(policy:GcpAlertPolicy)
  MATCH (policy)-[:NOTIFIES]->(channel:GcpNotificationChannel)
  WHERE (term IN metric.terms OR replace(term, '=', ':') IN metric.terms)
    AND metric.is_disabled = false AND policy.is_enabled = true AND channel.delivers = true
}
RETURN project AS resource, {nobody_is_told_of: [term]} AS evidence
