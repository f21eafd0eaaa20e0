/*---
title: AWS Config records IAM in one region at least
resource: AwsAccount
severity: low
policy: aws-detection
mandates: {cis-aws-6.0: ["4.3"]}
why: Users, roles and policies belong to no region; unless one recorder is told to, none keeps them.
fix:
  console: >-
    In AWS Config in your home region, Settings, Customer managed recorder, Edit, include the
    globally recorded resource types, Save.
  cli: >-
    aws configservice put-configuration-recorder --configuration-recorder
    name=default,roleARN="$ROLE_ARN" --recording-group
    allSupported=true,includeGlobalResourceTypes=true
  terraform: |
    resource "aws_config_configuration_recorder" "home" {
      role_arn = aws_iam_role.config.arn
      recording_group {
        all_supported                 = true
        include_global_resource_types = true
      }
    }
---*/
MATCH (account:AwsAccount)
WHERE NOT EXISTS {
  MATCH (recorder:AwsConfigRecorder)
  WHERE recorder.account = account.id
    AND recorder.is_recording = true AND recorder.records_global_types = true
}
RETURN account AS resource, {expected: 'a recorder that is on and keeps IAM'} AS evidence
