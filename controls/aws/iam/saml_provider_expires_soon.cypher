/*---
title: The metadata of SAML providers is valid for another month
resource: AwsIamSamlProvider
severity: medium
policy: aws-identity
why: >-
  On the day it runs out nobody can sign in through it any more, those who could put it right among
  them.
fix:
  console: >-
    In IAM, Identity providers, {name}, Replace metadata, upload what the directory gives out now.
  cli: >-
    aws iam update-saml-provider --saml-provider-arn {uid} --saml-metadata-document
    "file://${METADATA:?file with the metadata of the directory}"
  terraform: |
    resource "aws_iam_saml_provider" "this" {
      name                   = "{name}"
      saml_metadata_document = file(var.metadata)
    }
---*/
WITH 30 AS min_days
MATCH (provider:AwsIamSamlProvider)
WHERE provider.valid_until < datetime() + duration({days: min_days})
RETURN provider AS resource, {valid_until: provider.valid_until} AS evidence
