/*---
title: Roles of pipelines may not do everything
resource: AwsIamRole
severity: high
policy: aws-privileges
why: Whoever can change a pipeline, or a library that it loads, then owns the account.
fix:
  console: >-
    In IAM, Roles, {name}, Permissions, remove the policy that allows everything, and attach one
    that allows what the pipeline does.
  cli: >-
    aws iam detach-role-policy --role-name {name} --policy-arn "${POLICY_ARN:?the policy that allows
    everything}"
  terraform: |
    resource "aws_iam_role_policy_attachment" "this" {
      role       = "{name}"
      policy_arn = aws_iam_policy.deploy.arn
    }
applies: >-
  MATCH (role:AwsIamRole)-[:TRUSTS]->(provider:Resource) WHERE provider.uid CONTAINS
  ':oidc-provider/' RETURN DISTINCT role AS resource
---*/
MATCH (role:AwsIamRole)-[:HAS_POLICY|HAS_INLINE_POLICY]->(policy:AwsIamPolicy|AwsIamInlinePolicy)
WHERE policy.allows_everything = true
  AND EXISTS {
    MATCH (role)-[:TRUSTS]->(provider:Resource) WHERE provider.uid CONTAINS ':oidc-provider/'
  }
  AND NOT EXISTS {
    (role)-[:BOUNDED_BY]->(boundary:AwsIamPolicy) WHERE boundary.allows_everything = false
  }
WITH role, policy ORDER BY policy.uid
RETURN role AS resource, {policies: collect(policy.uid)} AS evidence
