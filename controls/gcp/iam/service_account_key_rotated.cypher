/*---
title: Keys of service accounts are at most 90 days old
resource: GcpServiceAccountKey
severity: medium
policy: gcp-service-account-keys
mandates: {cis-gcp-4.0: ["1.7"]}
also: {prowler: [iam_sa_user_managed_key_rotate_90_days]}
why: The longer a key lives, the more laptops, logs and backups hold a copy of it.
fix:
  console: >-
    IAM & Admin > Service accounts > {account_email} > Keys > Add key; move its programs to it, then
    delete {key_id}.
  cli: |
    gcloud iam service-accounts keys create new-key.json --iam-account {account_email}
    # when its programs use the new key:
    gcloud iam service-accounts keys delete {key_id} --iam-account {account_email}
  terraform: |
    resource "time_rotating" "key" {
      rotation_days = 60
    }
    resource "google_service_account_key" "this" {
      service_account_id = "{account_email}"
      keepers            = { rotated = time_rotating.key.rotation_rfc3339 }
    }
applies: |
  MATCH (key:GcpServiceAccountKey)
  WHERE key.is_user_managed = true AND key.is_disabled = false
  RETURN key AS resource
---*/
WITH 90 AS max_age_days
MATCH (key:GcpServiceAccountKey)
WHERE key.is_user_managed = true AND key.is_disabled = false
  AND key.valid_after < datetime() - duration({days: max_age_days})
RETURN key AS resource, {
  valid_since: key.valid_after, expected: 'at most ' + max_age_days + ' days old'
} AS evidence
