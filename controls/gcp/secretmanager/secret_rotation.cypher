/*---
title: Secrets say when they are to be changed
resource: GcpSecret
severity: medium
policy: gcp-secrets
also: {prowler: [secretmanager_secret_rotation_enabled]}
why: A secret that changes only when somebody thinks of it serves whoever once saw it for years.
fix:
  console: >-
    Security > Secret Manager of {account} > {name} > Edit secret > Set rotation period, with a
    topic whose messages start a program that changes it.
  cli: |
    gcloud secrets update {name} --project {account} \
      --add-topics "${TOPIC:?projects/.../topics/...}" \
      --rotation-period 7776000s --next-rotation-time "${NEXT:?2030-01-01T00:00:00Z}"
  terraform: |
    resource "google_secret_manager_secret" "this" {
      project   = "{account}"
      secret_id = "{name}"
      replication {
        auto {}
      }
      topics {
        name = var.topic
      }
      rotation {
        rotation_period    = "7776000s"
        next_rotation_time = var.next_rotation_time
      }
    }
---*/
MATCH (secret:GcpSecret)
WHERE secret.rotation_seconds IS NULL
RETURN secret AS resource, {
  expected: 'a rotation period', next: secret.next_rotation_at
} AS evidence
