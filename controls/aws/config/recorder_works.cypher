/*---
title: AWS Config delivers what it records
resource: AwsConfigRecorder
severity: medium
policy: aws-detection
mandates: {cis-aws-6.0: ["4.3"]}
why: >-
  It is on and costs money, but nothing is kept: mostly the bucket is gone, or its policy or the
  role was changed.
fix:
  console: >-
    In AWS Config in {region}, Settings, look at Delivery method: choose a bucket that is there,
    whose policy lets AWS Config write.
  cli: |
    aws configservice describe-configuration-recorder-status --region {region}
    aws configservice put-delivery-channel --region {region} \
      --delivery-channel name=default,s3BucketName="$BUCKET"
  terraform: |
    resource "aws_config_delivery_channel" "this" {
      s3_bucket_name = var.config_bucket
    }
applies: >-
  MATCH (recorder:AwsConfigRecorder) WHERE recorder.is_recording = true RETURN recorder AS resource
---*/
MATCH (recorder:AwsConfigRecorder)
WHERE recorder.is_recording = true
  AND (recorder.has_delivery_channel = false OR recorder.last_status = 'FAILURE')
RETURN recorder AS resource,
  {delivers: recorder.has_delivery_channel, error: recorder.last_error_code} AS evidence
