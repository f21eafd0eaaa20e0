/*---
title: Tables are encrypted with a key of one's own
resource: AwsDynamodbTable
severity: low
policy: aws-encryption
also: {prowler: [dynamodb_tables_kms_cmk_encryption_enabled]}
why: >-
  Who may use AWS's own key is not for the account to say: with a key of its own, reading a table
  needs a permission on the key too, and the key can be taken away.
fix:
  console: >-
    DynamoDB > Tables > {name} > Additional settings > Encryption > Manage encryption > Stored in
    your account, and owned and managed by you > choose a key > Save changes.
  cli: >-
    aws dynamodb update-table --region {region} --table-name {name} --sse-specification
    Enabled=true,SSEType=KMS,KMSMasterKeyId="${KEY:?ARN of a key of the account}"
  terraform: |
    resource "aws_dynamodb_table" "this" {
      # ...
      server_side_encryption {
        enabled     = true
        kms_key_arn = var.kms_key_arn
      }
    }
---*/
MATCH (table:AwsDynamodbTable)
WHERE NOT EXISTS { (table)-[:ENCRYPTED_BY]->(:Resource) }
  OR EXISTS {
    (table)-[:ENCRYPTED_BY]->(key:AwsKmsKey)
    WHERE key.manager = 'AWS'
  }
RETURN table AS resource, {
  expected: 'a key of the account',
  actual: 'a key of AWS'
} AS evidence
