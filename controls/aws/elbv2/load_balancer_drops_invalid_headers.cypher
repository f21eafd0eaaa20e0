/*---
title: Application load balancers drop headers that are not valid
resource: AwsLoadBalancer
severity: medium
policy: aws-load-balancing
also: {prowler: [elbv2_alb_drop_invalid_header_fields_enabled]}
why: Malformed headers are how one request is smuggled inside another, past what checks it.
fix:
  console: >-
    EC2 > Load Balancers > {name} > Attributes > Edit > Drop invalid header fields: on > Save
    changes.
  cli: >-
    aws elbv2 modify-load-balancer-attributes --region {region} --load-balancer-arn {uid}
    --attributes Key=routing.http.drop_invalid_header_fields.enabled,Value=true
  terraform: |
    resource "aws_lb" "this" {
      # ...
      drop_invalid_header_fields = true
    }
applies: |
  MATCH (balancer:AwsLoadBalancer)
  WHERE balancer.type = 'application'
  RETURN balancer AS resource
---*/
MATCH (balancer:AwsLoadBalancer)
WHERE balancer.type = 'application' AND balancer.drops_invalid_headers = false
RETURN balancer AS resource, {expected: 'on', actual: 'off'} AS evidence
