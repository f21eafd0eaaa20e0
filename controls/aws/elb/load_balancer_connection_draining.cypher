/*---
title: Classic load balancers let instances finish what they have begun
resource: AwsClassicLoadBalancer
severity: low
policy: aws-network-resilience
also: {prowler: [elb_connection_draining_enabled]}
why: Otherwise each instance that is taken out, for an update or since it is ill, breaks requests.
fix:
  console: >-
    EC2 > Load Balancers > {name} > Attributes > Edit > Connection draining: on > Save changes.
  cli: >-
    aws elb modify-load-balancer-attributes --region {region} --load-balancer-name {name}
    --load-balancer-attributes "ConnectionDraining={Enabled=true,Timeout=300}"
  terraform: |
    resource "aws_elb" "this" {
      # ...
      connection_draining         = true
      connection_draining_timeout = 300
    }
---*/
MATCH (balancer:AwsClassicLoadBalancer)
WHERE balancer.drains_connections = false
RETURN balancer AS resource, {expected: 'on', actual: 'off'} AS evidence
