/*---
title: AWS Config records every type of resource
resource: AwsConfigRecorder
severity: low
policy: aws-detection
mandates: {cis-aws-6.0: ["4.3"]}
why: What a list of types leaves out has no history, and new types are never on it.
fix:
  console: >-
    In AWS Config in {region}, Settings, Customer managed recorder, Edit, choose All resource types
    with customizable overrides, Save.
  cli: >-
    aws configservice put-configuration-recorder --region {region} --configuration-recorder
    name={name},roleARN="$ROLE_ARN" --recording-group
    allSupported=true,includeGlobalResourceTypes=true
  terraform: |
    resource "aws_config_configuration_recorder" "this" {
      name     = "{name}"
      role_arn = aws_iam_role.config.arn
      recording_group {
        all_supported                 = true
        include_global_resource_types = true
      }
    }
---*/
MATCH (recorder:AwsConfigRecorder)
WHERE recorder.records_all_types = false
RETURN recorder AS resource,
  {only: recorder.resource_types, left_out: recorder.excluded_types} AS evidence
