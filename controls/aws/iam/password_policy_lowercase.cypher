/*---
title: Passwords of users need a small letter
resource: AwsAccount
severity: low
policy: aws-password-policy
also: {prowler: [iam_password_policy_lowercase]}
why: Each kind of character that is asked for keeps the plainest words out.
fix:
  console: >-
    In IAM of {account}, Account settings, edit the password policy: require at least one lowercase
    letter.
  cli: |
    aws iam update-account-password-policy --minimum-password-length 14 \
      --password-reuse-prevention 24 --require-uppercase-characters --require-lowercase-characters \
      --require-numbers --require-symbols --max-password-age 90 --allow-users-to-change-password
  terraform: |
    resource "aws_iam_account_password_policy" "this" {
      require_lowercase_characters = true
    }
---*/
MATCH (account:AwsAccount)
WHERE account.password_requires_lowercase = false
RETURN account AS resource, {expected: 'passwords need a small letter'} AS evidence
