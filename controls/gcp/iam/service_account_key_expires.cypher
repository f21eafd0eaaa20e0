/*---
title: Keys of service accounts cease to be valid by themselves
resource: GcpServiceAccountKey
severity: low
policy: gcp-service-account-keys
why: A key that nobody remembers stays good for whoever finds it, unless it ends by itself.
fix:
  console: >-
    IAM & Admin > Organization policies > Service account key expiry duration > Manage policy, for
    {account}: 2160h; then replace {key_id} of {account_email}, since the keys of before stay as
    they are.
  cli: |
    cat > expiry.yaml <<'EOF'
    name: projects/{account}/policies/iam.serviceAccountKeyExpiryHours
    spec: {rules: [{values: {allowedValues: [2160h]}}]}
    EOF
    gcloud org-policies set-policy expiry.yaml
    gcloud iam service-accounts keys create new-key.json --iam-account {account_email}
    # when its programs use the new key:
    gcloud iam service-accounts keys delete {key_id} --iam-account {account_email}
  terraform: |
    resource "google_org_policy_policy" "key_expiry" {
      name   = "projects/{account}/policies/iam.serviceAccountKeyExpiryHours"
      parent = "projects/{account}"
      spec {
        rules {
          values {
            allowed_values = ["2160h"]
          }
        }
      }
    }
---*/
MATCH (key:GcpServiceAccountKey)
WHERE key.is_user_managed = true AND key.expires = false
RETURN key AS resource, {expected: 'an end', actual: 'valid for good'} AS evidence
