/*---
title: Users get their permissions from groups
resource: AwsIamUser
severity: low
policy: aws-identity
mandates: {cis-aws-6.0: ["2.14"]}
also: {prowler: [iam_policy_attached_only_to_group_or_roles]}
why: >-
  Who may do what is clear only where permissions hang on groups and roles; a policy on a single
  user is soon forgotten.
fix:
  console: >-
    In IAM, put {name} into a group that has the permissions it needs, then remove the policies
    under Users, {name}, Permissions.
  cli: |
    for arn in $(aws iam list-attached-user-policies --user-name {name} \
        --query 'AttachedPolicies[].PolicyArn' --output text); do
      aws iam detach-user-policy --user-name {name} --policy-arn "$arn"
    done
    for policy in $(aws iam list-user-policies --user-name {name} \
        --query PolicyNames --output text); do
      aws iam delete-user-policy --user-name {name} --policy-name "$policy"
    done
  terraform: |
    resource "aws_iam_user_group_membership" "this" {
      user   = "{name}"
      groups = [aws_iam_group.team.name] # and remove aws_iam_user_policy(_attachment)
    }
---*/
MATCH (user:AwsIamUser)-[:HAS_POLICY|HAS_INLINE_POLICY]->(policy:Resource)
WITH user, policy ORDER BY policy.uid
RETURN user AS resource, {expected: 'none of its own', policies: collect(policy.uid)} AS evidence
