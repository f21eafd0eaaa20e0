/*---
title: AWS Config records in every region
resource: AwsRegion
severity: medium
policy: aws-detection
mandates: {cis-aws-6.0: ["4.3"]}
also: {prowler: [config_recorder_all_regions_enabled]}
why: >-
  Without the history of a region nobody can tell what stood there last week, or who opened it when.
fix:
  console: >-
    In AWS Config in {region}, Get started, record all resource types, choose a role and a bucket,
    Confirm. Where a recorder is there and off, Settings, Start recording.
  cli: |
    aws configservice put-configuration-recorder --region {region} \
      --configuration-recorder name=default,roleARN="$ROLE_ARN" \
      --recording-group allSupported=true,includeGlobalResourceTypes=true
    aws configservice put-delivery-channel --region {region} \
      --delivery-channel name=default,s3BucketName="$BUCKET"
    aws configservice start-configuration-recorder --region {region} \
      --configuration-recorder-name default
  terraform: |
    # In a provider for {region}:
    resource "aws_config_configuration_recorder" "this" {
      role_arn = aws_iam_role.config.arn
      recording_group {
        all_supported                 = true
        include_global_resource_types = true
      }
    }
    resource "aws_config_delivery_channel" "this" {
      s3_bucket_name = var.config_bucket
      depends_on     = [aws_config_configuration_recorder.this]
    }
    resource "aws_config_configuration_recorder_status" "this" {
      name       = aws_config_configuration_recorder.this.name
      is_enabled = true
      depends_on = [aws_config_delivery_channel.this]
    }
applies: >-
  MATCH (region:AwsRegion) WHERE region.records_configuration IS NOT NULL RETURN region AS resource
---*/
MATCH (region:AwsRegion)
WHERE region.records_configuration = false
RETURN region AS resource, {expected: 'a recorder that is on'} AS evidence
