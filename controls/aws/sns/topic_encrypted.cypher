/*---
title: Topics encrypt their messages at rest with a KMS key
resource: AwsSnsTopic
severity: medium
policy: aws-messaging
also: {prowler: [sns_topics_kms_encryption_at_rest_enabled]}
why: Without a key, whoever gets at the storage of SNS reads the messages, and no log tells of it.
fix:
  console: In SNS in {region}, Topics, {name}, Edit, Encryption, choose a key.
  cli: >-
    aws sns set-topic-attributes --region {region} --topic-arn {uid} --attribute-name KmsMasterKeyId
    --attribute-value alias/aws/sns
  terraform: |
    resource "aws_sns_topic" "this" {
      name              = "{name}"
      kms_master_key_id = "alias/aws/sns"
    }
---*/
MATCH (topic:AwsSnsTopic)
WHERE NOT EXISTS { (topic)-[:ENCRYPTED_BY]->(:Resource) }
RETURN topic AS resource, {expected: 'a KMS key'} AS evidence
