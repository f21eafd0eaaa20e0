/*---
title: AWS Config looks with the role that AWS keeps for it
resource: AwsConfigRecorder
severity: low
policy: aws-detection
also: {prowler: [config_recorder_using_aws_service_role]}
why: >-
  AWS adds to that role what new types of resources need. With one of your own, what it may not read
  is simply missing from the history.
fix:
  console: >-
    In AWS Config in {region}, Settings, Edit, Use an existing AWS Config service-linked role, Save.
  cli: |
    aws iam create-service-linked-role --aws-service-name config.amazonaws.com || true
    role=arn:{partition}:iam::{account}:role/aws-service-role
    role=$role/config.amazonaws.com/AWSServiceRoleForConfig
    aws configservice put-configuration-recorder --region {region} \
      --configuration-recorder name={name},roleARN="$role"
  terraform: |
    resource "aws_iam_service_linked_role" "config" {
      aws_service_name = "config.amazonaws.com"
    }
    resource "aws_config_configuration_recorder" "this" {
      name     = "{name}"
      role_arn = aws_iam_service_linked_role.config.arn
    }
---*/
MATCH (recorder:AwsConfigRecorder)-[:HAS_ROLE]->(role:Resource)
WHERE NOT role.uid CONTAINS ':role/aws-service-role/config.amazonaws.com/'
RETURN recorder AS resource, {role: role.uid} AS evidence
