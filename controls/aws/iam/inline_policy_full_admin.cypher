/*---
title: No inline policy allows everything on everything
resource: AwsIamInlinePolicy
severity: high
policy: aws-privileges
also: {prowler: [iam_inline_policy_no_administrative_privileges]}
why: >-
  Whoever holds such a policy can do all that the root user can, and no list of policies shows it.
fix:
  console: >-
    In IAM, open the user, group or role that {uid} begins with, and remove {name} or make it name
    what is needed.
  cli: |
    owner=$(echo '{uid}' | sed 's|/inline-policy:.*||')
    kind=$(echo "$owner" | cut -d: -f6 | cut -d/ -f1)
    aws iam "delete-$kind-policy" "--$kind-name" "$(basename "$owner")" --policy-name '{name}'
  terraform: |
    resource "aws_iam_role_policy" "this" {
      name   = "{name}"
      role   = aws_iam_role.this.id
      policy = data.aws_iam_policy_document.what_is_needed.json
    }
---*/
MATCH (policy:AwsIamInlinePolicy)
WHERE policy.allows_everything = true
RETURN policy AS resource, {expected: 'named actions or named resources'} AS evidence
