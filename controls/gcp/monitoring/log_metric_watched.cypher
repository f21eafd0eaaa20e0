/*---
title: Somebody watches what is counted in logs
resource: GcpLogMetric
severity: low
policy: gcp-monitoring
why: Somebody found these entries worth counting. Without an alert, nobody looks at the count.
fix:
  console: >-
    Logging > Log-based metrics of {account} > {name} > Create alert from metric; or delete the
    metric.
  cli: |
    gcloud monitoring policies create --project {account} --display-name "{name}" --combiner OR \
      --notification-channels "${CHANNEL:?projects/.../notificationChannels/...}" \
      --condition-display-name "{name}" --if "> 0" --duration 0s \
      --condition-filter \
      'metric.type="logging.googleapis.com/user/{name}" AND resource.type="global"' \
      --aggregation '{"alignmentPeriod": "300s", "perSeriesAligner": "ALIGN_SUM"}'
  terraform: |
    resource "google_monitoring_alert_policy" "this" {
      display_name          = "{name}"
      combiner              = "OR"
      notification_channels = [var.channel_id]
      conditions {
        display_name = "{name}"
        condition_threshold {
          filter = join(" AND ", [
            "metric.type=\"logging.googleapis.com/user/{name}\"", "resource.type=\"global\"",
          ])
          comparison      = "COMPARISON_GT"
          threshold_value = 0
          duration        = "0s"
        }
      }
    }
---*/
MATCH (metric:GcpLogMetric)
WHERE metric.is_disabled = false AND NOT EXISTS { (metric)<-[:WATCHES]-(:GcpAlertPolicy) }
RETURN metric AS resource, {expected: 'an alert policy on it'} AS evidence
