/*---
title: Security Hub checks a standard
resource: AwsSecurityHub
severity: medium
policy: aws-detection
why: Without a standard it checks nothing by itself, and only collects what others find.
fix:
  console: In Security Hub in {region}, Security standards, choose one, Enable standard.
  cli: |
    standard=standards/aws-foundational-security-best-practices/v/1.0.0
    aws securityhub batch-enable-standards --region {region} --standards-subscription-requests \
      "StandardsArn=arn:{partition}:securityhub:{region}::$standard"
  terraform: |
    locals {
      standard = "standards/aws-foundational-security-best-practices/v/1.0.0"
    }
    resource "aws_securityhub_standards_subscription" "this" {
      standards_arn = "arn:{partition}:securityhub:{region}::${local.standard}"
    }
---*/
MATCH (hub:AwsSecurityHub)
WHERE size(hub.standards) = 0
RETURN hub AS resource, {expected: 'a standard'} AS evidence
