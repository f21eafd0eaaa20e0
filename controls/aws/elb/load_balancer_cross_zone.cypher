/*---
title: Classic load balancers share requests among all zones
resource: AwsClassicLoadBalancer
severity: low
policy: aws-network-resilience
also: {prowler: [elb_cross_zone_load_balancing_enabled]}
why: >-
  Otherwise a zone with few instances gets as many requests as one with many, and is the first to
  give way.
fix:
  console: >-
    EC2 > Load Balancers > {name} > Attributes > Edit > Cross-zone load balancing: on > Save
    changes.
  cli: >-
    aws elb modify-load-balancer-attributes --region {region} --load-balancer-name {name}
    --load-balancer-attributes "CrossZoneLoadBalancing={Enabled=true}"
  terraform: |
    resource "aws_elb" "this" {
      # ...
      cross_zone_load_balancing = true
    }
---*/
MATCH (balancer:AwsClassicLoadBalancer)
WHERE balancer.is_cross_zone = false
RETURN balancer AS resource, {expected: 'on', actual: 'off'} AS evidence
