/*---
title: Disks of instances are encrypted with keys that Google does not keep
resource: GcpDisk
severity: low
policy: gcp-encryption
mandates: {cis-gcp-4.0: ["4.7"]}
also: {prowler: [compute_instance_encryption_with_csek_enabled]}
why: >-
  A key that is only handed over when a disk is attached can be read by nobody at Google, and be
  lost by nobody but us: for the few disks that need it.
fix:
  console: >-
    Compute Engine > Disks > {name} > Create snapshot; then Create disk from it with Encryption:
    Customer-supplied key, and attach it in place of the old one.
  cli: |
    disk={uid}
    disk="https://www.googleapis.com/compute/v1/projects/${disk#*projects/}"
    gcloud compute disks snapshot "$disk" --snapshot-names {name}-again
    gcloud compute disks create {name}-again --project {account} \
      --zone "${ZONE:?zone of the new disk}" --source-snapshot {name}-again \
      --csek-key-file "${KEYS:?file with the key of the new disk}"
  terraform: |
    resource "google_compute_disk" "this" {
      name = "{name}"
      # ...
      disk_encryption_key {
        raw_key = var.disk_key
      }
    }
applies: |
  MATCH (disk:GcpDisk)
  WHERE disk.is_attached = true
  RETURN disk AS resource
---*/
MATCH (disk:GcpDisk)
WHERE disk.is_attached = true AND disk.key_kind <> 'customer-supplied'
RETURN disk AS resource, {expected: 'customer-supplied', actual: disk.key_kind} AS evidence
