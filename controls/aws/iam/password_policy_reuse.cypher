/*---
title: None of the last 24 passwords can be used again
resource: AwsAccount
severity: medium
policy: aws-password-policy
mandates: {cis-aws-6.0: ["2.8"]}
also: {prowler: [iam_password_policy_reuse_24]}
why: A password that was once leaked must not come back.
fix:
  console: >-
    In IAM of {account}, Account settings, edit the password policy: prevent the reuse of 24
    passwords.
  cli: |
    aws iam update-account-password-policy --minimum-password-length 14 \
      --password-reuse-prevention 24 --require-uppercase-characters --require-lowercase-characters \
      --require-numbers --require-symbols --max-password-age 90 --allow-users-to-change-password
  terraform: |
    resource "aws_iam_account_password_policy" "this" {
      password_reuse_prevention = 24
    }
---*/
WITH 24 AS min_remembered
MATCH (account:AwsAccount)
WHERE account.password_reuse_prevention < min_remembered
  OR account.password_reuse_prevention IS NULL
RETURN account AS resource,
  {expected: min_remembered, actual: account.password_reuse_prevention} AS evidence
