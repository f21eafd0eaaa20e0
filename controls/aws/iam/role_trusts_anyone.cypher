/*---
title: No role can be taken on by anyone
resource: AwsIamRole
severity: critical
policy: aws-trust
why: Any AWS customer can take on such a role and has its permissions.
fix:
  console: >-
    In IAM, Roles, {name}, Trust relationships, replace the * by the accounts or services that need
    the role.
  cli: |
    aws iam update-assume-role-policy --role-name {name} --policy-document \
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
       "Principal":{"AWS":"{account}"}}]}'
  terraform: |
    data "aws_iam_policy_document" "trust" {
      statement {
        actions = ["sts:AssumeRole"]
        principals {
          type        = "AWS"
          identifiers = ["{account}"]
        }
      }
    }
applies: MATCH (role:AwsIamRole) WHERE role.is_service_linked = false RETURN role AS resource
---*/
MATCH (role:AwsIamRole)
WHERE role.is_service_linked = false AND role.trusts_anyone = true
RETURN role AS resource, {trust_policy: role.trust_policy} AS evidence
