/*---
title: Access keys that were not used for 45 days are off
resource: AwsIamAccessKey
severity: medium
policy: aws-access-keys
mandates: {cis-aws-6.0: ["2.11"]}
also: {prowler: [iam_user_accesskey_unused]}
why: A key that nobody uses still opens the door to whoever finds it.
fix:
  console: >-
    In IAM, Users, the key's user, Security credentials, deactivate {access_key_id}, and delete it
    when nothing broke.
  cli: |
    user=$(aws iam get-access-key-last-used --access-key-id {access_key_id} \
      --query UserName --output text)
    aws iam update-access-key --user-name "$user" --access-key-id {access_key_id} --status Inactive
  terraform: |
    resource "aws_iam_access_key" "unused" {
      status = "Inactive" # {access_key_id}; then remove it
    }
applies: MATCH (key:AwsIamAccessKey) WHERE key.is_active = true RETURN key AS resource
---*/
WITH 45 AS max_unused_days
MATCH (key:AwsIamAccessKey)
WHERE key.is_active = true
  AND (key.last_used_at < datetime() - duration({days: max_unused_days})
    OR (key.last_used_at IS NULL
      AND key.created_at < datetime() - duration({days: max_unused_days})))
RETURN key AS resource, {
  last_used: key.last_used_at, created: key.created_at,
  expected: 'used within ' + max_unused_days + ' days'
} AS evidence
