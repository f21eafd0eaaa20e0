/*---
title: Console passwords that were not used for 45 days are gone
resource: AwsIamUser
severity: medium
policy: aws-identity
mandates: {cis-aws-6.0: ["2.11"]}
also: {prowler: [iam_user_console_access_unused]}
why: Nobody notices when a password that nobody uses is abused.
fix:
  console: In IAM, Users, {name}, Security credentials, Manage console access, disable it.
  cli: aws iam delete-login-profile --user-name {name}
  terraform: >-
    # Remove the aws_iam_user_login_profile of {name}.
applies: MATCH (user:AwsIamUser) WHERE user.has_console_password = true RETURN user AS resource
---*/
WITH 45 AS max_unused_days
MATCH (user:AwsIamUser)
WHERE user.has_console_password = true
  AND (user.password_last_used_at < datetime() - duration({days: max_unused_days})
    OR (user.password_last_used_at IS NULL
      AND user.password_created_at < datetime() - duration({days: max_unused_days})))
RETURN user AS resource, {
  last_used: user.password_last_used_at, created: user.password_created_at,
  expected: 'used within ' + max_unused_days + ' days'
} AS evidence
