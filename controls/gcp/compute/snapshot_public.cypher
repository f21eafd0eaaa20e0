/*---
title: Snapshots are not for everyone
resource: GcpSnapshot
severity: high
policy: gcp-data-exposure
why: >-
  Whoever has any Google account at all can make a disk of it and read what is on it: configuration,
  keys, data.
fix:
  console: >-
    Compute Engine > Snapshots > {name} > Permissions > remove allAuthenticatedUsers and allUsers.
  cli: |
    for role in $(echo {public_roles} | tr , ' '); do
      for member in allAuthenticatedUsers allUsers; do
        gcloud compute snapshots remove-iam-policy-binding {name} --project {account} \
          --member "$member" --role "$role"
      done
    done
  terraform: |
    resource "google_compute_snapshot_iam_binding" "users" {
      snapshot = "{name}"
      role     = "roles/compute.storageAdmin"
      members  = var.members
    }
---*/
MATCH (snapshot:GcpSnapshot)
WHERE size(snapshot.public_roles) > 0
RETURN snapshot AS resource, {expected: [], actual: snapshot.public_roles} AS evidence
