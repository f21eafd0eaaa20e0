/*---
title: Custom key stores hold keys
resource: AwsKmsCustomKeyStore
severity: low
policy: aws-key-management
why: A store without keys costs money, and its credentials and its cluster lie open for nothing.
fix:
  console: >-
    In KMS in {region}, Custom key stores, {name}, Key store actions, Disconnect, then Delete.
  cli: |
    aws kms disconnect-custom-key-store --region {region} --custom-key-store-id {id}
    aws kms delete-custom-key-store --region {region} --custom-key-store-id {id}
  terraform: |
    # Remove the resource:
    # resource "aws_kms_custom_key_store" "this" { ... }
---*/
MATCH (store:AwsKmsCustomKeyStore)
WHERE NOT EXISTS { (store)<-[:STORED_IN]-(:AwsKmsKey) }
RETURN store AS resource, {expected: 'a key'} AS evidence
