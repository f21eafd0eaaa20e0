/*---
title: Some role trusts each SAML provider
resource: AwsIamSamlProvider
severity: low
policy: aws-trust
why: >-
  A provider that nothing needs is a door that waits for a role to be careless. Who keeps its
  signing key may no longer be one of yours.
fix:
  console: In IAM, Identity providers, {name}, Delete.
  cli: aws iam delete-saml-provider --saml-provider-arn {uid}
  terraform: |
    # Remove the resource:
    # resource "aws_iam_saml_provider" "this" { ... }
---*/
MATCH (provider:AwsIamSamlProvider)
WHERE NOT EXISTS { (provider)<-[:TRUSTS]-(:AwsIamRole) }
RETURN provider AS resource, {expected: 'a role that trusts it'} AS evidence
