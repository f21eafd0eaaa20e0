/*---
title: Delivery streams log what they could not deliver
resource: AwsFirehoseStream
severity: low
policy: aws-logging
why: >-
  When a bucket or its key is gone, the stream tries for a day and then throws the records away.
  Only the log says so.
fix:
  console: >-
    In Amazon Data Firehose in {region}, {name}, Configuration, CloudWatch error logging, Edit,
    Enabled.
  cli: |
    aws firehose describe-delivery-stream --region {region} --delivery-stream-name {name} \
      --query 'DeliveryStreamDescription.[VersionId,Destinations[0].DestinationId]' --output text |
    while read -r version destination; do
      aws firehose update-destination --region {region} --delivery-stream-name {name} \
        --current-delivery-stream-version-id "$version" --destination-id "$destination" \
        --extended-s3-destination-update '{"CloudWatchLoggingOptions":{"Enabled":true,
          "LogGroupName":"/aws/kinesisfirehose/{name}","LogStreamName":"delivery"}}'
    done
  terraform: |
    resource "aws_kinesis_firehose_delivery_stream" "this" {
      name        = "{name}"
      destination = "extended_s3"
      extended_s3_configuration {
        cloudwatch_logging_options {
          enabled         = true
          log_group_name  = aws_cloudwatch_log_group.delivery.name
          log_stream_name = "delivery"
        }
      }
    }
---*/
MATCH (stream:AwsFirehoseStream)
WHERE stream.logs_errors = false
RETURN stream AS resource, {expected: 'on', actual: 'off'} AS evidence
