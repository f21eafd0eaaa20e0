/*---
title: The standards of Security Hub are whole
resource: AwsSecurityHub
severity: medium
policy: aws-detection
why: >-
  A standard that Security Hub could not switch on, or not whole, finds nothing where it should:
  mostly because AWS Config is off.
fix:
  console: >-
    In Security Hub in {region}, Security standards, look at the standard; switch on AWS Config,
    then disable and enable the standard.
  cli: |
    aws securityhub get-enabled-standards --region {region} \
      --query "StandardsSubscriptions[?StandardsStatus!='READY']"
    aws configservice describe-configuration-recorder-status --region {region}
  terraform: |
    resource "aws_securityhub_standards_subscription" "this" {
      standards_arn = var.standard
      depends_on    = [aws_config_configuration_recorder_status.this]
    }
---*/
MATCH (hub:AwsSecurityHub)
WHERE size(hub.broken_standards) > 0
RETURN hub AS resource, {not_whole: hub.broken_standards} AS evidence
