/*---
title: Passwords of users are at least 14 characters long
resource: AwsAccount
severity: medium
policy: aws-password-policy
mandates: {cis-aws-6.0: ["2.7"]}
also: {prowler: [iam_password_policy_minimum_length_14]}
why: Length is what makes guessing expensive.
fix:
  console: >-
    In IAM of {account}, Account settings, edit the password policy: set the minimum length to 14.
  cli: |
    aws iam update-account-password-policy --minimum-password-length 14 \
      --password-reuse-prevention 24 --require-uppercase-characters --require-lowercase-characters \
      --require-numbers --require-symbols --max-password-age 90 --allow-users-to-change-password
  terraform: |
    resource "aws_iam_account_password_policy" "this" {
      minimum_password_length = 14
    }
---*/
WITH 14 AS min_length
MATCH (account:AwsAccount)
WHERE account.password_min_length < min_length OR account.password_min_length IS NULL
RETURN account AS resource, {expected: min_length, actual: account.password_min_length} AS evidence
