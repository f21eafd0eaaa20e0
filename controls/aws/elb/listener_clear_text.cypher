/*---
title: Classic listeners that face the internet do not serve in clear text
resource: AwsClassicLoadBalancerListener
severity: high
policy: aws-load-balancing
also: {prowler: [elb_ssl_listeners]}
why: Passwords and sessions that go over plain HTTP are read and altered on the way.
fix:
  console: >-
    EC2 > Load Balancers > the load balancer > Listeners > Manage listeners > remove the one on port
    {port}, or make it HTTPS with a certificate > Save changes.
  cli: |
    balancer=$(basename "$(dirname "$(dirname '{uid}')")")
    aws elb delete-load-balancer-listeners --region {region} --load-balancer-name "$balancer" \
      --load-balancer-ports {port}
    # Where port 443 is served already, that is all.
    aws elb create-load-balancer-listeners --region {region} --load-balancer-name "$balancer" \
      --listeners "Protocol=HTTPS,LoadBalancerPort=443,InstanceProtocol=HTTP,InstancePort={instance_port},SSLCertificateId=${CERTIFICATE:?ARN of a certificate}"
  terraform: |
    resource "aws_elb" "this" {
      # ...
      listener {
        lb_port            = 443
        lb_protocol        = "https"
        instance_port      = {instance_port}
        instance_protocol  = "http"
        ssl_certificate_id = var.certificate_arn
      }
    }
applies: |
  MATCH (balancer:AwsClassicLoadBalancer)-[:HAS_LISTENER]->(listener:AwsClassicLoadBalancerListener)
  WHERE balancer.is_internet_facing = true AND listener.protocol IN ['HTTP', 'HTTPS']
  RETURN listener AS resource
---*/
MATCH (balancer:AwsClassicLoadBalancer)-[:HAS_LISTENER]->(listener:AwsClassicLoadBalancerListener)
WHERE balancer.is_internet_facing = true AND listener.protocol = 'HTTP'
RETURN listener AS resource, {
  expected: 'HTTPS',
  actual: listener.protocol,
  port: listener.port,
  load_balancer: balancer.name
} AS evidence
