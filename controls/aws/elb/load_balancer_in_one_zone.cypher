/*---
title: Classic load balancers stand in more than one zone
resource: AwsClassicLoadBalancer
severity: medium
policy: aws-network-resilience
also: {prowler: [elb_is_in_multiple_az]}
why: When its only zone fails, nobody reaches what is behind it, however many instances run.
fix:
  console: >-
    EC2 > Load Balancers > {name} > Network mapping > Edit subnets > tick a subnet of another zone >
    Save changes.
  cli: >-
    aws elb attach-load-balancer-to-subnets --region {region} --load-balancer-name {name}
    --subnets "${SUBNET:?id of a subnet in another zone}"
  terraform: |
    resource "aws_elb" "this" {
      # ...
      subnets = var.subnet_ids_of_several_zones
    }
---*/
WITH 2 AS min_zones
MATCH (balancer:AwsClassicLoadBalancer)-[:IN_SUBNET]->(subnet:AwsSubnet)
WITH min_zones, balancer, collect(DISTINCT subnet.zone) AS zones
WHERE size(zones) < min_zones
RETURN balancer AS resource, {expected: min_zones, actual: zones} AS evidence
