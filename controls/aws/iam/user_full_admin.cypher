/*---
title: No user is an administrator by a policy of its own
resource: AwsIamUser
severity: high
policy: aws-privileges
also: {prowler: [iam_user_administrator_access_policy]}
why: >-
  A user's keys and password live for years; with all permissions on them, one leak loses the
  account.
fix:
  console: >-
    In IAM, Users, {name}, Permissions, remove the policy, and let the user take on an
    administrator's role with a second factor.
  cli: >-
    aws iam detach-user-policy --user-name {name} --policy-arn
    arn:{partition}:iam::aws:policy/AdministratorAccess
  terraform: |
    resource "aws_iam_user_group_membership" "this" {
      user   = "{name}"
      groups = [aws_iam_group.may_take_on_admin_role.name]
    }
---*/
MATCH (user:AwsIamUser)-[:HAS_POLICY|HAS_INLINE_POLICY]->(policy:AwsIamPolicy|AwsIamInlinePolicy)
WHERE policy.allows_everything = true
WITH user, policy ORDER BY policy.uid
RETURN user AS resource, {policies: collect(policy.uid)} AS evidence
