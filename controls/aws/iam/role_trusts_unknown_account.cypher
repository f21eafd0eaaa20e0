/*---
title: Roles trust no account that is not known, unless it knows a secret
resource: AwsIamRole
severity: high
policy: aws-trust
why: >-
  Who runs that account is not known here; without an external id, anyone who runs something for
  others there can be tricked into using the role.
fix:
  console: >-
    In IAM, Roles, {name}, Trust relationships, remove the account; where it is a partner, add a
    condition on sts:ExternalId.
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
          identifiers = [var.partner_account]
        }
        condition {
          test     = "StringEquals"
          variable = "sts:ExternalId"
          values   = [var.external_id]
        }
      }
    }
applies: MATCH (role:AwsIamRole) WHERE role.is_service_linked = false RETURN role AS resource
---*/
MATCH (role:AwsIamRole)-[trust:TRUSTS]->(principal:Resource)
WHERE role.is_service_linked = false
  AND trust.requires_external_id = false
  AND NOT EXISTS {
    MATCH (known:AwsAccount)
    WHERE principal.uid CONTAINS ':' + known.id + ':'
  }
WITH role, principal ORDER BY principal.uid
RETURN role AS resource, {trusts: collect(principal.uid)} AS evidence
