/*---
title: The root user has no access keys
resource: AwsAccount
severity: critical
policy: aws-root-user
mandates: {cis-aws-6.0: ["2.3"]}
also: {prowler: [iam_no_root_access_key]}
why: Nothing can restrict a key of the root user, and nobody needs one.
fix:
  console: >-
    Sign in as the root user of {account}, open Security credentials, deactivate and then delete
    each access key.
  cli: |
    aws sts assume-root --target-principal {account} --duration-seconds 900 \
      --task-policy-arn arn=arn:{partition}:iam::aws:policy/root-task/IAMDeleteRootUserCredentials
    # then, with the credentials that this prints:
    aws iam list-access-keys
    aws iam delete-access-key --access-key-id "$KEY_ID"
  terraform: |
    resource "aws_iam_organizations_features" "root" {
      enabled_features = ["RootCredentialsManagement", "RootSessions"]
    }
---*/
MATCH (account:AwsAccount)
WHERE account.has_root_access_keys = true
RETURN account AS resource, {expected: 'no access keys of the root user'} AS evidence
