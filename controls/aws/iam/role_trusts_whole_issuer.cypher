/*---
title: Roles name whom of a public issuer they let in
resource: AwsIamRole
severity: critical
policy: aws-trust
why: >-
  Google, Amazon and Facebook sign tokens for everybody. A role that trusts one of them and names
  neither a subject nor a client can be taken on by anyone who has an account there.
fix:
  console: >-
    In IAM, Roles, {name}, Trust relationships, Edit trust policy, add a condition StringEquals on
    the issuer's key that ends in :sub, or in :aud.
  cli: |
    # With a condition such as
    # {"StringEquals": {"accounts.google.com:sub": "101000000000000000002"}}
    aws iam update-assume-role-policy --role-name {name} --policy-document \
      "file://${POLICY:?file with the trust policy and the condition}"
  terraform: |
    data "aws_iam_policy_document" "trust" {
      statement {
        actions = ["sts:AssumeRoleWithWebIdentity"]
        principals {
          type        = "Federated"
          identifiers = ["accounts.google.com"]
        }
        condition {
          test     = "StringEquals"
          variable = "accounts.google.com:sub"
          values   = [google_service_account.caller.unique_id]
        }
      }
    }
applies: >-
  MATCH (role:AwsIamRole)-[:TRUSTS_IDENTITY]->(identity:ExternalIdentity) WHERE identity.issuer IN
  ['accounts.google.com', 'www.amazon.com', 'graph.facebook.com'] RETURN DISTINCT role AS resource
---*/
MATCH (role:AwsIamRole)-[:TRUSTS_IDENTITY]->(identity:ExternalIdentity)
WHERE identity.issuer IN ['accounts.google.com', 'www.amazon.com', 'graph.facebook.com']
  AND identity.subject IS NULL
WITH role, identity ORDER BY identity.issuer
RETURN role AS resource, {everybody_of: collect(identity.issuer)} AS evidence
