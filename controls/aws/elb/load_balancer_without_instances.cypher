/*---
title: Classic load balancers have instances behind them
resource: AwsClassicLoadBalancer
severity: low
policy: aws-network-resilience
why: It costs, keeps a name that people may still use, and answers every request with an error.
fix:
  console: EC2 > Load Balancers > {name} > Actions > Delete load balancer.
  cli: aws elb delete-load-balancer --region {region} --load-balancer-name {name}
  terraform: >-
    # Take the resource "aws_elb" with the name {name} out of the configuration and apply.
---*/
MATCH (balancer:AwsClassicLoadBalancer)
WHERE NOT EXISTS { (balancer)-[:ROUTES_TO]->(:Resource) }
RETURN balancer AS resource, {instances: 0} AS evidence
