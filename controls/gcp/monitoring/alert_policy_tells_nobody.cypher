/*---
title: Alert policies tell somebody
resource: GcpAlertPolicy
severity: medium
policy: gcp-monitoring
why: >-
  It goes off as it should, and all that happens is that an incident opens on a page at which nobody
  looks.
fix:
  console: >-
    Monitoring > Alerting > Policies of {account} > {name} > Edit > Notifications > a channel that
    is on, verified, and read.
  cli: |
    gcloud monitoring policies update {resource_name} \
      --add-notification-channels "${CHANNEL:?projects/.../notificationChannels/...}"
  terraform: |
    resource "google_monitoring_alert_policy" "this" {
      display_name          = "{name}"
      notification_channels = [google_monitoring_notification_channel.on_call.id]
      # ...
    }
---*/
MATCH (policy:GcpAlertPolicy)
WHERE NOT EXISTS {
  MATCH (policy)-[:NOTIFIES]->(channel:GcpNotificationChannel)
  WHERE channel.delivers = true
}
RETURN policy AS resource, {expected: 'a channel that delivers'} AS evidence
