/*---
title: Load balancers are protected from deletion
resource: AwsLoadBalancer
severity: low
policy: aws-load-balancing
also: {prowler: [elbv2_deletion_protection]}
why: One wrong call cannot take a service off the air.
fix:
  console: >-
    EC2 > Load Balancers > {name} > Attributes > Edit > Deletion protection: on > Save changes.
  cli: >-
    aws elbv2 modify-load-balancer-attributes --region {region} --load-balancer-arn {uid}
    --attributes Key=deletion_protection.enabled,Value=true
  terraform: |
    resource "aws_lb" "this" {
      # ...
      enable_deletion_protection = true
    }
---*/
MATCH (balancer:AwsLoadBalancer)
WHERE balancer.is_deletion_protected = false
RETURN balancer AS resource, {expected: 'on', actual: 'off'} AS evidence
