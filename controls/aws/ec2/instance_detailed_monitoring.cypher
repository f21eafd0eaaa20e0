/*---
title: Instances are monitored in detail
resource: AwsEc2Instance
severity: low
policy: aws-compute-hardening
also: {prowler: [ec2_instance_detailed_monitoring_enabled]}
why: Metrics of each minute show an attack or a fault while there is still time to act.
fix:
  console: >-
    EC2 > Instances > {id} > Actions > Monitor and troubleshoot > Manage detailed monitoring >
    Enable > Confirm.
  cli: aws ec2 monitor-instances --region {region} --instance-ids {id}
  terraform: |
    resource "aws_instance" "this" {
      # ...
      monitoring = true
    }
applies: |
  MATCH (instance:AwsEc2Instance)
  WHERE instance.state <> 'terminated'
  RETURN instance AS resource
---*/
MATCH (instance:AwsEc2Instance)
WHERE instance.is_monitored_in_detail = false
  AND instance.state <> 'terminated'
RETURN instance AS resource, {expected: 'metrics each minute', actual: 'every five'} AS evidence
