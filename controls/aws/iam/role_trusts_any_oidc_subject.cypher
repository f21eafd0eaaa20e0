/*---
title: Roles say which subjects of an identity provider may take them on
resource: AwsIamRole
severity: high
policy: aws-trust
why: >-
  Providers such as GitHub sign tokens for everybody. A role that asks for no subject, or for any,
  can be taken on by a pipeline of a stranger.
fix:
  console: >-
    In IAM, Roles, {name}, Trust relationships, Edit trust policy, add a condition StringEquals on
    the key of the provider that ends in :sub.
  cli: |
    # With a condition such as
    # {"StringEquals": {"token.actions.githubusercontent.com:sub":
    #   "repo:org/name:ref:refs/heads/main"}}
    aws iam update-assume-role-policy --role-name {name} --policy-document \
      "file://${POLICY:?file with the trust policy and the condition}"
  terraform: |
    data "aws_iam_policy_document" "trust" {
      statement {
        actions = ["sts:AssumeRoleWithWebIdentity"]
        principals {
          type        = "Federated"
          identifiers = [aws_iam_openid_connect_provider.pipeline.arn]
        }
        condition {
          test     = "StringEquals"
          variable = "token.actions.githubusercontent.com:sub"
          values   = ["repo:org/name:ref:refs/heads/main"]
        }
      }
    }
applies: >-
  MATCH (role:AwsIamRole)-[:TRUSTS]->(provider:Resource) WHERE provider.uid CONTAINS
  ':oidc-provider/' RETURN DISTINCT role AS resource
---*/
MATCH (role:AwsIamRole)-[trust:TRUSTS]->(provider:Resource)
WHERE provider.uid CONTAINS ':oidc-provider/' AND trust.requires_subject = false
RETURN role AS resource, {anybody_of: collect(provider.uid)} AS evidence
