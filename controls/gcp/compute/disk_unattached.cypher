/*---
title: Disks belong to an instance
resource: GcpDisk
severity: low
policy: gcp-data-exposure
why: >-
  A disk that is left over costs, and what is on it is looked after by nobody.
fix:
  console: >-
    Compute Engine > Disks > {name} > Create snapshot, where it may be needed again > Delete.
  cli: |
    disk={uid}
    disk="https://www.googleapis.com/compute/v1/projects/${disk#*projects/}"
    gcloud compute disks snapshot "$disk" --snapshot-names {name}-last
    gcloud compute disks delete "$disk"
  terraform: |
    # Take the resource "google_compute_disk" of the name {name} out of the configuration and apply.
---*/
MATCH (disk:GcpDisk)
WHERE disk.is_attached = false
RETURN disk AS resource, {
  expected: 'attached', actual: 'left over', detached: disk.detached_at
} AS evidence
