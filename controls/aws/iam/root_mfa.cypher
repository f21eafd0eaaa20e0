/*---
title: The root user can't sign in with a password alone
resource: AwsAccount
severity: critical
policy: aws-root-user
mandates: {cis-aws-6.0: ["2.4"]}
also: {prowler: [iam_root_mfa_enabled]}
why: Whoever learns the root password owns the account, unless a second factor is asked for.
fix:
  console: >-
    Sign in as the root user of {account}, open Security credentials and assign an MFA device; or
    remove the root password of a member account under IAM, Root access management.
  cli: |
    aws sts assume-root --target-principal {account} --duration-seconds 900 \
      --task-policy-arn arn=arn:{partition}:iam::aws:policy/root-task/IAMDeleteRootUserCredentials
    # then, with the credentials that this prints:
    aws iam delete-login-profile
  terraform: |
    resource "aws_iam_organizations_features" "root" {
      enabled_features = ["RootCredentialsManagement", "RootSessions"]
    }
---*/
MATCH (account:AwsAccount)
WHERE account.has_root_mfa = false
  AND (account.has_root_password = true OR account.has_root_password IS NULL)
RETURN account AS resource, {expected: 'a second factor, or no password'} AS evidence
