/*---
title: Access keys are at most 90 days old
resource: AwsIamAccessKey
severity: medium
policy: aws-access-keys
mandates: {cis-aws-6.0: ["2.13"]}
also: {prowler: [iam_rotate_access_key_90_days]}
why: The longer a key lives, the more logs, laptops and repositories hold a copy of it.
fix:
  console: >-
    In IAM, Users, the key's user, Security credentials, create a second key, move its programs to
    it, then deactivate and delete {access_key_id}.
  cli: |
    user=$(aws iam get-access-key-last-used --access-key-id {access_key_id} \
      --query UserName --output text)
    aws iam create-access-key --user-name "$user"
    # when its programs use the new key:
    aws iam update-access-key --user-name "$user" --access-key-id {access_key_id} --status Inactive
  terraform: |
    resource "aws_iam_access_key" "rotated" {
      user = var.user # a new key; then remove the resource of {access_key_id}
    }
applies: MATCH (key:AwsIamAccessKey) WHERE key.is_active = true RETURN key AS resource
---*/
WITH 90 AS max_age_days
MATCH (key:AwsIamAccessKey)
WHERE key.is_active = true AND key.created_at < datetime() - duration({days: max_age_days})
RETURN key AS resource, {
  created: key.created_at, expected: 'at most ' + max_age_days + ' days old'
} AS evidence
