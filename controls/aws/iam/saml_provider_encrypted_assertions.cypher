/*---
title: SAML providers send encrypted assertions only
resource: AwsIamSamlProvider
severity: info
policy: aws-identity
why: >-
  An assertion goes through the browser, with the names of people and of all their roles. Encrypted,
  nothing on its way can read it.
fix:
  console: >-
    In IAM, Identity providers, {name}, SAML encryption, add a private key, choose Required; give
    its certificate to the directory first.
  cli: >-
    aws iam update-saml-provider --saml-provider-arn {uid} --assertion-encryption-mode Required
    --add-private-key "file://${KEY:?file with the private key}"
  terraform: |
    # Whether assertions are encrypted is set on the command line.
    resource "aws_iam_saml_provider" "this" {
      name                   = "{name}"
      saml_metadata_document = file(var.metadata)
    }
---*/
MATCH (provider:AwsIamSamlProvider)
WHERE provider.requires_encrypted_assertions = false
RETURN provider AS resource, {expected: 'required'} AS evidence
