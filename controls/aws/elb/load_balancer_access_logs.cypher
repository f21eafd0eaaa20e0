/*---
title: Classic load balancers log requests
resource: AwsClassicLoadBalancer
severity: medium
policy: aws-load-balancing
also: {prowler: [elb_logging_enabled]}
why: After an attack, the log is what tells which requests were made, and from where.
fix:
  console: >-
    EC2 > Load Balancers > {name} > Attributes > Edit > Access logs: on, choose a bucket > Save
    changes.
  cli: >-
    aws elb modify-load-balancer-attributes --region {region} --load-balancer-name {name}
    --load-balancer-attributes
    "AccessLog={Enabled=true,EmitInterval=60,S3BucketName=${LOG_BUCKET:?name of the bucket for logs}}"
  terraform: |
    resource "aws_elb" "this" {
      # ...
      access_logs {
        bucket  = var.log_bucket
        enabled = true
      }
    }
---*/
MATCH (balancer:AwsClassicLoadBalancer)
WHERE balancer.is_access_logged = false
RETURN balancer AS resource, {expected: 'access logs in a bucket', actual: 'none'} AS evidence
