/*---
title: Secrets are not open to anyone
resource: GcpSecret
severity: critical
policy: gcp-secrets
also: {prowler: [secretmanager_secret_not_publicly_accessible]}
why: What anyone may read is no secret any more.
fix:
  console: >-
    Security > Secret Manager of {account} > {name} > Permissions > remove allUsers and
    allAuthenticatedUsers; then New version, with another value.
  cli: |
    for member in allUsers allAuthenticatedUsers; do
      gcloud secrets remove-iam-policy-binding {name} --project {account} --all \
        --member "$member" --role "${ROLE:?the role}"
    done
    # and since somebody may have read it:
    gcloud secrets versions add {name} --project {account} --data-file "${FILE:?the new value}"
  terraform: |
    resource "google_secret_manager_secret_iam_binding" "this" {
      project   = "{account}"
      secret_id = "{name}"
      role      = "roles/secretmanager.secretAccessor"
      members   = var.readers # neither allUsers nor allAuthenticatedUsers
    }
---*/
MATCH (secret:GcpSecret)
WHERE size(secret.public_roles) > 0
RETURN secret AS resource, {anyone_has: secret.public_roles} AS evidence
