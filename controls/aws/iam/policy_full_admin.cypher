/*---
title: No attached policy allows everything on everything
resource: AwsIamPolicy
severity: high
policy: aws-privileges
mandates: {cis-aws-6.0: ["2.15"]}
also:
  prowler:
    - iam_aws_attached_policy_no_administrative_privileges
    - iam_customer_attached_policy_no_administrative_privileges
why: >-
  Whoever holds such a policy can do all that the root user can, and so can whoever takes them over.
fix:
  console: >-
    In IAM, Policies, {name}, Entities attached, detach it, and attach policies that name what is
    needed.
  cli: |
    aws iam list-entities-for-policy --policy-arn {uid}
    aws iam detach-role-policy --role-name "$ROLE" --policy-arn {uid}
    aws iam detach-group-policy --group-name "$GROUP" --policy-arn {uid}
    aws iam detach-user-policy --user-name "$USER_NAME" --policy-arn {uid}
  terraform: |
    resource "aws_iam_role_policy_attachment" "this" {
      role       = aws_iam_role.this.name
      policy_arn = aws_iam_policy.what_is_needed.arn # instead of {uid}
    }
---*/
MATCH (holder:Resource)-[:HAS_POLICY]->(policy:AwsIamPolicy)
WHERE policy.allows_everything = true
WITH policy, holder ORDER BY holder.uid
RETURN policy AS resource, {attached_to: collect(holder.uid)} AS evidence
