/*---
title: Every group has users
resource: AwsIamGroup
severity: low
policy: aws-identity
why: A group that nobody is in keeps permissions ready for whoever is put there by mistake.
fix:
  console: In IAM, User groups, {name}, delete it.
  cli: |
    for arn in $(aws iam list-attached-group-policies --group-name {name} \
        --query 'AttachedPolicies[].PolicyArn' --output text); do
      aws iam detach-group-policy --group-name {name} --policy-arn "$arn"
    done
    aws iam delete-group --group-name {name}
  terraform: >-
    # Remove the aws_iam_group of {name} and its policies.
---*/
MATCH (group:AwsIamGroup)
WHERE NOT EXISTS { (:AwsIamUser)-[:MEMBER_OF]->(group) }
RETURN group AS resource, {expected: 'at least one user'} AS evidence
