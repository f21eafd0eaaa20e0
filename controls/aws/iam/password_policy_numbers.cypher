/*---
title: Passwords of users need a digit
resource: AwsAccount
severity: low
policy: aws-password-policy
also: {prowler: [iam_password_policy_number]}
why: Each kind of character that is asked for keeps the plainest words out.
fix:
  console: >-
    In IAM of {account}, Account settings, edit the password policy: require at least one number.
  cli: |
    aws iam update-account-password-policy --minimum-password-length 14 \
      --password-reuse-prevention 24 --require-uppercase-characters --require-lowercase-characters \
      --require-numbers --require-symbols --max-password-age 90 --allow-users-to-change-password
  terraform: |
    resource "aws_iam_account_password_policy" "this" {
      require_numbers = true
    }
---*/
MATCH (account:AwsAccount)
WHERE account.password_requires_numbers = false
RETURN account AS resource, {expected: 'passwords need a digit'} AS evidence
