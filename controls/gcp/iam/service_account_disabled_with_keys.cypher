/*---
title: Service accounts that are switched off have no keys left
resource: GcpServiceAccount
severity: low
policy: gcp-service-account-keys
why: >-
  Whoever switches the account on again, to see what it was for, brings all its old keys back to
  life.
fix:
  console: IAM & Admin > Service accounts > {email} > Keys > delete each.
  cli: |
    gcloud iam service-accounts keys list --iam-account {email} --managed-by user
    gcloud iam service-accounts keys delete "${KEY_ID:?one of them}" --iam-account {email}
  terraform: >-
    # Take each "google_service_account_key" of {email} out of the configuration and apply.
---*/
MATCH (account:GcpServiceAccount)<-[:KEY_OF]-(key:GcpServiceAccountKey)
WHERE account.is_disabled = true AND key.is_user_managed = true AND key.is_disabled = false
WITH account, collect(key.key_id) AS keys
RETURN account AS resource, {keys: keys} AS evidence
