/*---
title: Service accounts have no keys that people keep
resource: GcpServiceAccount
severity: medium
policy: gcp-service-account-keys
mandates: {cis-gcp-4.0: ["1.4"]}
also: {prowler: [iam_sa_no_user_managed_keys]}
why: >-
  Such a key is a file that works from anywhere. It ends up in repositories and images, and what is
  done with it looks like the program's own work.
fix:
  console: >-
    IAM & Admin > Service accounts > {email} > Keys > delete each; let programs run as the account,
    or sign in by workload identity federation.
  cli: |
    gcloud iam service-accounts keys list --iam-account {email} --managed-by user
    gcloud iam service-accounts keys delete "${KEY_ID:?one of them}" --iam-account {email}
  terraform: |
    # Take each "google_service_account_key" of {email} out of the configuration, and forbid more:
    resource "google_org_policy_policy" "no_keys" {
      name   = "projects/{account}/policies/iam.disableServiceAccountKeyCreation"
      parent = "projects/{account}"
      spec {
        rules {
          enforce = "TRUE"
        }
      }
    }
---*/
MATCH (account:GcpServiceAccount)<-[:KEY_OF]-(key:GcpServiceAccountKey)
WHERE key.is_user_managed = true
WITH account, collect(key.key_id) AS keys
RETURN account AS resource, {keys: keys} AS evidence
