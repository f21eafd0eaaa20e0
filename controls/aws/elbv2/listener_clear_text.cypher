/*---
title: Listeners that face the internet do not serve in clear text
resource: AwsLoadBalancerListener
severity: high
policy: aws-load-balancing
also: {prowler: [elbv2_ssl_listeners]}
why: Passwords and sessions that go over plain HTTP are read and altered on the way.
fix:
  console: >-
    EC2 > Load Balancers > Listeners and rules > {name} > Edit listener > Redirect to URL, HTTPS,
    port 443, 301 > Save changes.
  cli: >-
    aws elbv2 modify-listener --region {region} --listener-arn {uid} --default-actions
    'Type=redirect,RedirectConfig={Protocol=HTTPS,Port=443,StatusCode=HTTP_301}'
  terraform: |
    resource "aws_lb_listener" "http" {
      # ...
      default_action {
        type = "redirect"
        redirect {
          protocol    = "HTTPS"
          port        = "443"
          status_code = "HTTP_301"
        }
      }
    }
applies: |
  MATCH (balancer:AwsLoadBalancer)-[:HAS_LISTENER]->(listener:AwsLoadBalancerListener)
  WHERE balancer.is_internet_facing = true AND listener.protocol IN ['HTTP', 'HTTPS']
  RETURN listener AS resource
---*/
MATCH (balancer:AwsLoadBalancer)-[:HAS_LISTENER]->(listener:AwsLoadBalancerListener)
WHERE balancer.is_internet_facing = true
  AND listener.protocol = 'HTTP'
  AND listener.redirects_to_https = false
RETURN listener AS resource, {
  expected: 'HTTPS, or a redirect to it',
  actual: listener.protocol,
  port: listener.port,
  load_balancer: balancer.name
} AS evidence
