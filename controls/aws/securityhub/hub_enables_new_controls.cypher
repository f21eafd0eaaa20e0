/*---
title: Security Hub checks what its standards are given anew
resource: AwsSecurityHub
severity: low
policy: aws-detection
why: AWS adds controls to its standards every month; those stay off unless somebody thinks of them.
fix:
  console: >-
    In Security Hub in {region}, Settings, General, Controls, Auto-enable new controls, switch it
    on.
  cli: aws securityhub update-security-hub-configuration --region {region} --auto-enable-controls
  terraform: |
    resource "aws_securityhub_account" "this" {
      auto_enable_controls = true
    }
---*/
MATCH (hub:AwsSecurityHub)
WHERE hub.enables_new_controls = false
RETURN hub AS resource, {expected: 'on', actual: 'off'} AS evidence
