/*---
title: Passwords expire within 90 days
resource: AwsAccount
severity: low
policy: aws-password-policy
also: {prowler: [iam_password_policy_expires_passwords_within_90_days_or_less]}
why: A stolen password that nobody noticed works until it expires.
fix:
  console: >-
    In IAM of {account}, Account settings, edit the password policy: let passwords expire after 90
    days.
  cli: |
    aws iam update-account-password-policy --minimum-password-length 14 \
      --password-reuse-prevention 24 --require-uppercase-characters --require-lowercase-characters \
      --require-numbers --require-symbols --max-password-age 90 --allow-users-to-change-password
  terraform: |
    resource "aws_iam_account_password_policy" "this" {
      max_password_age = 90
    }
---*/
WITH 90 AS max_age_days
MATCH (account:AwsAccount)
WHERE account.password_max_age_days > max_age_days OR account.password_max_age_days IS NULL
RETURN account AS resource,
  {expected: max_age_days, actual: account.password_max_age_days} AS evidence
