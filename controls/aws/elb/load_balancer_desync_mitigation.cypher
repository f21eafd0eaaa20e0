/*---
title: Classic load balancers refuse ambiguous requests
resource: AwsClassicLoadBalancer
severity: medium
policy: aws-load-balancing
also: {prowler: [elb_desync_mitigation_mode]}
why: >-
  Where two servers read one request differently, a second one can be hidden in it, past what checks
  the first.
fix:
  console: >-
    EC2 > Load Balancers > {name} > Attributes > Edit > Desync mitigation mode: Defensive > Save
    changes.
  cli: >-
    aws elb modify-load-balancer-attributes --region {region} --load-balancer-name {name}
    --load-balancer-attributes
    'AdditionalAttributes=[{Key=elb.http.desyncmitigationmode,Value=defensive}]'
  terraform: |
    resource "aws_elb" "this" {
      # ...
      desync_mitigation_mode = "defensive"
    }
---*/
MATCH (balancer:AwsClassicLoadBalancer)
WHERE balancer.desync_mitigation = 'monitor'
RETURN balancer AS resource, {
  expected: 'defensive or strictest',
  actual: balancer.desync_mitigation
} AS evidence
