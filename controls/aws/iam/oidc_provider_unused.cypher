/*---
title: Some role trusts each OpenID Connect provider
resource: AwsIamOidcProvider
severity: low
policy: aws-trust
why: >-
  A provider that nothing needs is a door that waits for a role to be careless, and its host may be
  given up for somebody else to take.
fix:
  console: In IAM, Identity providers, {name}, Delete.
  cli: aws iam delete-open-id-connect-provider --open-id-connect-provider-arn {uid}
  terraform: |
    # Remove the resource:
    # resource "aws_iam_openid_connect_provider" "this" { ... }
---*/
MATCH (provider:AwsIamOidcProvider)
WHERE NOT EXISTS { (provider)<-[:TRUSTS]-(:AwsIamRole) }
RETURN provider AS resource, {expected: 'a role that trusts it'} AS evidence
