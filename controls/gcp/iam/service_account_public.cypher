/*---
title: Nobody outside may act as a service account
resource: GcpServiceAccount
severity: critical
policy: gcp-privileges
why: >-
  Whoever has a role on a service account can act as it, and allUsers are all people with an
  internet connection.
fix:
  console: >-
    IAM & Admin > Service accounts > {email} > Permissions > remove allUsers and
    allAuthenticatedUsers.
  cli: |
    for member in allUsers allAuthenticatedUsers; do
      gcloud iam service-accounts remove-iam-policy-binding {email} --all \
        --member "$member" --role "${ROLE:?the role}"
    done
  terraform: |
    resource "google_service_account_iam_binding" "this" {
      service_account_id = "projects/{account}/serviceAccounts/{email}"
      role               = var.role
      members            = var.who_needs_it # neither allUsers nor allAuthenticatedUsers
    }
---*/
MATCH (account:GcpServiceAccount)
WHERE size(account.public_roles) > 0
RETURN account AS resource, {anyone_has: account.public_roles} AS evidence
