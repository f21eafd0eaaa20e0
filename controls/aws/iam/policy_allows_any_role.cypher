/*---
title: The account's own policies name the roles that may be taken on
resource: AwsIamPolicy
severity: high
policy: aws-privileges
also: {prowler: [iam_no_custom_policy_permissive_role_assumption]}
why: >-
  Who may take on any role has the sum of all roles that trust the account, and of those that other
  accounts open to it.
fix:
  console: >-
    In IAM, Policies, {name}, Edit: name the roles in the statement that allows sts:AssumeRole.
  cli: |
    aws iam get-policy-version --policy-arn {uid} --version-id {default_version}
    aws iam list-entities-for-policy --policy-arn {uid}
  terraform: |
    data "aws_iam_policy_document" "this" {
      statement {
        actions   = ["sts:AssumeRole"]
        resources = [aws_iam_role.needed.arn]
      }
    }
applies: MATCH (policy:AwsIamPolicy) WHERE policy.is_aws_managed = false RETURN policy AS resource
---*/
WITH ['sts:assumerole', 'sts:assume*', 'sts:*', '*', '*:*'] AS patterns
MATCH (policy:AwsIamPolicy)
WHERE policy.is_aws_managed = false
  AND any(action IN policy.allowed_on_all_resources WHERE action IN patterns)
RETURN policy AS resource, {allowed_on_all_resources: policy.allowed_on_all_resources} AS evidence
