/*---
title: Disks are encrypted with keys of our own
resource: GcpDisk
severity: low
policy: gcp-encryption
why: >-
  With a key of our own we decide who may read a disk, see who does, and can end it for all copies
  at once.
fix:
  console: >-
    Compute Engine > Disks > {name} > Create snapshot; then Create disk from it with Encryption:
    Cloud KMS key, and attach it in place of the old one.
  cli: |
    disk={uid}
    disk="https://www.googleapis.com/compute/v1/projects/${disk#*projects/}"
    gcloud compute disks snapshot "$disk" --snapshot-names {name}-again
    gcloud compute disks create {name}-again --project {account} \
      --zone "${ZONE:?zone of the new disk}" --source-snapshot {name}-again \
      --kms-key "${KEY:?name of the key, as projects/.../cryptoKeys/...}"
  terraform: |
    resource "google_compute_disk" "this" {
      name = "{name}"
      # ...
      disk_encryption_key {
        kms_key_self_link = google_kms_crypto_key.disks.id
      }
    }
---*/
MATCH (disk:GcpDisk)
WHERE disk.key_kind = 'google'
RETURN disk AS resource, {expected: 'a key of our own', actual: disk.key_kind} AS evidence
