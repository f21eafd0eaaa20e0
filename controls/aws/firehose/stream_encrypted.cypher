/*---
title: Delivery streams encrypt what they hold
resource: AwsFirehoseStream
severity: medium
policy: aws-encryption
also: {prowler: [firehose_stream_encrypted_at_rest]}
why: Records wait in the stream until there are enough of them, or for a day where delivery fails.
fix:
  console: >-
    In Amazon Data Firehose in {region}, {name}, Configuration, Server-side encryption (SSE), Edit,
    Enable.
  cli: >-
    aws firehose start-delivery-stream-encryption --region {region} --delivery-stream-name {name}
    --delivery-stream-encryption-configuration-input KeyType=AWS_OWNED_CMK
  terraform: |
    resource "aws_kinesis_firehose_delivery_stream" "this" {
      name = "{name}"
      server_side_encryption {
        enabled = true
      }
    }
applies: >-
  MATCH (stream:AwsFirehoseStream) WHERE stream.type = 'DirectPut' RETURN stream AS resource
---*/
MATCH (stream:AwsFirehoseStream)
// What comes from elsewhere is encrypted as it is there.
WHERE stream.type = 'DirectPut' AND stream.is_encrypted = false
RETURN stream AS resource, {expected: 'on', actual: 'off'} AS evidence
