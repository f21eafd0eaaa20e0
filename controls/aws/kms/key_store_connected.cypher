/*---
title: Custom key stores are connected
resource: AwsKmsCustomKeyStore
severity: high
policy: aws-key-management
why: >-
  While a store is not connected none of its keys can be used: nothing that they encrypt can be
  read, and nothing new be written.
fix:
  console: >-
    In KMS in {region}, Custom key stores, {name}, look at the error and put it right, then Key
    store actions, Connect.
  cli: |
    aws kms disconnect-custom-key-store --region {region} --custom-key-store-id {id}
    aws kms connect-custom-key-store --region {region} --custom-key-store-id {id}
  terraform: |
    # Terraform makes stores and leaves them as they are; see the command line.
    resource "aws_kms_custom_key_store" "this" {
      custom_key_store_name = "{name}"
    }
---*/
MATCH (store:AwsKmsCustomKeyStore)
WHERE store.state IN ['FAILED', 'DISCONNECTED', 'DISCONNECTING']
RETURN store AS resource, {state: store.state, error: store.error_code} AS evidence
