/*---
title: Load balancers log requests
resource: AwsLoadBalancer
severity: medium
policy: aws-load-balancing
also: {prowler: [elbv2_logging_enabled]}
why: After an attack, the log is what tells which requests were made, and from where.
fix:
  console: >-
    EC2 > Load Balancers > {name} > Attributes > Edit > Access logs: on, choose a bucket > Save
    changes.
  cli: >-
    aws elbv2 modify-load-balancer-attributes --region {region} --load-balancer-arn {uid}
    --attributes Key=access_logs.s3.enabled,Value=true
    "Key=access_logs.s3.bucket,Value=${LOG_BUCKET:?name of the bucket for logs}"
  terraform: |
    resource "aws_lb" "this" {
      # ...
      access_logs {
        bucket  = var.log_bucket
        enabled = true
      }
    }
applies: |
  MATCH (balancer:AwsLoadBalancer)
  WHERE balancer.type <> 'gateway'
  RETURN balancer AS resource
---*/
MATCH (balancer:AwsLoadBalancer)
WHERE balancer.is_access_logged = false AND balancer.type <> 'gateway'
RETURN balancer AS resource, {expected: 'access logs in a bucket', actual: 'none'} AS evidence
