/*---
title: Somebody is told when a project's owners change
resource: GcpProject
severity: high
policy: gcp-monitoring
mandates: {cis-gcp-4.0: ["2.4"]}
also: {prowler: [logging_log_metric_filter_and_alert_for_project_ownership_changes_enabled]}
why: >-
  Whoever becomes an owner can do anything, and hand it on to others. It is done seldom, so that
  each time is worth a look.
fix:
  console: >-
    Logging > Log-based metrics > Create metric, with the filter below; then Monitoring > Alerting >
    Create policy on that metric, above 0, with a notification channel that somebody reads.
  cli: |
    gcloud logging metrics create ownership-changes --project {account} \
      --description "ownership changes" --log-filter '
      (protoPayload.serviceName="cloudresourcemanager.googleapis.com")
      AND (ProjectOwnership OR projectOwnerInvitee)
      OR (protoPayload.serviceData.policyDelta.bindingDeltas.action="REMOVE"
      AND protoPayload.serviceData.policyDelta.bindingDeltas.role="roles/owner")
      OR (protoPayload.serviceData.policyDelta.bindingDeltas.action="ADD"
      AND protoPayload.serviceData.policyDelta.bindingDeltas.role="roles/owner")'
    gcloud monitoring policies create --project {account} --display-name ownership-changes \
      --notification-channels "${CHANNEL:?projects/.../notificationChannels/... that is read}" \
      --combiner OR --condition-display-name ownership-changes --if "> 0" --duration 0s \
      --condition-filter \
      'metric.type="logging.googleapis.com/user/ownership-changes" AND resource.type="global"' \
      --aggregation '{"alignmentPeriod": "300s", "perSeriesAligner": "ALIGN_SUM"}'
  terraform: |
    resource "google_logging_metric" "this" {
      project = "{account}"
      name    = "ownership-changes"
      filter  = <<-EOT
        (protoPayload.serviceName="cloudresourcemanager.googleapis.com")
        AND (ProjectOwnership OR projectOwnerInvitee)
        OR (protoPayload.serviceData.policyDelta.bindingDeltas.action="REMOVE"
        AND protoPayload.serviceData.policyDelta.bindingDeltas.role="roles/owner")
        OR (protoPayload.serviceData.policyDelta.bindingDeltas.action="ADD"
        AND protoPayload.serviceData.policyDelta.bindingDeltas.role="roles/owner")
      EOT
    }
    resource "google_monitoring_alert_policy" "this" {
      project               = "{account}"
      display_name          = "ownership-changes"
      combiner              = "OR"
      notification_channels = [var.channel_id]
      conditions {
        display_name = "ownership-changes"
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
  'protoPayload.serviceName=cloudresourcemanager.googleapis.com', 'ProjectOwnership',
  'projectOwnerInvitee', 'protoPayload.serviceData.policyDelta.bindingDeltas.action=REMOVE',
  'protoPayload.serviceData.policyDelta.bindingDeltas.action=ADD',
  'protoPayload.serviceData.policyDelta.bindingDeltas.role=roles/owner'
] AS terms
MATCH (project:GcpProject)
WHERE NOT EXISTS {
  MATCH (project)<-[:IN_PROJECT]-(metric:GcpLogMetric)<-[:WATCHES]-(policy:GcpAlertPolicy)
  MATCH (policy)-[:NOTIFIES]->(channel:GcpNotificationChannel)
  WHERE all(term IN terms WHERE term IN metric.terms OR replace(term, '=', ':') IN metric.terms)
    AND metric.is_disabled = false AND policy.is_enabled = true AND channel.delivers = true
}
RETURN project AS resource, {nobody_is_told_of: terms} AS evidence
