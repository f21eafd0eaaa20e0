/*---
title: Snapshots are no older than 90 days
resource: GcpSnapshot
severity: low
policy: gcp-data-exposure
also: {prowler: [compute_snapshot_not_outdated]}
why: >-
  What was deleted from a disk long ago is still on its old copies, and nobody looks after those.
fix:
  console: >-
    Compute Engine > Snapshots > {name} > Delete; for what has to be kept, say so by a waiver.
  cli: >-
    gcloud compute snapshots delete {name} --project {account}
  terraform: |
    resource "google_compute_resource_policy" "daily" {
      name = "daily"
      snapshot_schedule_policy {
        schedule {
          daily_schedule {
            days_in_cycle = 1
            start_time    = "04:00"
          }
        }
        retention_policy {
          max_retention_days = 90
        }
      }
    }
---*/
WITH 90 AS max_age_days
MATCH (snapshot:GcpSnapshot)
WHERE snapshot.created_at < datetime() - duration({days: max_age_days})
RETURN snapshot AS resource, {
  created: snapshot.created_at, expected: 'within ' + max_age_days + ' days'
} AS evidence
