/*---
title: Delivery streams are encrypted with a KMS key of one's own
resource: AwsFirehoseStream
severity: low
policy: aws-encryption
why: >-
  With a key of your own you say who may read it, each use is logged, and you can end all of it at
  once.
fix:
  console: >-
    In Amazon Data Firehose in {region}, {name}, Configuration, Server-side encryption (SSE), Edit,
    Use customer managed CMK.
  cli: >-
    aws firehose start-delivery-stream-encryption --region {region} --delivery-stream-name {name}
    --delivery-stream-encryption-configuration-input
    KeyType=CUSTOMER_MANAGED_CMK,KeyARN="${KEY_ARN:?ARN of a key}"
  terraform: |
    resource "aws_kinesis_firehose_delivery_stream" "this" {
      name = "{name}"
      server_side_encryption {
        enabled  = true
        key_type = "CUSTOMER_MANAGED_CMK"
        key_arn  = aws_kms_key.this.arn
      }
    }
applies: >-
  MATCH (stream:AwsFirehoseStream) WHERE stream.type = 'DirectPut' RETURN stream AS resource
---*/
MATCH (stream:AwsFirehoseStream)
WHERE stream.type = 'DirectPut' AND NOT EXISTS { (stream)-[:ENCRYPTED_BY]->(:Resource) }
RETURN stream AS resource, {expected: 'a KMS key'} AS evidence
